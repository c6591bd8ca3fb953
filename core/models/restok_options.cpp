// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/restok_options.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/models/options_reader.h"

namespace hierascope::models {

namespace {

using nlohmann::json;

constexpr EnumNames<TokenMerge, 2> kMerge{std::pair{"subsample", TokenMerge::Subsample},
                                          std::pair{"average", TokenMerge::Average}};
constexpr std::int64_t kMostLatents = 512;

void readSize(OptionsReader& reader, const char* key, TransformerSize& target) {
    reader.object(key, [&target](OptionsReader& size) {
        size.integer("layers", target.layers);
        size.integer("width", target.width);
        size.integer("heads", target.heads);
    });
}

json jsonFromSize(const TransformerSize& size) {
    return {{"layers", size.layers}, {"width", size.width}, {"heads", size.heads}};
}

void readPixelNetwork(OptionsReader& reader, PixelNetworkOptions& target) {
    reader.object("pixel", [&target](OptionsReader& pixel) {
        pixel.integer("hidden_channels", target.hiddenChannels);
        pixel.integers("channel_mult", target.channelMultipliers);
        pixel.integer("num_res_blocks", target.residualBlocks);
        target.middleBlocks = target.residualBlocks; // as in the official code
        pixel.integer("num_mid_blocks", target.middleBlocks);
        pixel.integer("z_channels", target.latentChannels);
        pixel.integer("group_norm_groups", target.normGroups);
    });
}

Result<void> validateSize(const std::string& name, const TransformerSize& size) {
    for (const auto& [field, value, high] : {std::tuple{"layers", size.layers, std::int64_t{256}},
                                             std::tuple{"width", size.width, std::int64_t{16384}},
                                             std::tuple{"heads", size.heads, std::int64_t{256}}}) {
        if (auto range = checkOptionRange(name + "." + field, value, 1, high); !range)
            return range;
    }
    if (size.width % size.heads != 0 || size.width / size.heads % 4 != 0)
        return optionFailure(name + ".heads", std::to_string(size.heads),
                             "a divisor of the width " + std::to_string(size.width) +
                                 " that leaves a multiple of 4");
    return {};
}

Result<void> validatePixelNetwork(const PixelNetworkOptions& pixel) {
    for (const auto& [field, value, high] :
         {std::tuple{"hidden_channels", pixel.hiddenChannels, std::int64_t{4096}},
          std::tuple{"num_res_blocks", pixel.residualBlocks, std::int64_t{64}},
          std::tuple{"num_mid_blocks", pixel.middleBlocks, std::int64_t{64}},
          std::tuple{"z_channels", pixel.latentChannels, std::int64_t{16384}},
          std::tuple{"group_norm_groups", pixel.normGroups, std::int64_t{4096}}}) {
        if (auto range = checkOptionRange(std::string("pixel.") + field, value, 1, high); !range)
            return range;
    }
    if (pixel.channelMultipliers.empty() || pixel.channelMultipliers.size() > 8)
        return optionFailure("pixel.channel_mult", json(pixel.channelMultipliers).dump(),
                             "1 to 8 factors");
    for (const std::int64_t factor : pixel.channelMultipliers) {
        if (factor < 1 || factor > 64)
            return optionFailure("pixel.channel_mult", json(pixel.channelMultipliers).dump(),
                                 "factors from 1 to 64");
    }
    if (pixel.hiddenChannels % pixel.normGroups != 0)
        return optionFailure("pixel.hidden_channels", std::to_string(pixel.hiddenChannels),
                             "a multiple of the " + std::to_string(pixel.normGroups) +
                                 " groups of the norms");
    return {};
}

/// Halving the columns again and again must leave whole tokens.
Result<void> validateMerging(const ResTokOptions& options) {
    if (auto range = checkOptionRange("hierarchy_stages", options.hierarchyStages, 0, 8); !range)
        return range;
    if (!options.mergeTokens || options.hierarchyStages == 0)
        return {};
    if (!(options.reductionRatio > 0.0 && options.reductionRatio < 1.0))
        return optionFailure("reduction_ratio", json(options.reductionRatio).dump(),
                             "more than 0 and less than 1");
    if (options.hierarchyStages > options.encoder.layers)
        return optionFailure("hierarchy_stages", std::to_string(options.hierarchyStages),
                             "at most the encoder's " + std::to_string(options.encoder.layers) +
                                 " layers");
    if (options.mergingLayers().front() < 0)
        return optionFailure("hierarchy_stages", std::to_string(options.hierarchyStages),
                             "so few that the first merging layer exists");
    std::int64_t columns = options.gridSize();
    for (std::size_t i = 0; i < options.mergingLayers().size(); ++i) {
        const double left = static_cast<double>(columns) * (1.0 - options.reductionRatio);
        if (left < 1.0 || left != std::floor(left))
            return optionFailure("hierarchy_stages", std::to_string(options.hierarchyStages),
                                 "so few that the grid of " + std::to_string(options.gridSize()) +
                                     " columns can be reduced each time");
        columns = static_cast<std::int64_t>(left);
    }
    if (options.merge == TokenMerge::Average && options.reductionRatio != 0.5)
        return optionFailure("merge", "average", "subsample where reduction_ratio is not 0.5");
    return {};
}

} // namespace

std::vector<std::int64_t> ResTokOptions::prefixes() const {
    std::vector<std::int64_t> lengths;
    for (std::int64_t length = latentTokens; length >= 1; length /= 2)
        lengths.insert(lengths.begin(), length);
    return lengths;
}

std::vector<std::int64_t> ResTokOptions::levelTokens() const {
    std::vector<std::int64_t> tokens;
    std::int64_t before = 0;
    for (const std::int64_t length : prefixes()) {
        tokens.push_back(length - before);
        before = length;
    }
    return tokens;
}

std::vector<std::pair<std::int64_t, std::int64_t>> ResTokOptions::levelGrids() const {
    std::vector<std::pair<std::int64_t, std::int64_t>> grids;
    for (const std::int64_t tokens : levelTokens()) {
        const int exponent = std::countr_zero(static_cast<std::uint64_t>(tokens));
        const std::int64_t rows = std::int64_t{1} << (exponent / 2);
        grids.emplace_back(rows, tokens / rows);
    }
    return grids;
}

std::vector<std::int64_t> ResTokOptions::mergingLayers() const {
    std::vector<std::int64_t> chosen;
    if (!mergeTokens)
        return chosen;
    for (std::int64_t stage = 1; stage < hierarchyStages; ++stage) {
        // The official code divides first, so that rounding must follow it.
        const double share = static_cast<double>(stage) / static_cast<double>(hierarchyStages);
        chosen.push_back(static_cast<std::int64_t>(share * static_cast<double>(encoder.layers)) -
                         1);
    }
    return chosen;
}

std::vector<std::pair<std::int64_t, std::int64_t>> ResTokOptions::hierarchyGrids() const {
    std::vector<std::pair<std::int64_t, std::int64_t>> grids{{gridSize(), gridSize()}};
    for (std::size_t i = 0; i < mergingLayers().size(); ++i) {
        const auto [rows, columns] = grids.front();
        const double left = static_cast<double>(columns) * (1.0 - reductionRatio);
        grids.insert(grids.begin(), {rows, static_cast<std::int64_t>(left)});
    }
    return grids;
}

std::vector<std::pair<std::int64_t, double>> ResTokOptions::nestedDropout() const {
    std::vector<std::pair<std::int64_t, double>> kept;
    double weight = 1.0;
    double sum = 0.0;
    for (const std::int64_t length : prefixes()) {
        if (length < minTokens)
            continue;
        kept.emplace_back(length, weight);
        if (length < latentTokens)
            sum += weight;
        weight *= 2.0;
    }
    if (!dropLatents || dropProbability <= 0.0 || kept.size() < 2)
        return {{latentTokens, 1.0}};
    kept.back().second = sum * (std::floor(1.0 / dropProbability) - 1.0);
    const double total = sum + kept.back().second;
    for (auto& [length, chance] : kept)
        chance /= total;
    return kept;
}

Result<void> ResTokOptions::validate() const {
    if (auto pixels = validatePixelNetwork(pixel); !pixels)
        return pixels;
    if (auto range = checkOptionRange("image_size", imageSize, 1, 8192); !range)
        return range;
    if (imageSize % patchSize() != 0 || gridSize() > 256)
        return optionFailure("image_size", std::to_string(imageSize),
                             "a multiple of the patch size " + std::to_string(patchSize()) +
                                 " that leaves a grid of at most 256");
    if (auto size = validateSize("encoder", encoder); !size)
        return size;
    if (auto size = validateSize("decoder", decoder); !size)
        return size;
    for (const auto& [field, value, high] :
         {std::tuple{"codebook_size", codebookSize, std::int64_t{1} << 24},
          std::tuple{"token_size", tokenSize, std::int64_t{4096}},
          std::tuple{"rope_base_len", ropeBase, std::int64_t{1} << 40}}) {
        if (auto range = checkOptionRange(field, value, 1, high); !range)
            return range;
    }
    if (latentTokens < 2 || latentTokens > kMostLatents ||
        !std::has_single_bit(static_cast<std::uint64_t>(latentTokens)))
        return optionFailure("num_latent_tokens", std::to_string(latentTokens),
                             "a power of two from 2 to " + std::to_string(kMostLatents));
    for (const auto& [field, value] : {std::pair{"num_min_tokens", minTokens},
                                       std::pair{"test_num_latent_tokens", testLatentTokens}}) {
        if (auto range = checkOptionRange(field, value, 1, latentTokens); !range)
            return range;
    }
    if (auto range = checkOptionRange("alignment_channels", alignmentChannels, 0, 65536); !range)
        return range;
    if (!(dropProbability >= 0.0 && dropProbability <= 1.0))
        return optionFailure("drop_prob", json(dropProbability).dump(), "0 to 1");
    return validateMerging(*this);
}

Result<ResTokOptions> resTokOptionsFromJson(const json& object) {
    ResTokOptions options;
    OptionsReader reader(object, "");
    reader.integer("image_size", options.imageSize);
    readSize(reader, "encoder", options.encoder);
    readSize(reader, "decoder", options.decoder);
    readPixelNetwork(reader, options.pixel);
    reader.flag("vae_encoder", options.pixelEncoder);
    reader.integer("codebook_size", options.codebookSize);
    reader.integer("token_size", options.tokenSize);
    reader.flag("use_l2_norm", options.useL2Norm);
    reader.number("commitment_cost", options.commitmentCost);
    reader.number("entropy_loss_ratio", options.entropyLossRatio);
    reader.integer("num_latent_tokens", options.latentTokens);
    options.testLatentTokens = options.latentTokens;
    reader.integer("num_min_tokens", options.minTokens);
    reader.integer("test_num_latent_tokens", options.testLatentTokens);
    reader.flag("multi_quant", options.multiQuant);
    reader.flag("latent_hierarchy", options.latentHierarchy);
    reader.flag("residual_latent_tokens", options.residualLatents);
    reader.flag("learnable_latent_tokens", options.learnableLatents);
    reader.flag("merge_tokens", options.mergeTokens);
    reader.integer("hierarchy_stages", options.hierarchyStages);
    reader.number("reduction_ratio", options.reductionRatio);
    reader.choice("merge", kMerge, options.merge);
    reader.flag("residual_image_tokens", options.residualImageTokens);
    reader.flag("learnable_dec_image_tokens", options.learnableImageTokens);
    reader.flag("drop_latent_tokens", options.dropLatents);
    reader.number("drop_prob", options.dropProbability);
    reader.integer("rope_base_len", options.ropeBase);
    reader.flag("is_legacy", options.isLegacy);
    reader.integer("alignment_channels", options.alignmentChannels);
    if (auto read = reader.finish(); !read)
        return failure(read);
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

json jsonFromResTokOptions(const ResTokOptions& options) {
    return {{"image_size", options.imageSize},
            {"encoder", jsonFromSize(options.encoder)},
            {"decoder", jsonFromSize(options.decoder)},
            {"pixel",
             {{"hidden_channels", options.pixel.hiddenChannels},
              {"channel_mult", options.pixel.channelMultipliers},
              {"num_res_blocks", options.pixel.residualBlocks},
              {"num_mid_blocks", options.pixel.middleBlocks},
              {"z_channels", options.pixel.latentChannels},
              {"group_norm_groups", options.pixel.normGroups}}},
            {"vae_encoder", options.pixelEncoder},
            {"codebook_size", options.codebookSize},
            {"token_size", options.tokenSize},
            {"use_l2_norm", options.useL2Norm},
            {"commitment_cost", options.commitmentCost},
            {"entropy_loss_ratio", options.entropyLossRatio},
            {"num_latent_tokens", options.latentTokens},
            {"num_min_tokens", options.minTokens},
            {"test_num_latent_tokens", options.testLatentTokens},
            {"multi_quant", options.multiQuant},
            {"latent_hierarchy", options.latentHierarchy},
            {"residual_latent_tokens", options.residualLatents},
            {"learnable_latent_tokens", options.learnableLatents},
            {"merge_tokens", options.mergeTokens},
            {"hierarchy_stages", options.hierarchyStages},
            {"reduction_ratio", options.reductionRatio},
            {"merge", enumName(kMerge, options.merge)},
            {"residual_image_tokens", options.residualImageTokens},
            {"learnable_dec_image_tokens", options.learnableImageTokens},
            {"drop_latent_tokens", options.dropLatents},
            {"drop_prob", options.dropProbability},
            {"rope_base_len", options.ropeBase},
            {"is_legacy", options.isLegacy},
            {"alignment_channels", options.alignmentChannels}};
}

} // namespace hierascope::models
