// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_source.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>

#include <ATen/ops/cat.h>

#include "core/base/random_draw.h"
#include "core/io/tolerant_dataset.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/resample.h"

namespace hierascope::training {

namespace {

ImageRgb8 crop(const ImageRgb8& image, int left, int top, int side, bool flip) {
    ImageRgb8 out(side, side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int from = left + (flip ? side - 1 - x : x);
            const auto source = (static_cast<std::size_t>(top + y) * image.width + from) * 3;
            const auto target = (static_cast<std::size_t>(y) * side + x) * 3;
            std::copy_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(source), 3,
                        out.pixels.begin() + static_cast<std::ptrdiff_t>(target));
        }
    }
    return out;
}

/// A black border of `padding` pixels.
ImageRgb8 withBorder(const ImageRgb8& image, int padding) {
    if (padding == 0)
        return image;
    ImageRgb8 out(image.width + 2 * padding, image.height + 2 * padding);
    for (int y = 0; y < image.height; ++y) {
        const auto source = static_cast<std::ptrdiff_t>(y) * image.width * 3;
        const auto target = (static_cast<std::ptrdiff_t>(y + padding) * out.width + padding) * 3;
        std::copy_n(image.pixels.begin() + source, static_cast<std::ptrdiff_t>(image.width) * 3,
                    out.pixels.begin() + target);
    }
    return out;
}

at::Tensor toModelRange(const ImageRgb8& image) {
    return tensor::tensorFromImage(image).mul_(2.0).sub_(1.0);
}

/// Makes the shorter side `target`: halves first by the mean of 2 x 2 pixels while that side stays
/// at least twice as long, as the official loaders do.
ImageRgb8 withShorterSide(ImageRgb8 image, int target) {
    while (std::min(image.width, image.height) >= 2 * target)
        image = tensor::resize(image, image.width / 2, image.height / 2, tensor::Filter::Box);
    const double scale = static_cast<double>(target) / std::min(image.width, image.height);
    const auto side = [scale](int pixels) {
        return static_cast<int>(std::nearbyint(pixels * scale)); // half to even, as Python rounds
    };
    return tensor::resize(image, side(image.width), side(image.height), tensor::Filter::Bicubic);
}

} // namespace

Result<std::shared_ptr<const io::ImageDataset>> openPictures(const std::filesystem::path& data,
                                                             double brokenShare) {
    auto opened = io::openDataset(data);
    if (!opened)
        return failure(opened);
    return std::make_shared<const io::TolerantDataset>(std::move(*opened), brokenShare,
                                                       "data.broken_share");
}

BatchSource::BatchSource(std::shared_ptr<const io::ImageDataset> data, int side, std::uint64_t seed,
                         const runs::CropOptions& crops)
    : m_data(std::move(data)), m_side(side), m_seed(seed), m_crops(crops) {}

std::int64_t BatchSource::pictureAt(std::int64_t position) const {
    const auto size = static_cast<std::uint64_t>(m_data->size());
    const auto at = static_cast<std::uint64_t>(position);
    return static_cast<std::int64_t>(
        permute(at % size, size, mixBits(m_seed) + mixBits(at / size)));
}

Result<at::Tensor> BatchSource::pictures(const std::vector<std::int64_t>& positions) const {
    std::vector<at::Tensor> pictures;
    for (const std::int64_t position : positions) {
        const std::int64_t index = pictureAt(position);
        auto image = m_data->image(index);
        if (!image)
            return failure(image);
        image = withBorder(*image, m_crops.padding);
        std::mt19937_64 random(mixBits(m_seed + mixBits(static_cast<std::uint64_t>(position))));
        const auto below = [&random](int count) {
            return static_cast<int>(random() % static_cast<std::uint64_t>(count));
        };
        if (const auto [low, high] = m_crops.resize; low > 0)
            image = withShorterSide(*std::move(image), low + below(high - low + 1));
        if (image->width < m_side || image->height < m_side)
            image = tensor::fitShorterSide(*image, m_side);
        const int left = below(image->width - m_side + 1);
        const int top = below(image->height - m_side + 1);
        pictures.push_back(
            toModelRange(crop(*image, left, top, m_side, m_crops.flip && below(2) == 1)));
    }
    return at::cat(pictures);
}

Result<at::Tensor> evaluationPicture(const io::ImageDataset& data, std::int64_t index, int side,
                                     const runs::CropOptions& crops) {
    auto image = data.image(index);
    if (!image)
        return failure(image);
    return toModelRange(tensor::fitShorterSide(withBorder(*image, crops.padding), side));
}

} // namespace hierascope::training
