// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_options.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/models/options_reader.h"

namespace hierascope::models {

namespace {

using nlohmann::json;

constexpr std::array kDownsample{
    std::pair{std::string_view("conv"), Downsample::Conv},
    std::pair{std::string_view("interpolate"), Downsample::Interpolate}};
constexpr std::array kConvWidth{std::pair{std::string_view("wide"), ConvWidth::Wide},
                                std::pair{std::string_view("narrow"), ConvWidth::Narrow}};
constexpr std::array kFinest{std::pair{std::string_view("conv"), FinestLevel::Conv},
                             std::pair{std::string_view("projection"), FinestLevel::Projection}};
constexpr std::array kAttention{
    std::pair{std::string_view("full"), ScaleAttention::Full},
    std::pair{std::string_view("scale_independent"), ScaleAttention::ScaleIndependent},
    std::pair{std::string_view("scale_causal"), ScaleAttention::ScaleCausal}};

void readVit(OptionsReader& reader, const char* key, VitOptions& target) {
    reader.object(key, [&target](OptionsReader& vit) {
        vit.integer("layers", target.layers);
        vit.integer("width", target.width);
        vit.integer("heads", target.heads);
        vit.number("mlp_ratio", target.mlpRatio);
    });
}

json jsonFromVit(const VitOptions& options) {
    return {{"layers", options.layers},
            {"width", options.width},
            {"heads", options.heads},
            {"mlp_ratio", options.mlpRatio}};
}

Result<void> validateVit(const std::string& name, const VitOptions& options) {
    for (const auto& [field, value, high] :
         {std::tuple{"layers", options.layers, std::int64_t{256}},
          std::tuple{"width", options.width, std::int64_t{16384}},
          std::tuple{"heads", options.heads, std::int64_t{256}}}) {
        if (auto range = checkOptionRange(name + "." + field, value, 1, high); !range)
            return range;
    }
    if (options.width % options.heads != 0)
        return optionFailure(name + ".heads", std::to_string(options.heads),
                             "a divisor of the width " + std::to_string(options.width));
    if (!(options.mlpRatio > 0.0 && options.mlpRatio <= 64.0))
        return optionFailure(name + ".mlp_ratio", std::to_string(options.mlpRatio),
                             "more than 0 and at most 64");
    return {};
}

Result<void> validateScales(const HieraTokOptions& options) {
    if (options.scales.empty())
        return optionFailure("scales", "empty", "at least one side length");
    std::int64_t previous = 0;
    for (const std::int64_t scale : options.scales) {
        if (scale <= previous || scale > options.gridSize())
            return optionFailure("scales", json(options.scales).dump(),
                                 "increasing side lengths from 1 to the grid's " +
                                     std::to_string(options.gridSize()));
        previous = scale;
    }
    return {};
}

} // namespace

std::int64_t HieraTokOptions::tokenCount() const {
    std::int64_t count = 0;
    for (const std::int64_t scale : scales)
        count += scale * scale;
    return count;
}

Result<void> HieraTokOptions::validate() const {
    if (auto range = checkOptionRange("image_size", imageSize, 1, 8192); !range)
        return range;
    if (auto range = checkOptionRange("patch_size", patchSize, 1, 256); !range)
        return range;
    if (imageSize % patchSize != 0 || gridSize() > 256)
        return optionFailure("patch_size", std::to_string(patchSize),
                             "a divisor of the image size " + std::to_string(imageSize) +
                                 " that leaves a grid of at most 256");
    if (auto range = checkOptionRange("latent_channels", latentChannels, 1, 4096); !range)
        return range;
    if (auto range = checkOptionRange("alignment_channels", alignmentChannels, 0, 16384); !range)
        return range;
    if (auto scales_ = validateScales(*this); !scales_)
        return scales_;
    if (auto vit = validateVit("encoder", encoder); !vit)
        return vit;
    return validateVit("decoder", decoder);
}

Result<HieraTokOptions> hieraTokOptionsFromJson(const json& object) {
    HieraTokOptions options;
    OptionsReader reader(object, "");
    reader.integer("image_size", options.imageSize);
    reader.integer("patch_size", options.patchSize);
    reader.integer("latent_channels", options.latentChannels);
    reader.integers("scales", options.scales);
    reader.choice("downsample", kDownsample, options.downsample);
    reader.choice("conv_width", kConvWidth, options.convWidth);
    reader.choice("finest", kFinest, options.finest);
    reader.choice("attention", kAttention, options.attention);
    reader.integer("alignment_channels", options.alignmentChannels);
    readVit(reader, "encoder", options.encoder);
    readVit(reader, "decoder", options.decoder);
    if (auto read = reader.finish(); !read)
        return failure(read);
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

json jsonFromHieraTokOptions(const HieraTokOptions& options) {
    json object{{"image_size", options.imageSize},
                {"patch_size", options.patchSize},
                {"latent_channels", options.latentChannels},
                {"scales", options.scales},
                {"downsample", enumName(kDownsample, options.downsample)},
                {"conv_width", enumName(kConvWidth, options.convWidth)},
                {"finest", enumName(kFinest, options.finest)},
                {"attention", enumName(kAttention, options.attention)},
                {"encoder", jsonFromVit(options.encoder)},
                {"decoder", jsonFromVit(options.decoder)}};
    if (options.alignmentChannels > 0)
        object["alignment_channels"] = options.alignmentChannels;
    return object;
}

} // namespace hierascope::models
