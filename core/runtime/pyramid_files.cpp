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

at::Tensor viewOf(const std::vector<std::int64_t>& values) {
    return at::from_blob(const_cast<std::int64_t*>(values.data()),
                         {static_cast<std::int64_t>(values.size())}, at::kLong);
}

Result<std::vector<float>> latentsOf(const at::Tensor& latents, const std::string& where,
                                     const ModelInfo& info) {
    const std::vector<std::int64_t> expected{std::int64_t{info.latentRows} * info.latentColumns,
                                             info.latentChannels};
    if (latents.sizes() != at::IntArrayRef(expected))
        return failure(ErrorCode::BadData,
                       where + "tensor 'latents' is " + textOf(latents.sizes()) + ", expected " +
                           textOf(expected) + " for model '" + info.name + "'.");
    if (!latents.is_floating_point())
        return failure(ErrorCode::BadData, where + "tensor 'latents' is of type " +
                                               std::string(latents.dtype().name()) +
                                               ", expected floating-point numbers.");
    const at::Tensor plain = latents.to(at::kFloat).contiguous();
    if (!at::isfinite(plain).all().item<bool>())
        return failure(ErrorCode::BadData,
                       where + "tensor 'latents' holds a value that is not finite.");
    const float* values = plain.data_ptr<float>();
    return std::vector<float>(values, values + plain.numel());
}

/// A tensor of noise; of a first dimension of -1 any size is taken.
Result<std::vector<float>> noiseOf(const io::TensorMap& tensors, const std::string& name,
                                   const std::string& where, std::vector<std::int64_t> expected) {
    const auto found = tensors.find(name);
    if (found == tensors.end())
        return failure(ErrorCode::BadData, where + "tensor '" + name + "' is missing.");
    const at::Tensor& noise = found->second;
    if (expected.front() < 0 && noise.dim() > 0)
        expected.front() = noise.size(0);
    if (noise.sizes() != at::IntArrayRef(expected) || !noise.is_floating_point())
        return failure(ErrorCode::BadData, where + "tensor '" + name + "' is " +
                                               textOf(noise.sizes()) + " of type " +
                                               std::string(noise.dtype().name()) + ", expected " +
                                               textOf(expected) + " of floating-point numbers.");
    const at::Tensor plain = noise.to(at::kFloat).contiguous();
    if (!at::isfinite(plain).all().item<bool>())
        return failure(ErrorCode::BadData,
                       where + "tensor '" + name + "' holds a value that is not finite.");
    const float* values = plain.data_ptr<float>();
    return std::vector<float>(values, values + plain.numel());
}

Result<std::vector<std::int64_t>> codesOf(const at::Tensor& codes, const std::string& where,
                                          const ModelInfo& info) {
    const std::int64_t most = std::int64_t{info.latentRows} * info.latentColumns;
    if (codes.dim() != 1 || codes.size(0) < 1 || codes.size(0) > most)
        return failure(ErrorCode::BadData, where + "tensor 'codes' is " + textOf(codes.sizes()) +
                                               ", expected [" + std::to_string(most) +
                                               "] for model '" + info.name + "'.");
    if (!at::isIntegralType(codes.scalar_type(), /*includeBool=*/false))
        return failure(ErrorCode::BadData, where + "tensor 'codes' is of type " +
                                               std::string(codes.dtype().name()) +
                                               ", expected whole numbers.");
    const at::Tensor plain = codes.to(at::kLong).contiguous();
    const auto* values = plain.data_ptr<std::int64_t>();
    std::vector<std::int64_t> list(values, values + plain.numel());
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] < 0 || list[i] >= info.codebookSize)
            return failure(ErrorCode::BadData,
                           where + "code " + std::to_string(i) + " is " + std::to_string(list[i]) +
                               ", expected 0 to " + std::to_string(info.codebookSize - 1) +
                               " for the codebook of model '" + info.name + "'.");
    }
    return list;
}

} // namespace

Result<void> savePyramid(const std::filesystem::path& path, const TokenPyramid& pyramid) {
    return guarded([&] {
        const std::int64_t channels = pyramid.latentChannels;
        const std::int64_t rows = pyramid.latentRows;
        const std::int64_t columns = pyramid.latentColumns;
        io::TensorMap tensors{{"latents", viewOf(pyramid.latents, {rows * columns, channels})}};
        const std::vector<std::int64_t> codes = pyramid.codes();
        if (!pyramid.mean.empty()) {
            tensors["mean"] = viewOf(pyramid.mean, {channels, rows, columns});
            tensors["logvar"] = viewOf(pyramid.logvar, {channels, rows, columns});
        }
        if (!codes.empty())
            tensors["codes"] = viewOf(codes);
        if (!pyramid.zPreQuant.empty())
            tensors["z_pre_quant"] = viewOf(pyramid.zPreQuant, {rows * columns, channels});
        return io::saveTensors(path, tensors);
    });
}

Result<StoredTokens> readTokens(const std::filesystem::path& path, const ModelInfo& info) {
    return guarded([&]() -> Result<StoredTokens> {
        const std::string where = "'" + path.string() + "': ";
        const auto tensors = io::loadTensors(path);
        if (!tensors)
            return failure(tensors);
        StoredTokens stored;
        const auto codes = tensors->find("codes");
        if (info.codebookSize > 0 && codes != tensors->end()) {
            auto list = codesOf(codes->second, where, info);
            if (!list)
                return failure(list);
            stored.codes = *std::move(list);
            return stored;
        }
        const auto latents = tensors->find("latents");
        if (latents == tensors->end())
            return failure(ErrorCode::BadData,
                           where + "tensor 'latents' is missing, which model '" + info.name +
                               "' decodes from" +
                               (info.codebookSize > 0 ? ", and so is 'codes'" : "") + ".");
        auto list = latentsOf(latents->second, where, info);
        if (!list)
            return failure(list);
        stored.latents = *std::move(list);
        return stored;
    });
}

Result<void> saveCodes(const std::filesystem::path& path, const std::vector<std::int64_t>& codes) {
    return guarded([&] { return io::saveTensors(path, {{"codes", viewOf(codes)}}); });
}

Result<void> saveLatent(const std::filesystem::path& path, const std::vector<float>& latent,
                        const GeneratorInfo& generator) {
    return guarded([&] {
        const std::int64_t side = generator.latentSide;
        const at::Tensor rows = viewOf(latent, {side, side, generator.latentChannels});
        return io::saveTensors(path, {{"latent", rows.permute({2, 0, 1}).contiguous()}});
    });
}

Result<GivenNoise> readNoise(const std::filesystem::path& path, const GeneratorInfo& generator) {
    return guarded([&]() -> Result<GivenNoise> {
        const std::string where = "'" + path.string() + "': ";
        const auto tensors = io::loadTensors(path);
        if (!tensors)
            return failure(tensors);
        const std::int64_t side = generator.latentSide;
        GivenNoise noise;
        auto initial = noiseOf(*tensors, "initial", where, {generator.latentChannels, side, side});
        if (!initial)
            return failure(initial);
        noise.initial = *std::move(initial);
        if (!tensors->contains("steps"))
            return noise;
        auto steps = noiseOf(*tensors, "steps", where, {-1, generator.latentChannels, side, side});
        if (!steps)
            return failure(steps);
        noise.steps = *std::move(steps);
        return noise;
    });
}

Result<void> saveImageTensor(const std::filesystem::path& path, const ImageRgbF32& image) {
    return guarded([&] {
        return io::saveTensors(path,
                               {{"image", viewOf(image.planes, {3, image.height, image.width})}});
    });
}

} // namespace hierascope::runtime
