// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dit_options.h"

#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/models/options_reader.h"

namespace hierascope::models {

namespace {

using nlohmann::json;

constexpr std::array kSizes{
    DitSize{"DiT-S", 12, 6, 384},
    DitSize{"DiT-B", 12, 12, 768},
    DitSize{"DiT-L", 24, 16, 1024},
    DitSize{"DiT-XL", 28, 16, 1152},
};

constexpr std::array kObjective{std::pair{std::string_view("diffusion"), DitObjective::Diffusion},
                                std::pair{std::string_view("flow"), DitObjective::Flow}};

constexpr std::array kTimes{std::pair{std::string_view("uniform"), DitTimes::Uniform},
                            std::pair{std::string_view("logit_normal"), DitTimes::LogitNormal}};

Result<void> checkSizes(const DitOptions& options) {
    for (const auto& [field, value, high] :
         {std::tuple{"input_size", options.inputSize, std::int64_t{1024}},
          std::tuple{"patch_size", options.patchSize, options.inputSize},
          std::tuple{"in_channels", options.inChannels, std::int64_t{4096}},
          std::tuple{"hidden_size", options.hiddenSize, std::int64_t{16384}},
          std::tuple{"depth", options.depth, std::int64_t{256}},
          std::tuple{"num_heads", options.heads, std::int64_t{256}},
          std::tuple{"num_classes", options.classCount, std::int64_t{1'000'000}}}) {
        if (auto range = checkOptionRange(field, value, 1, high); !range)
            return range;
    }
    if (options.inputSize % options.patchSize != 0)
        return optionFailure("patch_size", std::to_string(options.patchSize),
                             "a divisor of input_size " + std::to_string(options.inputSize));
    if (options.hiddenSize % 4 != 0)
        return optionFailure("hidden_size", std::to_string(options.hiddenSize), "a multiple of 4");
    if (options.hiddenSize % options.heads != 0)
        return optionFailure("num_heads", std::to_string(options.heads),
                             "a divisor of hidden_size " + std::to_string(options.hiddenSize));
    return {};
}

Result<void> checkNumbers(const DitOptions& options) {
    if (!(options.mlpRatio > 0.0 && options.mlpRatio <= 64.0))
        return optionFailure("mlp_ratio", std::to_string(options.mlpRatio),
                             "more than 0 and at most 64");
    if (!(options.classDropout >= 0.0 && options.classDropout < 1.0))
        return optionFailure("class_dropout_prob", std::to_string(options.classDropout),
                             "0 or more and less than 1");
    for (const auto& [field, value] : {std::pair{"timestep_shift", options.timestepShift},
                                       std::pair{"latent_scale", options.latentScale}}) {
        if (!(value > 0.0 && value <= 1e6))
            return optionFailure(field, std::to_string(value), "more than 0");
    }
    return {};
}

Result<void> checkLatent(const DitOptions& options) {
    for (const auto& [field, values] : {std::pair{"latent_mean", &options.latentMean},
                                        std::pair{"latent_std", &options.latentStd}}) {
        if (!values->empty() && values->size() != static_cast<std::size_t>(options.inChannels))
            return optionFailure(field, "a list of " + std::to_string(values->size()) + " numbers",
                                 "one for each of in_channels, which is " +
                                     std::to_string(options.inChannels));
        for (const double value : *values) {
            if (!std::isfinite(value) || (values == &options.latentStd && value <= 0.0))
                return optionFailure(field, std::to_string(value),
                                     values == &options.latentStd ? "more than 0"
                                                                  : "a finite number");
        }
    }
    return {};
}

} // namespace

const DitSize* findDitSize(std::string_view name) {
    for (const DitSize& size : kSizes) {
        if (size.name == name)
            return &size;
    }
    return nullptr;
}

const DitSize* findDitSize(std::int64_t width) {
    for (const DitSize& size : kSizes) {
        if (size.width == width)
            return &size;
    }
    return nullptr;
}

Result<void> DitOptions::validate() const {
    if (auto sizes = checkSizes(*this); !sizes)
        return sizes;
    if (auto numbers = checkNumbers(*this); !numbers)
        return numbers;
    if (!(velocityCosine >= 0.0 && velocityCosine <= 1e6))
        return optionFailure("velocity_cosine", std::to_string(velocityCosine), "0 or more");
    return checkLatent(*this);
}

Result<DitOptions> ditOptionsFromJson(const json& object) {
    DitOptions options;
    OptionsReader reader(object, "");
    reader.integer("input_size", options.inputSize);
    reader.integer("patch_size", options.patchSize);
    reader.integer("in_channels", options.inChannels);
    reader.integer("hidden_size", options.hiddenSize);
    reader.integer("depth", options.depth);
    reader.integer("num_heads", options.heads);
    reader.number("mlp_ratio", options.mlpRatio);
    reader.integer("num_classes", options.classCount);
    reader.number("class_dropout_prob", options.classDropout);
    reader.flag("learn_sigma", options.learnSigma);
    reader.choice("objective", kObjective, options.objective);
    reader.number("timestep_shift", options.timestepShift);
    reader.choice("times", kTimes, options.times);
    reader.number("velocity_cosine", options.velocityCosine);
    reader.number("latent_scale", options.latentScale);
    reader.numbers("latent_mean", options.latentMean);
    reader.numbers("latent_std", options.latentStd);
    if (auto read = reader.finish(); !read)
        return failure(read);
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

json jsonFromDitOptions(const DitOptions& options) {
    json object{{"input_size", options.inputSize},
                {"patch_size", options.patchSize},
                {"in_channels", options.inChannels},
                {"hidden_size", options.hiddenSize},
                {"depth", options.depth},
                {"num_heads", options.heads},
                {"mlp_ratio", options.mlpRatio},
                {"num_classes", options.classCount},
                {"class_dropout_prob", options.classDropout},
                {"learn_sigma", options.learnSigma},
                {"objective", enumName(kObjective, options.objective)},
                {"timestep_shift", options.timestepShift},
                {"latent_scale", options.latentScale}};
    if (options.objective == DitObjective::Flow) {
        object["times"] = enumName(kTimes, options.times);
        object["velocity_cosine"] = options.velocityCosine;
    }
    if (!options.latentMean.empty())
        object["latent_mean"] = options.latentMean;
    if (!options.latentStd.empty())
        object["latent_std"] = options.latentStd;
    return object;
}

} // namespace hierascope::models
