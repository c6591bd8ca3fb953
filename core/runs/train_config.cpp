// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/train_config.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace hierascope::runs {

namespace {

using nlohmann::json;

tl::unexpected<Error> fieldFailure(const std::string& field, const std::string& found,
                                   const std::string& expected) {
    return failure(ErrorCode::BadData,
                   "Field '" + field + "' is " + found + ", expected " + expected + ".");
}

/// Where one number of `training` goes, and what it may be.
struct IntegerField {
    const char* key;
    std::int64_t* target;
    std::int64_t low;
    std::int64_t high;
};

struct NumberField {
    const char* key;
    double* target;
    double low;
    double high;
};

std::string shortText(const json& value) {
    return value.dump().substr(0, 80);
}

Result<void> readIntegers(const json& object, const std::string& prefix,
                          std::initializer_list<IntegerField> fields) {
    for (const IntegerField& field : fields) {
        const auto found = object.find(field.key);
        if (found == object.end())
            continue;
        const std::string range = "a whole number from " + std::to_string(field.low) + " to " +
                                  std::to_string(field.high);
        if (!found->is_number_integer())
            return fieldFailure(prefix + field.key, shortText(*found), range);
        const auto value = found->get<std::int64_t>();
        if (value < field.low || value > field.high)
            return fieldFailure(prefix + field.key, shortText(*found), range);
        *field.target = value;
    }
    return {};
}

Result<void> readNumbers(const json& object, const std::string& prefix,
                         std::initializer_list<NumberField> fields) {
    for (const NumberField& field : fields) {
        const auto found = object.find(field.key);
        if (found == object.end())
            continue;
        if (!found->is_number() || found->get<double>() < field.low ||
            found->get<double>() > field.high)
            return fieldFailure(prefix + field.key, shortText(*found),
                                "a number from " + json(field.low).dump() + " to " +
                                    json(field.high).dump());
        *field.target = found->get<double>();
    }
    return {};
}

/// How many letters to put in, leave out or change, to make one word of the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// What a key that nobody knows was probably meant to be.
std::string nearestName(const std::string& prefix, std::string_view key,
                        std::initializer_list<std::string_view> known) {
    key = key.substr(0, 80); // a longer one is like none
    const auto nearest =
        std::min_element(known.begin(), known.end(), [key](std::string_view a, std::string_view b) {
            return editDistance(key, a) < editDistance(key, b);
        });
    const bool isNear = editDistance(key, *nearest) <= std::max<std::size_t>(2, key.size() / 3);
    return isNear ? "'" + prefix + std::string(*nearest) + "', which is the nearest name"
                  : "one of the documented keys";
}

Result<void> refuseUnknown(const json& object, const std::string& prefix,
                           std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return fieldFailure(prefix + key, "unknown", nearestName(prefix, key, known));
    }
    return {};
}

Result<void> readPath(const json& object, const std::string& prefix, const char* key,
                      const std::filesystem::path& folder, std::filesystem::path& target) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    if (!found->is_string() || found->get_ref<const std::string&>().empty())
        return fieldFailure(prefix + key, shortText(*found), "a path");
    target = folder / found->get<std::string>();
    return {};
}

Result<void> readLoss(const json& object, LossWeights& loss) {
    if (!object.is_object())
        return fieldFailure("training.loss", shortText(object), "an object");
    if (auto known = refuseUnknown(object, "training.loss.",
                                   {"l1", "mse", "perceptual", "kl", "quantizer", "alignment"});
        !known)
        return known;
    return readNumbers(object, "training.loss.",
                       {{"l1", &loss.l1, 0.0, 1e6},
                        {"mse", &loss.mse, 0.0, 1e6},
                        {"perceptual", &loss.perceptual, 0.0, 1e6},
                        {"kl", &loss.kl, 0.0, 1e6},
                        {"quantizer", &loss.quantizer, 0.0, 1e6},
                        {"alignment", &loss.alignment, 0.0, 1e6}});
}

/// Reads what happens to pictures, as the official code writes it: "color,translation,cutout_0.2".
Result<void> readAugmentPolicy(const json& value, AugmentPolicy& policy) {
    policy.color = policy.translation = false;
    policy.cutout = 0.0;
    std::string rest = value.is_string() ? value.get<std::string>() : "?";
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const std::string name = rest.substr(0, comma);
        rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
        if (name == "color")
            policy.color = true;
        else if (name == "translation")
            policy.translation = true;
        else if (name == "cutout_0.2" || name == "cutout_0.5")
            policy.cutout = name == "cutout_0.2" ? 0.2 : 0.5;
        else
            return fieldFailure("training.discriminator.diffaug", shortText(value),
                                "some of \"color,translation,cutout_0.2\", or \"\"");
    }
    return {};
}

Result<void> readDiscriminator(const json& object, const std::filesystem::path& folder,
                               DiscriminatorOptions& options) {
    const std::string prefix = "training.discriminator.";
    if (!object.is_object() || !object.contains("weights"))
        return fieldFailure("training.discriminator", shortText(object),
                            "an object with the path 'weights'");
    if (auto known =
            refuseUnknown(object, prefix,
                          {"weights", "weight", "start_step", "learning_rate",
                           "final_learning_rate", "lecam", "diffaug", "diffaug_probability"});
        !known)
        return known;
    if (auto read = readPath(object, prefix, "weights", folder, options.weights); !read)
        return read;
    if (const auto policy = object.find("diffaug"); policy != object.end()) {
        if (auto read = readAugmentPolicy(*policy, options.augment); !read)
            return read;
    }
    if (auto read =
            readIntegers(object, prefix, {{"start_step", &options.start, 0, 1'000'000'000}});
        !read)
        return read;
    return readNumbers(object, prefix,
                       {{"weight", &options.weight, 0.0, 1e6},
                        {"learning_rate", &options.learningRate, 0.0, 10.0},
                        {"final_learning_rate", &options.finalLearningRate, 0.0, 10.0},
                        {"lecam", &options.lecam, 0.0, 1e6},
                        {"diffaug_probability", &options.augment.probability, 0.0, 1.0}});
}

Result<void> readTraining(const json& object, const std::filesystem::path& folder,
                          TrainingOptions& training) {
    if (!object.is_object())
        return fieldFailure("training", shortText(object), "an object");
    const std::string prefix = "training.";
    if (auto known = refuseUnknown(object, prefix,
                                   {"steps",
                                    "until",
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
                                    "final_images",
                                    "reseed_every",
                                    "quantize_from",
                                    "initial_gain",
                                    "checkpoint_seconds",
                                    "keep_checkpoints"});
        !known)
        return known;
    if (const auto betas = object.find("betas"); betas != object.end()) {
        if (!betas->is_array() || betas->size() != 2 || !(*betas)[0].is_number() ||
            !(*betas)[1].is_number())
            return fieldFailure("training.betas", shortText(*betas), "two numbers");
        training.betas = {(*betas)[0].get<double>(), (*betas)[1].get<double>()};
    }
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
                                  {"log_every", &training.logEvery, 1, 1'000'000},
                                  {"evaluate_every", &training.evaluateEvery, 1, 1'000'000'000},
                                  {"evaluate_images", &training.evaluateImages, 1, 1'000'000},
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
    if (const auto discriminator = object.find("discriminator"); discriminator != object.end()) {
        training.discriminator.learningRate = training.learningRate;
        training.discriminator.finalLearningRate = training.finalLearningRate;
        return readDiscriminator(*discriminator, folder, training.discriminator);
    }
    return {};
}

Result<void> readData(const json& data, const std::filesystem::path& folder, TrainConfig& config) {
    if (!data.is_object() || !data.contains("train"))
        return fieldFailure("data", shortText(data), "an object with the path 'train'");
    if (auto known =
            refuseUnknown(data, "data.",
                          {"train", "held_out", "perceptual_weights", "description", "flip",
                           "padding", "tokenizer", "train_images", "lpips_weights"});
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
    if (auto read = readPath(data, "data.", "lpips_weights", folder, config.lpipsWeights); !read)
        return read;
    if (auto read = readPath(data, "data.", "tokenizer", folder, config.tokenizer); !read)
        return read;
    std::int64_t padding = 0;
    if (auto read = readIntegers(data, "data.",
                                 {{"padding", &padding, 0, 4096},
                                  {"train_images", &config.trainImages, 0, 1'000'000'000}});
        !read)
        return read;
    config.crops.padding = static_cast<int>(padding);
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
    }
    if (auto read = readTraining(object.value("training", json::object()), folder, config.training);
        !read)
        return failure(read);
    if (config.model["family"] != "restok" && !config.training.discriminator.weights.empty())
        return fieldFailure("training.discriminator", "given",
                            "nothing for the family " + shortText(config.model["family"]));
    const bool hasLpips = config.model["family"] == "restok" && !config.lpipsWeights.empty();
    if (config.training.loss.perceptual > 0.0 && config.perceptualWeights.empty() && !hasLpips)
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
    const json::json_pointer weights("/training/discriminator/weights");
    if (config.contains(weights))
        makeAbsolute(config[weights]);
}

} // namespace hierascope::runs
