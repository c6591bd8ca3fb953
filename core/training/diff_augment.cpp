// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/diff_augment.h"

#include <algorithm>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::training {

namespace {

constexpr double kTranslation = 0.125;

/// A part of a number of pixels, to the nearest whole one.
std::int64_t partOf(std::int64_t pixels, double part) {
    return static_cast<std::int64_t>(static_cast<double>(pixels) * part + 0.5);
}

at::Tensor perSample(const std::vector<float>& values, const at::Tensor& images) {
    return at::tensor(values, at::kFloat).to(images.options()).view({-1, 1, 1, 1});
}

/// Moves values away from or towards their centre.
at::Tensor stretched(const at::Tensor& images, const at::Tensor& centre, const at::Tensor& factor) {
    return (images - centre) * factor + centre;
}

at::Tensor translated(const at::Tensor& images, const std::vector<PixelOffset>& offsets) {
    std::vector<at::Tensor> moved;
    for (std::size_t b = 0; b < offsets.size(); ++b) {
        const auto& [row, column] = offsets[b];
        moved.push_back(at::constant_pad_nd(images.narrow(0, static_cast<std::int64_t>(b), 1),
                                            {-column, column, -row, row}, 0.0));
    }
    return at::cat(moved);
}

at::Tensor cutOut(const at::Tensor& images, const std::vector<PixelOffset>& centres, double part) {
    const auto mask = at::ones({images.size(0), 1, images.size(2), images.size(3)}, at::kFloat);
    for (std::size_t b = 0; b < centres.size(); ++b) {
        auto hole = mask[static_cast<std::int64_t>(b)];
        for (const auto& [dimension, centre] :
             {std::pair{1, centres[b].row}, std::pair{2, centres[b].column}}) {
            const std::int64_t pixels = hole.size(dimension);
            const std::int64_t length = partOf(pixels, part);
            const std::int64_t first = centre - length / 2;
            const std::int64_t begin = std::clamp<std::int64_t>(first, 0, pixels);
            const std::int64_t end = std::clamp<std::int64_t>(first + length, begin, pixels);
            hole = hole.narrow(dimension, begin, end - begin);
        }
        hole.zero_();
    }
    return images * mask.to(images.options());
}

std::vector<float> drawUnits(std::int64_t count, UnitDraws& draws) {
    std::vector<float> units;
    for (std::int64_t i = 0; i < count; ++i)
        units.push_back(static_cast<float>(draws.next()));
    return units;
}

template <typename T>
void keepRows(std::vector<T>& rows, std::int64_t first, std::int64_t count) {
    if (!rows.empty())
        rows = std::vector<T>(rows.begin() + first, rows.begin() + first + count);
}

} // namespace

DiffAugmentDraws drawDiffAugment(const runs::AugmentPolicy& policy, const at::Tensor& images,
                                 UnitDraws& draws) {
    const tensor::JointBatch* joint = tensor::JointBatch::current();
    const std::int64_t own = images.size(0);
    const std::int64_t count = joint == nullptr ? own : own * joint->processes();
    const std::int64_t rows = images.size(2);
    const std::int64_t columns = images.size(3);
    const auto isChosen = [&](bool isIn) { return draws.next() <= policy.probability && isIn; };
    DiffAugmentDraws drawn;
    if (isChosen(policy.color)) {
        drawn.brightness = drawUnits(count, draws);
        drawn.saturation = drawUnits(count, draws);
        drawn.contrast = drawUnits(count, draws);
    }
    if (isChosen(policy.translation)) {
        const std::int64_t down = partOf(rows, kTranslation);
        const std::int64_t right = partOf(columns, kTranslation);
        for (std::int64_t b = 0; b < count; ++b) {
            const std::int64_t row = draws.below(2 * down + 1) - down;
            drawn.translation.push_back({row, draws.below(2 * right + 1) - right});
        }
    }
    if (isChosen(policy.cutout > 0.0)) {
        // An even hole may lie around the far edge too, as in the official draw.
        const auto places = [&policy](std::int64_t pixels) {
            return pixels + 1 - partOf(pixels, policy.cutout) % 2;
        };
        for (std::int64_t b = 0; b < count; ++b) {
            const std::int64_t row = draws.below(places(rows));
            drawn.cutout.push_back({row, draws.below(places(columns))});
        }
    }
    if (joint != nullptr) {
        keepRows(drawn.brightness, joint->rank() * own, own);
        keepRows(drawn.saturation, joint->rank() * own, own);
        keepRows(drawn.contrast, joint->rank() * own, own);
        keepRows(drawn.translation, joint->rank() * own, own);
        keepRows(drawn.cutout, joint->rank() * own, own);
    }
    return drawn;
}

at::Tensor diffAugment(const at::Tensor& images, const DiffAugmentDraws& draws, double cutout) {
    at::Tensor x = images;
    if (!draws.brightness.empty())
        x = x + (perSample(draws.brightness, x) - 0.5);
    if (!draws.saturation.empty())
        x = stretched(x, x.mean(1, true), perSample(draws.saturation, x) * 2.0);
    if (!draws.contrast.empty())
        x = stretched(x, x.mean({1, 2, 3}, true), perSample(draws.contrast, x) + 0.5);
    if (!draws.translation.empty())
        x = translated(x, draws.translation);
    if (!draws.cutout.empty())
        x = cutOut(x, draws.cutout, cutout);
    return x;
}

} // namespace hierascope::training
