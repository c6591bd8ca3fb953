// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/discriminator_options.h"

#include <string>

#include "core/runs/config_fields.h"

namespace hierascope::runs {

using nlohmann::json;

namespace {

constexpr const char* kField = "training.discriminator";

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

Result<void> readKind(const json& object, const std::filesystem::path& folder,
                      DiscriminatorOptions& options) {
    const json kind = object.value("kind", json("dino"));
    const std::string prefix = std::string(kField) + ".";
    if (kind != "dino" && kind != "patch")
        return fieldFailure(prefix + "kind", shortText(kind), "\"dino\" or \"patch\"");
    options.kind = kind == "dino" ? DiscriminatorKind::Dino : DiscriminatorKind::Patch;
    if (options.kind == DiscriminatorKind::Patch && object.contains("weights"))
        return fieldFailure(prefix + "weights", "given", "nothing for the kind \"patch\"");
    if (options.kind == DiscriminatorKind::Dino && !object.contains("weights"))
        return fieldFailure(kField, shortText(object),
                            "an object with the path 'weights', or the kind \"patch\"");
    return readPath(object, prefix, "weights", folder, options.weights);
}

} // namespace

Result<void> readDiscriminator(const json& object, const std::filesystem::path& folder,
                               DiscriminatorOptions& options) {
    const std::string prefix = std::string(kField) + ".";
    if (!object.is_object())
        return fieldFailure(kField, shortText(object), "an object");
    if (auto known =
            refuseUnknown(object, prefix,
                          {"kind", "weights", "channels", "layers", "weight", "adaptive",
                           "start_step", "learning_rate", "final_learning_rate", "warmup_ratio",
                           "weight_decay", "betas", "lecam", "diffaug", "diffaug_probability"});
        !known)
        return known;
    if (auto read = readKind(object, folder, options); !read)
        return read;
    if (const auto policy = object.find("diffaug"); policy != object.end()) {
        if (auto read = readAugmentPolicy(*policy, options.augment); !read)
            return read;
    }
    if (auto read = readFlag(object, prefix, "adaptive", options.adaptive); !read)
        return read;
    if (auto read = readBetas(object, prefix, options.betas); !read)
        return read;
    if (auto read = readIntegers(object, prefix,
                                 {{"start_step", &options.start, 0, 1'000'000'000},
                                  {"channels", &options.channels, 1, 4096},
                                  {"layers", &options.layers, 1, 8}});
        !read)
        return read;
    return readNumbers(object, prefix,
                       {{"weight", &options.weight, 0.0, 1e6},
                        {"learning_rate", &options.learningRate, 0.0, 10.0},
                        {"final_learning_rate", &options.finalLearningRate, 0.0, 10.0},
                        {"warmup_ratio", &options.warmupRatio, 0.0, 1.0},
                        {"weight_decay", &options.weightDecay, 0.0, 10.0},
                        {"lecam", &options.lecam, 0.0, 1e6},
                        {"diffaug_probability", &options.augment.probability, 0.0, 1.0}});
}

} // namespace hierascope::runs
