// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/latent_set.h"

#include <algorithm>
#include <string>
#include <utility>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <c10/core/GradMode.h>

#include "core/io/model_folder.h"
#include "core/io/sha256.h"
#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"
#include "core/training/batch_source.h"

namespace hierascope::training {

namespace {

constexpr std::int64_t kCounted = 10'000;

Result<void> checkFit(const models::HieraTokOptions& tokenizer, const models::DitOptions& generator,
                      const std::string& where) {
    if (tokenizer.latentChannels == generator.inChannels &&
        tokenizer.gridSize() == generator.inputSize)
        return {};
    const auto text = [](std::int64_t channels, std::int64_t side) {
        return std::to_string(channels) + " channels of " + std::to_string(side) + " x " +
               std::to_string(side);
    };
    return failure(ErrorCode::BadData, where + "its latent maps have " +
                                           text(tokenizer.latentChannels, tokenizer.gridSize()) +
                                           ", and the generator learns " +
                                           text(generator.inChannels, generator.inputSize) + ".");
}

Result<LatentSet> encodeAll(const io::ImageDataset& data, models::HieraTok& model,
                            const PictureSource& source, std::int64_t classes,
                            const TaskContext& context) {
    const c10::NoGradGuard guard;
    const auto device = model->parameters().front().device();
    std::vector<at::Tensor> means;
    std::vector<at::Tensor> spreads;
    std::vector<std::int64_t> labels;
    const auto take = [&](const LabelledBatch& batch) {
        const auto posterior = model->posterior(batch.pictures.to(device));
        means.push_back(posterior.mean.cpu());
        spreads.push_back((0.5 * posterior.logvar).exp().cpu());
        labels.insert(labels.end(), batch.labels.begin(), batch.labels.end());
    };
    if (auto done = forEachBatch(data, source, static_cast<int>(model->options().imageSize),
                                 classes, context, take);
        !done)
        return failure(done);
    return LatentSet{at::cat(means), at::cat(spreads), at::tensor(labels, at::kLong)};
}

} // namespace

Result<models::HieraTok> openLatentTokenizer(const std::filesystem::path& path,
                                             const models::DitOptions& generator,
                                             at::Device device) {
    const auto folder = io::openModelFolder(path);
    if (!folder)
        return failure(folder);
    const auto where = "Tokenizer '" + folder->folder.string() + "': ";
    if (folder->config["family"] != "hieratok")
        return failure(ErrorCode::BadData, where + "field 'family' is " +
                                               folder->config["family"].dump() +
                                               ", expected \"hieratok\".");
    const auto options = models::hieraTokOptionsFromJson(folder->config["options"]);
    if (!options)
        return failure(options.error().code, where + options.error().message);
    if (auto fits = checkFit(*options, generator, where); !fits)
        return failure(fits);
    return loadFrozen<models::HieraTok>(*options, *folder, where, device);
}

Result<LatentSet> latentsOf(const PictureSource& source, const models::DitOptions& generator,
                            models::HieraTok& tokenizer, const std::filesystem::path& cache,
                            const TaskContext& context) {
    const auto folder = io::openModelFolder(source.tokenizer);
    if (!folder)
        return failure(folder);
    const auto hash = io::sha256OfFile(folder->weights);
    if (!hash)
        return failure(hash);
    const at::Tensor key = cacheKey(*hash, source);
    std::error_code error;
    if (std::filesystem::exists(cache, error)) {
        auto kept = io::loadTensors(cache);
        if (kept && kept->contains("key") && kept->contains("mean") && kept->contains("spread") &&
            kept->contains("labels") && kept->at("key").equal(key))
            return LatentSet{kept->at("mean"), kept->at("spread"), kept->at("labels")};
    }
    const auto data = openLabelled(source, generator.classCount);
    if (!data)
        return failure(data);
    auto set = encodeAll(**data, tokenizer, source, generator.classCount, context);
    if (!set || cache.empty())
        return set;
    std::filesystem::create_directories(cache.parent_path(), error);
    if (auto saved = io::saveTensors(
            cache,
            {{"mean", set->mean}, {"spread", set->spread}, {"labels", set->labels}, {"key", key}});
        !saved)
        return failure(saved);
    return set;
}

LatentStatistics statisticsOf(const LatentSet& set) {
    const std::int64_t count = std::min(set.mean.size(0), kCounted);
    const auto counted = [count](const at::Tensor& values) {
        return values.narrow(0, 0, count).to(at::kDouble).transpose(0, 1).flatten(1); // [C, n]
    };
    const auto means = counted(set.mean);
    const auto mean = means.mean(1);
    const auto variance = means.var(1, /*unbiased=*/false) + counted(set.spread).square().mean(1);
    const auto list = [](const at::Tensor& values) {
        const auto plain = values.contiguous();
        return std::vector<double>(plain.const_data_ptr<double>(),
                                   plain.const_data_ptr<double>() + plain.numel());
    };
    return {list(mean), list(variance.sqrt().clamp_min(1e-6))};
}

} // namespace hierascope::training
