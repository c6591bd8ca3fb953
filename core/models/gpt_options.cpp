// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt_options.h"

#include <array>
#include <bit>
#include <string>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/models/options_reader.h"

namespace hierascope::models {

namespace {

using nlohmann::json;

constexpr std::array kSizes{
    GptSize{"GPT-B", 12, 12, 768},
    GptSize{"GPT-L", 24, 16, 1024},
    GptSize{"GPT-XL", 36, 20, 1280},
    GptSize{"GPT-XXL", 48, 24, 1536},
};

constexpr std::array kVariant{std::pair{std::string_view("har"), GptVariant::Har},
                              std::pair{std::string_view("ar"), GptVariant::Ar}};
constexpr std::array kModelType{std::pair{std::string_view("c2i"), 0}};

bool isPowerOfTwo(std::int64_t value) {
    return value > 0 && std::has_single_bit(static_cast<std::uint64_t>(value));
}

/// Numbers that may be null in the official arguments are left out here.
json withoutNulls(const json& object) {
    json kept = object;
    for (const char* key : {"n_kv_head", "ffn_dim_multiplier"}) {
        if (kept.is_object() && kept.contains(key) && kept[key].is_null())
            kept.erase(key);
    }
    return kept;
}

Result<void> checkSizes(const GptOptions& options) {
    for (const auto& [field, value, high] :
         {std::tuple{"dim", options.dim, std::int64_t{16384}},
          std::tuple{"n_layer", options.layers, std::int64_t{256}},
          std::tuple{"n_head", options.heads, std::int64_t{256}},
          std::tuple{"n_kv_head", options.keyValueHeadCount(), options.heads},
          std::tuple{"multiple_of", options.multipleOf, std::int64_t{65536}},
          std::tuple{"num_classes", options.classCount, std::int64_t{1'000'000}},
          std::tuple{"vocab_size", options.vocabulary, std::int64_t{1'000'000}},
          std::tuple{"block_size", options.blockSize, std::int64_t{65536}}}) {
        if (auto range = checkOptionRange(field, value, 1, high); !range)
            return range;
    }
    if (options.dim % (2 * options.heads) != 0)
        return optionFailure("n_head", std::to_string(options.heads),
                             "a divisor of dim " + std::to_string(options.dim) +
                                 " that leaves heads of even width");
    if (options.heads % options.keyValueHeadCount() != 0)
        return optionFailure("n_kv_head", std::to_string(options.keyValueHeadCount()),
                             "a divisor of n_head " + std::to_string(options.heads));
    if (options.ffnDimMultiplier &&
        !(*options.ffnDimMultiplier > 0.0 && *options.ffnDimMultiplier <= 64.0))
        return optionFailure("ffn_dim_multiplier", std::to_string(*options.ffnDimMultiplier),
                             "more than 0 and at most 64");
    return {};
}

Result<void> checkRates(const GptOptions& options) {
    for (const auto& [field, value] : {std::pair{"token_dropout_p", options.tokenDropout},
                                       std::pair{"attn_dropout_p", options.attentionDropout},
                                       std::pair{"resid_dropout_p", options.residualDropout},
                                       std::pair{"ffn_dropout_p", options.ffnDropout},
                                       std::pair{"drop_path_rate", options.dropPath},
                                       std::pair{"class_dropout_prob", options.classDropout}}) {
        if (!(value >= 0.0 && value < 1.0))
            return optionFailure(field, std::to_string(value), "0 or more and less than 1");
    }
    for (const auto& [field, value] :
         {std::pair{"rope_base", options.ropeBase}, std::pair{"norm_eps", options.normEps}}) {
        if (!(value > 0.0 && value <= 1e12))
            return optionFailure(field, std::to_string(value), "more than 0");
    }
    return {};
}

Result<void> checkLevels(const GptOptions& options) {
    if (!isPowerOfTwo(options.blockSize) || options.blockSize < 2)
        return optionFailure("block_size", std::to_string(options.blockSize),
                             "a power of two from 2 on, since levels double");
    if (!isPowerOfTwo(options.arTokenNum) || options.arTokenNum > options.blockSize)
        return optionFailure("ar_token_num", std::to_string(options.arTokenNum),
                             "a power of two up to block_size " +
                                 std::to_string(options.blockSize));
    const bool hasLevels = options.arTokenNum < options.blockSize;
    const std::int64_t needed = hasLevels ? options.blockSize / 2 - 1 : 0;
    return checkOptionRange("spe_token_num", options.specialTokens, needed, 1'000'000);
}

} // namespace

const GptSize* findGptSize(std::string_view name) {
    for (const GptSize& size : kSizes) {
        if (size.name == name)
            return &size;
    }
    return nullptr;
}

const GptSize* findGptSize(std::int64_t width) {
    for (const GptSize& size : kSizes) {
        if (size.width == width)
            return &size;
    }
    return nullptr;
}

std::int64_t GptOptions::ffnWidth() const {
    std::int64_t width = 2 * (4 * dim) / 3;
    if (ffnDimMultiplier)
        width = static_cast<std::int64_t>(*ffnDimMultiplier * static_cast<double>(width));
    return (width + multipleOf - 1) / multipleOf * multipleOf;
}

Result<void> GptOptions::validate() const {
    if (auto sizes = checkSizes(*this); !sizes)
        return sizes;
    if (auto rates = checkRates(*this); !rates)
        return rates;
    return variant == GptVariant::Har ? checkLevels(*this) : Result<void>();
}

Result<GptOptions> gptOptionsFromJson(const json& given) {
    const json object = withoutNulls(given);
    GptOptions options;
    std::int64_t keyValueHeads = 0;
    double multiplier = 0.0;
    std::int64_t classTokens = 1;
    int modelType = 0;
    OptionsReader reader(object, "");
    reader.choice("variant", kVariant, options.variant);
    reader.choice("model_type", kModelType, modelType);
    reader.integer("dim", options.dim);
    reader.integer("n_layer", options.layers);
    reader.integer("n_head", options.heads);
    reader.integer("n_kv_head", keyValueHeads);
    reader.integer("multiple_of", options.multipleOf);
    reader.number("ffn_dim_multiplier", multiplier);
    reader.number("rope_base", options.ropeBase);
    reader.number("norm_eps", options.normEps);
    reader.number("initializer_range", options.initializerRange);
    reader.number("token_dropout_p", options.tokenDropout);
    reader.number("attn_dropout_p", options.attentionDropout);
    reader.number("resid_dropout_p", options.residualDropout);
    reader.number("ffn_dropout_p", options.ffnDropout);
    reader.number("drop_path_rate", options.dropPath);
    reader.integer("num_classes", options.classCount);
    reader.number("class_dropout_prob", options.classDropout);
    reader.integer("vocab_size", options.vocabulary);
    reader.integer("cls_token_num", classTokens);
    reader.integer("block_size", options.blockSize);
    reader.integer("ar_token_num", options.arTokenNum);
    reader.integer("spe_token_num", options.specialTokens);
    for (const char* unused : {"caption_dim", "max_batch_size", "max_seq_len", "vq_dim"})
        reader.ignore(unused);
    if (auto read = reader.finish(); !read)
        return failure(read);
    if (object.contains("n_kv_head"))
        options.keyValueHeads = keyValueHeads;
    if (object.contains("ffn_dim_multiplier"))
        options.ffnDimMultiplier = multiplier;
    if (classTokens != 1)
        return optionFailure("cls_token_num", std::to_string(classTokens), "1");
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

json jsonFromGptOptions(const GptOptions& options) {
    json object{{"variant", enumName(kVariant, options.variant)},
                {"dim", options.dim},
                {"n_layer", options.layers},
                {"n_head", options.heads},
                {"n_kv_head", nullptr},
                {"multiple_of", options.multipleOf},
                {"ffn_dim_multiplier", nullptr},
                {"rope_base", options.ropeBase},
                {"norm_eps", options.normEps},
                {"initializer_range", options.initializerRange},
                {"token_dropout_p", options.tokenDropout},
                {"attn_dropout_p", options.attentionDropout},
                {"resid_dropout_p", options.residualDropout},
                {"ffn_dropout_p", options.ffnDropout},
                {"drop_path_rate", options.dropPath},
                {"num_classes", options.classCount},
                {"class_dropout_prob", options.classDropout},
                {"vocab_size", options.vocabulary},
                {"block_size", options.blockSize}};
    if (options.keyValueHeads)
        object["n_kv_head"] = *options.keyValueHeads;
    if (options.ffnDimMultiplier)
        object["ffn_dim_multiplier"] = *options.ffnDimMultiplier;
    if (options.variant == GptVariant::Har) {
        object["ar_token_num"] = options.arTokenNum;
        object["spe_token_num"] = options.specialTokens;
    }
    return object;
}

} // namespace hierascope::models
