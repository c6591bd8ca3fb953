// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <tuple>

#include "core/base/atomic_file.h"
#include "tests/support/hostile_files.h"

namespace hierascope {

using testing::expectOneSentence;
using testing::HostileCase;
using testing::HostileKind;

using Hostile = testing::CliTest;

/// A kind of hostile file, and which of `kParts` parts of them: each part ends in time.
class HostileModels : public testing::CliTest,
                      public ::testing::WithParamInterface<std::tuple<HostileKind, int>> {
protected:
    static constexpr int kParts = 6;
};

TEST_P(HostileModels, GetOneSentence) {
    const auto [kind, part] = GetParam();
    int number = 0;
    int seen = 0;
    for (const HostileCase& hostile : testing::writeHostileFiles(m_folder / "hostile")) {
        if (hostile.kind != kind || number++ % kParts != part)
            continue;
        SCOPED_TRACE(hostile.name);
        const auto& model = kind == HostileKind::Config ? hostile.file : hostile.model;
        expectOneSentence(run({"inspect", model.string()}), exitCode(hostile.code),
                          hostile.mentions);
        ++seen;
    }
    EXPECT_GT(seen, 0);
}

INSTANTIATE_TEST_SUITE_P(Tensors, HostileModels,
                         ::testing::Combine(::testing::Values(HostileKind::Tensors),
                                            ::testing::Range(0, 6)));
INSTANTIATE_TEST_SUITE_P(Indexes, HostileModels,
                         ::testing::Combine(::testing::Values(HostileKind::Index),
                                            ::testing::Range(0, 6)));
INSTANTIATE_TEST_SUITE_P(Configs, HostileModels,
                         ::testing::Combine(::testing::Values(HostileKind::Config),
                                            ::testing::Range(0, 6)));

TEST_F(Hostile, ImagesGetOneSentence) {
    const std::string good = bytesOf("photo.png");
    const std::vector<std::pair<std::string, std::string>> images{
        {"empty.png", ""},
        {"text.png", "This is no picture."},
        {"half.png", good.substr(0, good.size() / 2)},
        {"header.png", good.substr(0, 20)},
        {"huge.ppm", "P6 65535 65535 255\n"},
        {"wide.ppm", "P6 9999999999 1 255\n"},
        {"short.ppm", "P6 4 4 255\nabc"}};
    for (const auto& [name, bytes] : images) {
        SCOPED_TRACE(name);
        ASSERT_TRUE(writeFileAtomically(m_folder / name, bytes));
        expectOneSentence(run({"encode", "m", name}), 65, {name});
    }
    expectOneSentence(run({"encode", "m", "m"}), 66, {"'m'"});
}

TEST_F(Hostile, LatentsGetOneSentence) {
    ASSERT_TRUE(writeFileAtomically(m_folder / "t", testing::goodTensorFile()));
    expectOneSentence(run({"decode", "m", "t", "--out", "p.png"}), 65, {"'t'", "'latents'"});
    ASSERT_TRUE(writeFileAtomically(m_folder / "t", "no tensors"));
    expectOneSentence(run({"decode", "m", "t", "--out", "p.png"}), 65, {"'t'"});
}

} // namespace hierascope
