// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/model_facts.h"

#include <cstdio>

#include "core/models/hieratok_options.h"

namespace hierascope::runtime {

namespace {

using models::HieraTokOptions;

std::string attentionName(models::ScaleAttention attention) {
    switch (attention) {
    case models::ScaleAttention::Full:
        return "full";
    case models::ScaleAttention::ScaleIndependent:
        return "scale-independent";
    case models::ScaleAttention::ScaleCausal:
        return "scale-causal";
    }
    return {};
}

std::string downsampleText(const HieraTokOptions& options) {
    if (options.downsample == models::Downsample::Interpolate)
        return "area means of the latent map";
    const bool wide = options.convWidth == models::ConvWidth::Wide;
    const bool conv = options.finest == models::FinestLevel::Conv;
    return std::string(wide ? "wide" : "narrow") + " convolutions, finest level by " +
           (conv ? "convolution" : "projection");
}

std::string transformerText(const models::VitOptions& vit) {
    return std::to_string(vit.layers) + " layers of width " + std::to_string(vit.width) + ", " +
           std::to_string(vit.heads) + " heads";
}

std::vector<LevelInfo> levelsOf(const HieraTokOptions& options) {
    std::vector<LevelInfo> levels;
    for (const std::int64_t scale : options.scales) {
        const int side = static_cast<int>(scale);
        const int pixels = static_cast<int>(scale * options.patchSize);
        const std::string name = std::to_string(side) + "x" + std::to_string(side);
        levels.push_back({name, side, side, pixels, pixels});
    }
    return levels;
}

/// A duration as people say it.
std::string durationText(double seconds) {
    char text[32];
    if (seconds < 5400.0)
        std::snprintf(text, sizeof text, "%.0f min", seconds / 60.0);
    else
        std::snprintf(text, sizeof text, "%.1f h", seconds / 3600.0);
    return text;
}

/// The figures of a run's last evaluation: "psnr_16x16" is the mean PSNR of that level.
void addMetrics(const nlohmann::json& metrics, ModelInfo& info) {
    for (const auto& [key, value] : metrics.items()) {
        if (!key.starts_with("psnr_") || !value.is_number())
            continue;
        char text[32];
        std::snprintf(text, sizeof text, "%.1f dB", value.get<double>());
        info.facts.emplace_back("Held-out PSNR " + key.substr(5), text);
    }
}

/// Everything under `origin`, nested objects as "data.images", lists as JSON.
void addOrigin(const nlohmann::json& object, const std::string& prefix, ModelInfo& info) {
    for (const auto& [key, value] : object.items()) {
        const std::string label = prefix.empty() ? key : prefix + "." + key;
        if (label == "metrics" && value.is_object())
            addMetrics(value, info);
        else if (label == "training_seconds" && value.is_number())
            info.facts.emplace_back("Training time", durationText(value.get<double>()));
        else if (value.is_object())
            addOrigin(value, label, info);
        else
            info.facts.emplace_back(label,
                                    value.is_string() ? value.get<std::string>() : value.dump());
    }
}

std::string nameOf(const std::filesystem::path& model) {
    const auto normal = std::filesystem::absolute(model).lexically_normal();
    return normal.has_filename() ? normal.filename().string()
                                 : normal.parent_path().filename().string();
}

} // namespace

std::string millions(std::int64_t count) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", static_cast<double>(count) / 1e6);
    return text;
}

ModelInfo describeSource(const ModelSource& source) {
    ModelInfo info;
    info.name = nameOf(source.model);
    info.path = source.model;
    info.family = source.family();
    return info;
}

void addOriginFacts(const ModelSource& source, ModelInfo& info) {
    if (source.config.contains("origin"))
        addOrigin(source.config["origin"], "", info);
}

ModelInfo describeHieraTok(const HieraTokOptions& options, const ModelSource& source) {
    ModelInfo info = describeSource(source);
    info.imageSize = static_cast<int>(options.imageSize);
    info.latentChannels = static_cast<int>(options.latentChannels);
    info.latentRows = static_cast<int>(options.gridSize());
    info.latentColumns = static_cast<int>(options.gridSize());
    info.levels = levelsOf(options);
    info.summary = options.isSingleScale() ? std::string("single scale")
                                           : std::to_string(options.scales.size()) + " scales, " +
                                                 attentionName(options.attention);
    if (!options.isSingleScale())
        info.facts = {{"Attention", attentionName(options.attention)},
                      {"Downsampling", downsampleText(options)}};
    info.facts.insert(info.facts.end(), {{"Patch", std::to_string(options.patchSize) + " pixels"},
                                         {"Encoder", transformerText(options.encoder)},
                                         {"Decoder", transformerText(options.decoder)}});
    addOriginFacts(source, info);
    return info;
}

} // namespace hierascope::runtime
