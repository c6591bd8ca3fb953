// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/train_config.h"

#include <utility>

#include "core/runs/config_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

Result<void> readLoss(const json& object, LossWeights& loss) {
    if (!object.is_object())
        return fieldFailure("training.loss", shortText(object), "an object");
    if (auto known = refuseUnknown(object, "training.loss.",
                                   {"l1", "mse", "perceptual", "kl", "quantizer", "alignment",
                                    "margin_distance", "margin_cosine"});
        !known)
        return known;
    return readNumbers(object, "training.loss.",
                       {{"l1", &loss.l1, 0.0, 1e6},
                        {"mse", &loss.mse, 0.0, 1e6},
                        {"perceptual", &loss.perceptual, 0.0, 1e6},
                        {"kl", &loss.kl, 0.0, 1e6},
                        {"quantizer", &loss.quantizer, 0.0, 1e6},
                        {"alignment", &loss.alignment, 0.0, 1e6},
                        {"margin_distance", &loss.margins.distance, 0.0, 2.0},
                        {"margin_cosine", &loss.margins.cosine, 0.0, 2.0}});
}

Result<void> readTraining(const json& object, const std::filesystem::path& folder,
                          TrainingOptions& training) {
    if (!object.is_object())
        return fieldFailure("training", shortText(object), "an object");
    const std::string prefix = "training.";
    if (auto known = refuseUnknown(object, prefix,
                                   {"steps",
                                    "until",
                                    "init_from",
                                    "accumulate",
                                    "batch_size",
                                    "learning_rate",
                                    "final_learning_rate",
                                    "warmup_ratio",
                                    "weight_decay",
                                    "betas",
                                    "clip_norm",
                                    "ema_decay",
                                    "drop_path",
                                    "precision",
                                    "loss",
                                    "discriminator",
                                    "seed",
                                    "log_every",
                                    "evaluate_every",
                                    "evaluate_images",
                                    "sample_every",
                                    "final_images",
                                    "reseed_every",
                                    "quantize_from",
                                    "initial_gain",
                                    "checkpoint_seconds",
                                    "keep_checkpoints"});
        !known)
        return known;
    if (auto read = readBetas(object, prefix, training.betas); !read)
        return read;
    if (auto read = readPath(object, prefix, "init_from", folder, training.initFrom); !read)
        return read;
    if (const auto seed = object.find("seed"); seed != object.end()) {
        if (!seed->is_number_integer() || seed->get<std::int64_t>() < 0)
            return fieldFailure("training.seed", shortText(*seed), "a whole number from 0");
        training.seed = seed->get<std::uint64_t>();
    }
    if (const auto precision = object.find("precision"); precision != object.end()) {
        if (*precision != "float32" && *precision != "bfloat16")
            return fieldFailure("training.precision", shortText(*precision),
                                "\"float32\" or \"bfloat16\"");
        training.precision = *precision == "float32" ? Precision::Float32 : Precision::BFloat16;
    }
    if (const auto loss = object.find("loss"); loss != object.end()) {
        if (auto read = readLoss(*loss, training.loss); !read)
            return read;
    }
    if (auto read = readIntegers(object, prefix,
                                 {{"steps", &training.steps, 1, 1'000'000'000},
                                  {"until", &training.until, 0, 1'000'000'000},
                                  {"batch_size", &training.batchSize, 1, 65'536},
                                  {"accumulate", &training.accumulate, 1, 65'536},
                                  {"log_every", &training.logEvery, 1, 1'000'000},
                                  {"evaluate_every", &training.evaluateEvery, 1, 1'000'000'000},
                                  {"evaluate_images", &training.evaluateImages, 1, 1'000'000},
                                  {"sample_every", &training.sampleEvery, 0, 1'000'000'000},
                                  {"final_images", &training.finalImages, 0, 1'000'000'000},
                                  {"quantize_from", &training.quantizeFrom, 0, 1'000'000'000},
                                  {"reseed_every", &training.reseedEvery, 0, 1'000'000'000},
                                  {"keep_checkpoints", &training.keepCheckpoints, 1, 1'000}});
        !read)
        return read;
    if (auto read = readNumbers(object, prefix,
                                {{"learning_rate", &training.learningRate, 0.0, 10.0},
                                 {"final_learning_rate", &training.finalLearningRate, 0.0, 10.0},
                                 {"warmup_ratio", &training.warmupRatio, 0.0, 1.0},
                                 {"weight_decay", &training.weightDecay, 0.0, 10.0},
                                 {"clip_norm", &training.clipNorm, 0.0, 1e9},
                                 {"ema_decay", &training.emaDecay, 0.0, 1.0},
                                 {"initial_gain", &training.initialGain, 0.0, 1e3},
                                 {"drop_path", &training.dropPath, 0.0, 0.99},
                                 {"checkpoint_seconds", &training.checkpointSeconds, 0.0, 1e9}});
        !read)
        return read;
    if (training.batchSize % training.accumulate != 0)
        return fieldFailure(prefix + "accumulate", std::to_string(training.accumulate),
                            "a divisor of training.batch_size, which is " +
                                std::to_string(training.batchSize));
    if (const auto discriminator = object.find("discriminator"); discriminator != object.end()) {
        training.discriminator.learningRate = training.learningRate;
        training.discriminator.finalLearningRate = training.finalLearningRate;
        training.discriminator.weightDecay = training.weightDecay;
        training.discriminator.betas = training.betas;
        return readDiscriminator(*discriminator, folder, training.discriminator);
    }
    return {};
}

Result<void> readResize(const json& value, std::array<int, 2>& range) {
    const bool isPair = value.is_array() && value.size() == 2 && value[0].is_number_integer() &&
                        value[1].is_number_integer();
    const auto low = isPair ? value[0].get<std::int64_t>() : 0;
    const auto high = isPair ? value[1].get<std::int64_t>() : 0;
    if (low < 1 || high < low || high > 65'536)
        return fieldFailure("data.resize", shortText(value),
                            "two whole numbers of pixels, the smaller one first");
    range = {static_cast<int>(low), static_cast<int>(high)};
    return {};
}

Result<void> readData(const json& data, const std::filesystem::path& folder, TrainConfig& config) {
    if (!data.is_object() || !data.contains("train"))
        return fieldFailure("data", shortText(data), "an object with the path 'train'");
    if (auto known =
            refuseUnknown(data, "data.",
                          {"train", "held_out", "perceptual_weights", "description", "flip",
                           "padding", "tokenizer", "train_images", "lpips_weights", "lpips_linear",
                           "teacher_weights", "broken_share", "threads", "resize"});
        !known)
        return known;
    if (auto read = readPath(data, "data.", "train", folder, config.trainData); !read)
        return read;
    if (auto read = readPath(data, "data.", "held_out", folder, config.heldOutData); !read)
        return read;
    if (auto read = readPath(data, "data.", "perceptual_weights", folder, config.perceptualWeights);
        !read)
        return read;
    if (const auto flip = data.find("flip"); flip != data.end()) {
        if (!flip->is_boolean())
            return fieldFailure("data.flip", shortText(*flip), "true or false");
        config.crops.flip = flip->get<bool>();
    }
    for (const auto& [key, target] : {std::pair{"lpips_weights", &config.lpipsWeights},
                                      std::pair{"lpips_linear", &config.lpipsLinear},
                                      std::pair{"teacher_weights", &config.teacherWeights}}) {
        if (auto read = readPath(data, "data.", key, folder, *target); !read)
            return read;
    }
    if (config.lpipsWeights.empty() && !config.lpipsLinear.empty())
        return fieldFailure("data.lpips_linear", "given", "'data.lpips_weights' beside it");
    if (auto read = readPath(data, "data.", "tokenizer", folder, config.tokenizer); !read)
        return read;
    if (const auto resize = data.find("resize"); resize != data.end()) {
        if (auto read = readResize(*resize, config.crops.resize); !read)
            return read;
    }
    if (auto read = readNumbers(data, "data.", {{"broken_share", &config.brokenShare, 0.0, 1.0}});
        !read)
        return read;
    std::int64_t padding = 0;
    std::int64_t threads = config.inputThreads;
    if (auto read = readIntegers(data, "data.",
                                 {{"padding", &padding, 0, 4096},
                                  {"threads", &threads, 0, 256},
                                  {"train_images", &config.trainImages, 0, 1'000'000'000}});
        !read)
        return read;
    config.crops.padding = static_cast<int>(padding);
    config.inputThreads = static_cast<int>(threads);
    if (const auto text = data.find("description"); text != data.end()) {
        if (!text->is_string())
            return fieldFailure("data.description", shortText(*text), "a text");
        config.dataDescription = text->get<std::string>();
    }
    return {};
}

} // namespace

Result<TrainConfig> trainConfigFromJson(const json& object, const std::filesystem::path& folder) {
    if (!object.is_object())
        return fieldFailure("config", shortText(object), "an object");
    if (auto known = refuseUnknown(object, "",
                                   {"format", "family", "options", "preprocess", "classes",
                                    "tokenizer", "data", "training"});
        !known)
        return failure(known);
    TrainConfig config;
    config.model = json::object();
    for (const char* key : {"format", "family", "options", "preprocess"}) {
        if (!object.contains(key))
            return fieldFailure(key, "missing", "a model folder's key");
        config.model[key] = object[key];
    }
    for (const char* key : {"classes", "tokenizer"}) {
        if (object.contains(key))
            config.model[key] = object[key];
    }
    if (auto read = readData(object.value("data", json::object()), folder, config); !read)
        return failure(read);
    if (config.model["family"] == "restok") {
        LossWeights& loss = config.training.loss;
        loss.l1 = loss.kl = 0.0;
        loss.mse = loss.perceptual = 1.0;
    } else {
        config.training.loss.margins.cosine = 0.0; // VA-VAE's first phase
    }
    if (auto read = readTraining(object.value("training", json::object()), folder, config.training);
        !read)
        return failure(read);
    const bool isGenerator = config.model["family"] == "gpt" || config.model["family"] == "dit";
    if (isGenerator && config.training.discriminator.isOn())
        return fieldFailure("training.discriminator", "given",
                            "nothing for the family " + shortText(config.model["family"]));
    if (config.training.loss.perceptual > 0.0 && config.perceptualWeights.empty() &&
        config.lpipsWeights.empty())
        return fieldFailure("data.perceptual_weights", "missing",
                            "the path of EfficientNet-Lite0's weights, since "
                            "training.loss.perceptual is not 0");
    return config;
}

void makePathsAbsolute(json& config, const std::filesystem::path& folder) {
    const auto makeAbsolute = [&folder](json& value) {
        if (value.is_string() && !value.get_ref<const std::string&>().empty())
            value = std::filesystem::absolute(folder / value.get<std::string>())
                        .lexically_normal()
                        .string();
    };
    if (config.contains("data") && config["data"].is_object())
        for (auto& [key, value] : config["data"].items())
            if (key != "description")
                makeAbsolute(value);
    for (const char* path : {"/training/discriminator/weights", "/training/init_from"}) {
        if (const json::json_pointer pointer(path); config.contains(pointer))
            makeAbsolute(config[pointer]);
    }
}

} // namespace hierascope::runs
