// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/restok_source.h"

#include <array>
#include <map>
#include <utility>

#include "core/base/log.h"
#include "core/runtime/config_overrides.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr std::uint64_t kDefaultImageSize = 256;
constexpr std::int64_t kPixelNormGroups = 32; // no tensor tells it

/// Sizes that official configs name: width, layers, heads.
const std::map<std::string, std::array<std::int64_t, 3>> kNamedSizes{
    {"small", {512, 6, 8}}, {"base", {768, 12, 12}}, {"large", {1024, 24, 16}}};

/// What the official code takes where its config is silent (its `get` calls); `merge` and
/// `is_legacy` are in no config.
const json& officialDefaults() {
    static const json defaults = {{"vit_enc_model_size", "large"},
                                  {"vit_dec_model_size", "large"},
                                  {"use_l2_norm", true},
                                  {"commitment_cost", 0.25},
                                  {"entropy_loss_ratio", 0.0},
                                  {"num_min_tokens", 4},
                                  {"vae_encoder", false},
                                  {"merge_tokens", false},
                                  {"hierarchy_stages", 4},
                                  {"reduction_ratio", 0.5},
                                  {"residual_image_tokens", true},
                                  {"residual_latent_tokens", true},
                                  {"learnable_latent_tokens", false},
                                  {"learnable_dec_image_tokens", true},
                                  {"multi_quant", true},
                                  {"latent_hierarchy", true},
                                  {"drop_latent_tokens", true},
                                  {"drop_prob", 0.2},
                                  {"rope_base_len", 10000},
                                  {"is_legacy", true},
                                  {"merge", "subsample"}};
    return defaults;
}

/// Keys of our options that are taken over under the same name.
constexpr std::array kSameNames{"codebook_size",
                                "token_size",
                                "use_l2_norm",
                                "commitment_cost",
                                "num_min_tokens",
                                "num_latent_tokens",
                                "entropy_loss_ratio",
                                "vae_encoder",
                                "test_num_latent_tokens",
                                "merge_tokens",
                                "hierarchy_stages",
                                "reduction_ratio",
                                "residual_image_tokens",
                                "multi_quant",
                                "residual_latent_tokens",
                                "latent_hierarchy",
                                "drop_prob",
                                "learnable_latent_tokens",
                                "drop_latent_tokens",
                                "rope_base_len",
                                "learnable_dec_image_tokens",
                                "is_legacy",
                                "merge"};

std::string sizeText(const json& size) {
    return "width " + size["width"].dump() + ", " + size["layers"].dump() + " layers, " +
           size["heads"].dump() + " heads";
}

/// What the tensors say about the keys of `vq_model`.
json toldByTensors(const OfficialCheckpoint& checkpoint) {
    const std::int64_t levels = checkpoint.count("decoder.latent_token_level_embedding.", "");
    const std::int64_t stages = checkpoint.count("encoder.level_embedding.", "");
    json told = {
        {"codebook_size", checkpoint.size("quantize.embedding.weight", 0)},
        {"token_size", checkpoint.size("quantize.embedding.weight", 1)},
        {"num_latent_tokens", std::int64_t{1} << std::clamp<std::int64_t>(levels - 1, 0, 30)},
        {"vae_encoder", checkpoint.has("pixel_encoder.conv_in.weight")},
        {"merge_tokens", stages > 1},
        {"learnable_latent_tokens", checkpoint.has("latent_tokens")},
        {"learnable_dec_image_tokens", checkpoint.has("decoder.mask_token")},
        {"multi_quant", checkpoint.has("encoder.conv_out.0.weight")}};
    if (stages > 1)
        told["hierarchy_stages"] = stages;
    return told;
}

/// Width, layers and heads of a transformer as its tensors have them.
json transformerOf(const OfficialCheckpoint& checkpoint, const std::string& part) {
    const std::int64_t width = checkpoint.size(part + ".ln_pre.weight", 0);
    const std::int64_t head = checkpoint.size(part + ".blocks.0.attn.q_norm.weight", 0);
    return {{"width", width},
            {"layers", checkpoint.count(part + ".blocks.", ".norm1.weight")},
            {"heads", head > 0 ? width / head : 0}};
}

/// The pixel networks as the decoder's tensors have them.
json pixelNetworkOf(const OfficialCheckpoint& checkpoint) {
    const std::string up = "pixel_decoder.up.";
    const std::int64_t resolutions = checkpoint.count(up, ".block.0.conv2.weight");
    const std::int64_t hidden = checkpoint.has("pixel_encoder.conv_in.weight")
                                    ? checkpoint.size("pixel_encoder.conv_in.weight", 0)
                                    : checkpoint.size(up + "0.block.0.conv2.weight", 0);
    json factors = json::array();
    for (std::int64_t i = 0; i < resolutions; ++i) {
        const std::int64_t channels =
            checkpoint.size(up + std::to_string(i) + ".block.0.conv2.weight", 0);
        factors.push_back(hidden > 0 ? channels / hidden : 0);
    }
    return {{"hidden_channels", hidden},
            {"channel_mult", factors},
            {"num_res_blocks", checkpoint.count(up + "0.block.", ".conv2.weight")},
            {"num_mid_blocks", checkpoint.count("pixel_decoder.mid.", ".conv2.weight")},
            {"z_channels", checkpoint.size("pixel_decoder.conv_in.weight", 1)},
            {"group_norm_groups", kPixelNormGroups}};
}

/// The named size where an override asks for it, else what the tensors have.
Result<json> chosenSize(const OfficialCheckpoint& checkpoint, const std::string& part,
                        const json& vq, const std::string& key) {
    const json found = transformerOf(checkpoint, part);
    const auto named =
        vq[key].is_string() ? kNamedSizes.find(vq[key].get<std::string>()) : kNamedSizes.end();
    const bool isOverridden = checkpoint.isOverridden(key);
    if (named == kNamedSizes.end()) {
        if (isOverridden || (!checkpoint.config.is_null() && vq[key] != "custom"))
            return failure(ErrorCode::BadData, "'" + checkpoint.where().string() + "': " + key +
                                                   " is " + vq[key].dump() +
                                                   ", expected small, base, large or custom.");
        return found;
    }
    const auto& [width, layers, heads] = named->second;
    const json size = {{"width", width}, {"layers", layers}, {"heads", heads}};
    if (isOverridden)
        return size;
    if (size != found && !checkpoint.config.is_null())
        log::warning("runtime", "'" + checkpoint.where().string() + "': " + key + " is " +
                                    vq[key].dump() + " (" + sizeText(size) +
                                    "), but the tensors have " + sizeText(found) +
                                    "; the tensors are taken.");
    return found;
}

/// The official config with every key that can be overridden written out.
json completed(const OfficialCheckpoint& checkpoint) {
    json vq = officialDefaults();
    vq.update(checkpoint.config.is_null() ? toldByTensors(checkpoint) : json::object());
    json preprocessing = {{"crop_size", kDefaultImageSize}};
    if (!checkpoint.config.is_null()) {
        vq.update(checkpoint.config.at("model").at("vq_model"));
        const json::json_pointer place("/dataset/preprocessing/crop_size");
        if (checkpoint.config.contains(place))
            preprocessing["crop_size"] = checkpoint.config.at(place);
    }
    const json told = toldByTensors(checkpoint);
    for (const char* key : {"codebook_size", "token_size", "num_latent_tokens"}) {
        if (!vq.contains(key))
            vq[key] = told[key];
    }
    if (!vq.contains("test_num_latent_tokens"))
        vq["test_num_latent_tokens"] = nullptr; // as many as there are, unless overridden
    return {{"model", {{"vq_model", vq}}}, {"dataset", {{"preprocessing", preprocessing}}}};
}

void tellInference(const OfficialCheckpoint& checkpoint, const json& options) {
    log::info("runtime", "'" + checkpoint.weights.string() +
                             "' comes without a config; from its tensors: encoder " +
                             sizeText(options["encoder"]) + "; decoder " +
                             sizeText(options["decoder"]) + "; " +
                             options["num_latent_tokens"].dump() + " latents, " +
                             options["codebook_size"].dump() + " codes. As released: images of " +
                             options["image_size"].dump() + " pixels, residuals, is_legacy true.");
}

} // namespace

bool isOfficialResTok(const OfficialCheckpoint& checkpoint) {
    if (!checkpoint.config.is_null()) {
        const json::json_pointer place("/model/vq_model");
        // A generator's training config describes its tokenizer, too.
        return checkpoint.config.is_object() && checkpoint.config.contains(place) &&
               checkpoint.config.at(place).is_object() && !checkpoint.has("tok_embeddings.weight");
    }
    return checkpoint.has("quantize.embedding.weight") &&
           checkpoint.has("decoder.latent_token_level_embedding.0") &&
           checkpoint.has("pixel_decoder.conv_in.weight");
}

Result<ModelSource> sourceFromOfficialResTok(const OfficialCheckpoint& checkpoint) {
    json config = completed(checkpoint);
    if (auto applied = applyOverrides(config, checkpoint.overrides); !applied)
        return failure(applied);
    const json& vq = config["model"]["vq_model"];

    json options = {{"image_size", config["dataset"]["preprocessing"]["crop_size"]},
                    {"pixel", pixelNetworkOf(checkpoint)}};
    for (const auto& [part, key] :
         {std::pair{"encoder", "vit_enc_model_size"}, std::pair{"decoder", "vit_dec_model_size"}}) {
        auto size = chosenSize(checkpoint, part, vq, key);
        if (!size)
            return failure(size);
        options[part] = *std::move(size);
    }
    for (const char* key : kSameNames) {
        if (vq.contains(key) && !vq[key].is_null())
            options[key] = vq[key];
    }
    if (checkpoint.config.is_null())
        tellInference(checkpoint, options);

    ModelSource source;
    source.model = checkpoint.model;
    source.configFile = checkpoint.where();
    source.weights = checkpoint.weights;
    source.config = {{"format", 1},
                     {"family", "restok"},
                     {"options", options},
                     {"preprocess", {{"size", options["image_size"]}, {"range", {0, 1}}}}};
    source.isOverridden = !checkpoint.overrides.empty();
    source.trainingKeys = {"foundation_model.", "vf_proj.", "vf_proj_dec.",
                           "decoder.feat_mask_token", "discriminator."};
    return source;
}

} // namespace hierascope::runtime
