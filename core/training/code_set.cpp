// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/code_set.h"

#include <algorithm>
#include <string>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <c10/core/GradMode.h>

#include "core/io/dataset.h"
#include "core/io/model_folder.h"
#include "core/io/sha256.h"
#include "core/io/tensor_file.h"
#include "core/models/restok.h"
#include "core/models/state_dict.h"
#include "core/training/batch_source.h"

namespace hierascope::training {

namespace {

Result<models::ResTok> openTokenizer(const io::ModelFolder& folder, at::Device device) {
    const auto where = "Tokenizer '" + folder.folder.string() + "': ";
    if (folder.config["family"] != "restok")
        return failure(ErrorCode::BadData, where + "field 'family' is " +
                                               folder.config["family"].dump() +
                                               ", expected \"restok\".");
    const auto options = models::resTokOptionsFromJson(folder.config["options"]);
    if (!options)
        return failure(options.error().code, where + options.error().message);
    return loadFrozen<models::ResTok>(*options, folder, where, device);
}

Result<void> checkFit(const models::ResTokOptions& tokenizer, const models::GptOptions& generator,
                      const PictureSource& source) {
    if (tokenizer.codebookSize == generator.vocabulary &&
        tokenizer.latentTokens == generator.blockSize)
        return {};
    return failure(ErrorCode::BadData, "Tokenizer '" + source.tokenizer.string() + "' has " +
                                           std::to_string(tokenizer.latentTokens) + " codes of " +
                                           std::to_string(tokenizer.codebookSize) +
                                           ", and the generator writes " +
                                           std::to_string(generator.blockSize) + " of " +
                                           std::to_string(generator.vocabulary) + ".");
}

Result<CodeSet> encodeAll(const io::ImageDataset& data, models::ResTok& model,
                          const PictureSource& source, const models::GptOptions& generator,
                          const TaskContext& context) {
    const c10::NoGradGuard guard;
    const auto device = model->parameters().front().device();
    std::vector<at::Tensor> codes;
    std::vector<std::int64_t> labels;
    const auto take = [&](const LabelledBatch& batch) {
        const auto images = batch.pictures.to(device) * 0.5 + 0.5;
        codes.push_back(model->codesOf(model->encode(images).z).cpu());
        labels.insert(labels.end(), batch.labels.begin(), batch.labels.end());
    };
    if (auto done = forEachBatch(data, source, static_cast<int>(model->options().imageSize),
                                 generator.classCount, context, take);
        !done)
        return failure(done);
    return CodeSet{at::cat(codes), at::tensor(labels, at::kLong)};
}

} // namespace

Result<CodeSet> codesOf(const PictureSource& source, const models::GptOptions& generator,
                        const std::filesystem::path& cache, at::Device device,
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
        if (kept && kept->contains("key") && kept->contains("codes") && kept->contains("labels") &&
            kept->at("key").equal(key))
            return CodeSet{kept->at("codes"), kept->at("labels")};
    }
    auto model = openTokenizer(*folder, device);
    if (!model)
        return failure(model);
    if (auto fits = checkFit((*model)->options(), generator, source); !fits)
        return failure(fits);
    const auto data = openLabelled(source, generator.classCount);
    if (!data)
        return failure(data);
    auto set = encodeAll(**data, *model, source, generator, context);
    if (!set || cache.empty())
        return set;
    std::filesystem::create_directories(cache.parent_path(), error);
    if (auto saved =
            io::saveTensors(cache, {{"codes", set->codes}, {"labels", set->labels}, {"key", key}});
        !saved)
        return failure(saved);
    return set;
}

} // namespace hierascope::training
