// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/reference_file.h"

#include <limits>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/zeros.h>

#include "core/io/npy.h"
#include "core/io/tensor_file.h"
#include "core/io/zip_archive.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kRecipeKey = "hierascope_statistics";
constexpr std::int64_t kMostWidth = 16'384;
// Another program's file does not say how many images there were: not so few as to be told of.
constexpr std::int64_t kUnknownCount = std::numeric_limits<std::int64_t>::max() / 2;

/// One array of doubles out of an .npz.
Result<at::Tensor> arrayOf(const fs::path& path, const std::string& name) {
    auto file = io::InputFile::open(path);
    if (!file)
        return failure(file);
    auto archive = io::ZipArchive::open(*std::move(file));
    if (!archive)
        return failure(archive);
    const io::ZipRecord* record = archive->find(name + ".npy");
    if (record == nullptr)
        return io::badFile(path, "has no array '" + name + "', expected mu and sigma.");
    if (!record->isStored)
        return io::badFile(path, "is compressed, which is not read: save it with numpy.savez.");
    const io::ZipRecord place = *record;
    const io::InputFile bytes = std::move(*archive).release();
    const auto header = io::readNpyHeader(bytes, place.offset, place.size);
    if (!header)
        return failure(header);
    const bool isDouble = header->dtype == io::DType::F64;
    const bool isSized = (header->shape.size() == 1 || header->shape.size() == 2) &&
                         header->shape[0] > 0 && header->shape[0] <= kMostWidth &&
                         (header->shape.size() == 1 || header->shape[1] == header->shape[0]);
    if ((!isDouble && header->dtype != io::DType::F32) || header->isBigEndian || !isSized)
        return io::badFile(path, "has an array '" + name +
                                     "' that is no [D] or [D, D] of little-endian floats.");
    at::Tensor values =
        at::zeros(header->shape, at::TensorOptions(isDouble ? at::kDouble : at::kFloat));
    const auto read =
        bytes.read(header->dataStart,
                   std::span(static_cast<std::byte*>(values.data_ptr()), header->dataBytes));
    if (!read)
        return failure(read);
    return values.to(at::kDouble); // a covariance is symmetric: the order of axes says nothing
}

Result<metrics::Moments> checkedMoments(const fs::path& path, metrics::Moments moments) {
    const bool isSized = moments.mean.dim() == 1 && moments.covariance.dim() == 2 &&
                         moments.covariance.size(0) == moments.mean.size(0) &&
                         moments.covariance.size(1) == moments.mean.size(0);
    if (!isSized)
        return io::badFile(path, "has a mean and a covariance whose sizes do not agree.");
    if (!at::isfinite(moments.mean).all().item<bool>() ||
        !at::isfinite(moments.covariance).all().item<bool>())
        return io::badFile(path, "has a mean or a covariance that is not finite.");
    return moments;
}

Result<ReferenceFile> readNpz(const fs::path& path) {
    const auto read = [&](const char* mean, const char* covariance) -> Result<metrics::Moments> {
        const auto mu = arrayOf(path, mean);
        if (!mu)
            return failure(mu);
        const auto sigma = arrayOf(path, covariance);
        if (!sigma)
            return failure(sigma);
        return checkedMoments(path, {kUnknownCount, *mu, *sigma, {}});
    };
    auto pooled = read("mu", "sigma");
    if (!pooled)
        return failure(pooled);
    ReferenceFile file;
    file.statistics.pooled = *std::move(pooled);
    if (auto spatial = read("mu_s", "sigma_s")) // as ADM's files have it
        file.statistics.spatial = *std::move(spatial);
    return file;
}

} // namespace

bool isReferenceFile(const fs::path& path) {
    if (path.extension() == ".npz") {
        auto file = io::InputFile::open(path);
        if (!file)
            return false;
        const auto archive = io::ZipArchive::open(*std::move(file));
        return archive && archive->find("mu.npy") != nullptr;
    }
    if (path.extension() != ".safetensors")
        return false;
    const auto file = io::SafetensorsFile::open(path);
    return file && file->metadata().contains(kRecipeKey);
}

Result<ReferenceFile> readReferenceFile(const fs::path& path) {
    if (path.extension() == ".npz")
        return readNpz(path);
    const auto file = io::SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    const auto text = file->metadata().find(kRecipeKey);
    const json recipe = text == file->metadata().end()
                            ? json()
                            : json::parse(text->second, nullptr, /*allow_exceptions=*/false);
    if (!recipe.is_object())
        return io::badFile(path,
                           std::string("has no recipe in its metadata '") + kRecipeKey + "'.");
    auto tensors = io::loadTensors(path);
    if (!tensors)
        return failure(tensors);
    const auto momentsOf = [&](const std::string& prefix) -> Result<metrics::Moments> {
        for (const char* name : {"mean", "covariance"})
            if (!tensors->contains(prefix + name))
                return io::badFile(path, "has no tensor '" + prefix + name + "'.");
        return checkedMoments(path, {recipe.value("count", std::int64_t{0}),
                                     tensors->at(prefix + "mean").to(at::kDouble),
                                     tensors->at(prefix + "covariance").to(at::kDouble),
                                     {}});
    };
    auto pooled = momentsOf("");
    if (!pooled)
        return failure(pooled);
    ReferenceFile found;
    found.statistics.pooled = *std::move(pooled);
    found.recipe = recipe;
    if (tensors->contains("spatial.mean")) {
        auto spatial = momentsOf("spatial.");
        if (!spatial)
            return failure(spatial);
        found.statistics.spatial = *std::move(spatial);
    }
    if (const auto features = tensors->find("features"); features != tensors->end()) {
        if (features->second.dim() != 2 ||
            features->second.size(1) != found.statistics.pooled.width())
            return io::badFile(path, "has features of another width than the mean's.");
        found.statistics.features = features->second.to(at::kFloat);
    }
    return found;
}

Result<void> saveReferenceFile(const fs::path& path, const SetStatistics& statistics,
                               const json& recipe) {
    json own = recipe;
    own["count"] = statistics.pooled.count;
    io::TensorMap tensors{{"mean", statistics.pooled.mean},
                          {"covariance", statistics.pooled.covariance}};
    if (statistics.spatial) {
        tensors["spatial.mean"] = statistics.spatial->mean;
        tensors["spatial.covariance"] = statistics.spatial->covariance;
    }
    if (statistics.features.defined())
        tensors["features"] = statistics.features;
    return io::saveTensors(
        path, tensors, {{kRecipeKey, own.dump(-1, ' ', false, json::error_handler_t::replace)}});
}

} // namespace hierascope::runtime
