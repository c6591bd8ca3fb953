// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/pyramid_files.h"

#include <sstream>

#include <ATen/ops/from_blob.h>
#include <ATen/ops/isfinite.h>

#include "core/io/tensor_file.h"
#include "core/runtime/guard.h"

namespace hierascope::runtime {

namespace {

/// Looks at `values` without owning them.
at::Tensor viewOf(const std::vector<float>& values, at::IntArrayRef shape) {
    return at::from_blob(const_cast<float*>(values.data()), shape, at::kFloat);
}

std::string textOf(at::IntArrayRef shape) {
    std::ostringstream text;
    text << shape;
    return text.str();
}

} // namespace

Result<void> savePyramid(const std::filesystem::path& path, const TokenPyramid& pyramid) {
    return guarded([&] {
        const std::int64_t channels = pyramid.latentChannels;
        const std::int64_t rows = pyramid.latentRows;
        const std::int64_t columns = pyramid.latentColumns;
        return io::saveTensors(path,
                               {{"latents", viewOf(pyramid.latents, {rows * columns, channels})},
                                {"mean", viewOf(pyramid.mean, {channels, rows, columns})},
                                {"logvar", viewOf(pyramid.logvar, {channels, rows, columns})}});
    });
}

Result<std::vector<float>> readLatents(const std::filesystem::path& path, const ModelInfo& info) {
    return guarded([&]() -> Result<std::vector<float>> {
        const std::string where = "'" + path.string() + "': ";
        const auto tensors = io::loadTensors(path);
        if (!tensors)
            return failure(tensors);
        const auto found = tensors->find("latents");
        if (found == tensors->end())
            return failure(ErrorCode::BadData, where +
                                                   "tensor 'latents' is missing, which model '" +
                                                   info.name + "' decodes from.");
        const std::vector<std::int64_t> expected{std::int64_t{info.latentRows} * info.latentColumns,
                                                 info.latentChannels};
        if (found->second.sizes() != at::IntArrayRef(expected))
            return failure(ErrorCode::BadData, where + "tensor 'latents' is " +
                                                   textOf(found->second.sizes()) + ", expected " +
                                                   textOf(expected) + " for model '" + info.name +
                                                   "'.");
        if (!found->second.is_floating_point())
            return failure(ErrorCode::BadData, where + "tensor 'latents' is of type " +
                                                   std::string(found->second.dtype().name()) +
                                                   ", expected floating-point numbers.");
        const at::Tensor latents = found->second.to(at::kFloat).contiguous();
        if (!at::isfinite(latents).all().item<bool>())
            return failure(ErrorCode::BadData,
                           where + "tensor 'latents' holds a value that is not finite.");
        const float* values = latents.data_ptr<float>();
        return std::vector<float>(values, values + latents.numel());
    });
}

Result<void> saveImageTensor(const std::filesystem::path& path, const ImageRgbF32& image) {
    return guarded([&] {
        return io::saveTensors(path,
                               {{"image", viewOf(image.planes, {3, image.height, image.width})}});
    });
}

} // namespace hierascope::runtime
