// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/diff_augment.h"

#include <gmock/gmock.h>

#include "tests/support/official_discriminator.h"

namespace hierascope::training {
namespace {

using hierascope::testing::maxDifference;
using hierascope::testing::numbersByRule;
using hierascope::testing::officialLosses;
using hierascope::testing::officialTensor;

/// Hands out the official draws one after another.
class RecordedDraws {
public:
    explicit RecordedDraws(const nlohmann::json& recorded) : m_recorded(recorded) {}

    bool isChosen(double probability) { return next<double>()[0] <= probability; }
    template <typename T>
    std::vector<T> next() {
        return m_recorded[m_next++].back().template get<std::vector<T>>();
    }
    std::vector<PixelOffset> offsets() {
        const auto rows = next<std::int64_t>();
        const auto columns = next<std::int64_t>();
        std::vector<PixelOffset> offsets;
        for (std::size_t b = 0; b < rows.size(); ++b)
            offsets.push_back({rows[b], columns[b]});
        return offsets;
    }

private:
    const nlohmann::json& m_recorded;
    std::size_t m_next = 0;
};

DiffAugmentDraws officialDraws(const nlohmann::json& run) {
    RecordedDraws recorded(run["draws_in_call_order"]);
    const std::string policy = run["policy"];
    const auto isChosen = [&](const char* name) {
        return policy.find(name) != std::string::npos && recorded.isChosen(run["prob"]);
    };
    DiffAugmentDraws draws;
    if (isChosen("color")) {
        draws.brightness = recorded.next<float>();
        draws.saturation = recorded.next<float>();
        draws.contrast = recorded.next<float>();
    }
    if (isChosen("translation"))
        draws.translation = recorded.offsets();
    if (isChosen("cutout"))
        draws.cutout = recorded.offsets();
    return draws;
}

TEST(DiffAugment, ChangesPicturesAsTheOfficialOne) {
    const auto pictures = numbersByRule({2, 3, 64, 48}, 12560);
    for (const char* name : {"all", "color", "cutout", "prob0.5", "translation"}) {
        const auto draws = officialDraws(officialLosses()["diffaug"][name]);
        EXPECT_LT(maxDifference(diffAugment(pictures, draws, 0.2),
                                officialTensor(std::string("diffaug_") + name)),
                  1e-6)
            << name;
    }
    EXPECT_TRUE(diffAugment(pictures, {}, 0.2).equal(pictures));
}

TEST(DiffAugment, PassesGradientsWherePixelsStay) {
    auto pictures = numbersByRule({1, 3, 16, 16}, 1);
    pictures.set_requires_grad(true);
    DiffAugmentDraws draws;
    draws.translation = {{2, -1}};
    draws.cutout = {{0, 0}};
    diffAugment(pictures, draws, 0.25).sum().backward();
    // Two rows above and one column at the right left the picture; the hole took 2 x 2.
    EXPECT_EQ(pictures.grad().sum().item<float>(), 3.0F * (14 * 15 - 2 * 1));
    EXPECT_EQ(pictures.grad().max().item<float>(), 1.0F);
}

TEST(DiffAugment, DrawsAsOftenAsThePolicySaysAndTheSameForTheSameStep) {
    const auto pictures = numbersByRule({3, 3, 32, 32}, 1);
    runs::AugmentPolicy policy;
    int colors = 0;
    for (std::int64_t step = 0; step < 1000; ++step) {
        UnitDraws first(5, 9, step);
        UnitDraws second(5, 9, step);
        const auto draws = drawDiffAugment(policy, pictures, first);
        EXPECT_EQ(draws.contrast, drawDiffAugment(policy, pictures, second).contrast);
        colors += draws.brightness.empty() ? 0 : 1;
        for (const auto& [row, column] : draws.translation) {
            EXPECT_LE(std::abs(row), 4);
            EXPECT_LE(std::abs(column), 4);
        }
        for (const auto& [row, column] : draws.cutout)
            EXPECT_TRUE(row >= 0 && row <= 32 && column >= 0 && column <= 32);
    }
    EXPECT_NEAR(colors, 500, 60);
    policy = {false, false, 0.0, 1.0};
    UnitDraws units(5, 9, 0);
    const auto nothing = drawDiffAugment(policy, pictures, units);
    EXPECT_TRUE(nothing.brightness.empty() && nothing.translation.empty() &&
                nothing.cutout.empty());
}

} // namespace
} // namespace hierascope::training
