// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_options.h"

#include <array>
#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

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

tl::unexpected<Error> fieldFailure(const std::string& field, const std::string& found,
                                   const std::string& expected) {
    return failure(ErrorCode::BadData,
                   "Field 'options." + field + "' is " + found + ", expected " + expected + ".");
}

/// Reads fields of one JSON object and remembers the first thing that is wrong.
class Reader {
public:
    Reader(const json& object, std::string prefix) : m_object(object), m_prefix(std::move(prefix)) {
        if (!object.is_object())
            fail("", object.dump(), "an object");
    }

    void integer(const char* key, std::int64_t& target) {
        if (const json* value = find(key)) {
            if (!value->is_number_integer())
                return fail(key, value->dump(), "a whole number");
            target = value->get<std::int64_t>();
        }
    }

    void number(const char* key, double& target) {
        if (const json* value = find(key)) {
            if (!value->is_number())
                return fail(key, value->dump(), "a number");
            target = value->get<double>();
        }
    }

    void integers(const char* key, std::vector<std::int64_t>& target) {
        const json* value = find(key);
        if (value == nullptr)
            return;
        if (!value->is_array() || value->size() > 64)
            return fail(key, value->dump().substr(0, 80), "a list of at most 64 whole numbers");
        std::vector<std::int64_t> numbers;
        for (const json& entry : *value) {
            if (!entry.is_number_integer())
                return fail(key, value->dump(), "a list of whole numbers");
            numbers.push_back(entry.get<std::int64_t>());
        }
        target = std::move(numbers);
    }

    template <typename Enum, std::size_t N>
    void choice(const char* key, const std::array<std::pair<std::string_view, Enum>, N>& names,
                Enum& target) {
        const json* value = find(key);
        if (value == nullptr)
            return;
        std::string expected;
        for (const auto& [name, choice] : names) {
            if (value->is_string() && value->get_ref<const std::string&>() == name) {
                target = choice;
                return;
            }
            expected += (expected.empty() ? "one of " : ", ") + std::string(name);
        }
        fail(key, value->dump(), expected);
    }

    void vit(const char* key, VitOptions& target) {
        const json* value = find(key);
        if (value == nullptr)
            return;
        Reader reader(*value, std::string(key) + ".");
        reader.integer("layers", target.layers);
        reader.integer("width", target.width);
        reader.integer("heads", target.heads);
        reader.number("mlp_ratio", target.mlpRatio);
        if (auto read = reader.finish(); !read && m_read)
            m_read = failure(read);
    }

    /// Also refuses keys that nobody asked for.
    Result<void> finish() {
        if (m_read && m_object.is_object()) {
            for (const auto& [key, value] : m_object.items()) {
                bool known = false;
                for (const std::string& asked : m_asked)
                    known = known || asked == key;
                if (!known)
                    fail(key, "unknown", "one of the documented options");
            }
        }
        return m_read;
    }

private:
    const json* find(const char* key) {
        m_asked.emplace_back(key);
        if (!m_object.is_object())
            return nullptr;
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }

    void fail(const std::string& key, const std::string& found, const std::string& expected) {
        if (m_read)
            m_read = fieldFailure(m_prefix + key, found, expected);
    }

    const json& m_object;
    std::string m_prefix;
    std::vector<std::string> m_asked;
    Result<void> m_read;
};

template <typename Enum, std::size_t N>
std::string nameOf(const std::array<std::pair<std::string_view, Enum>, N>& names, Enum value) {
    for (const auto& [name, choice] : names) {
        if (choice == value)
            return std::string(name);
    }
    return {};
}

json jsonFromVit(const VitOptions& options) {
    return {{"layers", options.layers},
            {"width", options.width},
            {"heads", options.heads},
            {"mlp_ratio", options.mlpRatio}};
}

Result<void> validateRange(const std::string& field, std::int64_t value, std::int64_t low,
                           std::int64_t high) {
    if (value >= low && value <= high)
        return {};
    return fieldFailure(field, std::to_string(value),
                        std::to_string(low) + " to " + std::to_string(high));
}

Result<void> validateVit(const std::string& name, const VitOptions& options) {
    for (const auto& [field, value, high] :
         {std::tuple{"layers", options.layers, std::int64_t{256}},
          std::tuple{"width", options.width, std::int64_t{16384}},
          std::tuple{"heads", options.heads, std::int64_t{256}}}) {
        if (auto range = validateRange(name + "." + field, value, 1, high); !range)
            return range;
    }
    if (options.width % options.heads != 0)
        return fieldFailure(name + ".heads", std::to_string(options.heads),
                            "a divisor of the width " + std::to_string(options.width));
    if (!(options.mlpRatio > 0.0 && options.mlpRatio <= 64.0))
        return fieldFailure(name + ".mlp_ratio", std::to_string(options.mlpRatio),
                            "more than 0 and at most 64");
    return {};
}

Result<void> validateScales(const HieraTokOptions& options) {
    if (options.scales.empty())
        return fieldFailure("scales", "empty", "at least one side length");
    std::int64_t previous = 0;
    for (const std::int64_t scale : options.scales) {
        if (scale <= previous || scale > options.gridSize())
            return fieldFailure("scales", json(options.scales).dump(),
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
    if (auto range = validateRange("image_size", imageSize, 1, 8192); !range)
        return range;
    if (auto range = validateRange("patch_size", patchSize, 1, 256); !range)
        return range;
    if (imageSize % patchSize != 0 || gridSize() > 256)
        return fieldFailure("patch_size", std::to_string(patchSize),
                            "a divisor of the image size " + std::to_string(imageSize) +
                                " that leaves a grid of at most 256");
    if (auto range = validateRange("latent_channels", latentChannels, 1, 4096); !range)
        return range;
    if (auto scales_ = validateScales(*this); !scales_)
        return scales_;
    if (auto vit = validateVit("encoder", encoder); !vit)
        return vit;
    return validateVit("decoder", decoder);
}

Result<HieraTokOptions> hieraTokOptionsFromJson(const json& object) {
    HieraTokOptions options;
    Reader reader(object, "");
    reader.integer("image_size", options.imageSize);
    reader.integer("patch_size", options.patchSize);
    reader.integer("latent_channels", options.latentChannels);
    reader.integers("scales", options.scales);
    reader.choice("downsample", kDownsample, options.downsample);
    reader.choice("conv_width", kConvWidth, options.convWidth);
    reader.choice("finest", kFinest, options.finest);
    reader.choice("attention", kAttention, options.attention);
    reader.vit("encoder", options.encoder);
    reader.vit("decoder", options.decoder);
    if (auto read = reader.finish(); !read)
        return failure(read);
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

json jsonFromHieraTokOptions(const HieraTokOptions& options) {
    return {{"image_size", options.imageSize},
            {"patch_size", options.patchSize},
            {"latent_channels", options.latentChannels},
            {"scales", options.scales},
            {"downsample", nameOf(kDownsample, options.downsample)},
            {"conv_width", nameOf(kConvWidth, options.convWidth)},
            {"finest", nameOf(kFinest, options.finest)},
            {"attention", nameOf(kAttention, options.attention)},
            {"encoder", jsonFromVit(options.encoder)},
            {"decoder", jsonFromVit(options.decoder)}};
}

} // namespace hierascope::models
