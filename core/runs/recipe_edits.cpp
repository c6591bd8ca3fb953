// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe_edits.h"

#include <algorithm>
#include <bit>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

using nlohmann::json;

namespace {

constexpr std::size_t kMostSelected = 65'536;
constexpr std::size_t kMostEdits = 10'000;
constexpr std::uint64_t kFinestLevel = 999;
constexpr std::uint64_t kLastToken = std::numeric_limits<std::int64_t>::max();

bool isSelection(const json& value) {
    return value.is_array() && value.size() <= kMostSelected &&
           std::all_of(value.begin(), value.end(), [](const json& pair) {
               return pair.is_array() && pair.size() == 2 && isWhole(pair[0], kFinestLevel) &&
                      isWhole(pair[1], kLastToken);
           });
}

/// Eight hex digits for each number: its bits, so that it comes back as it was.
std::string hexOf(const std::vector<float>& values) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(values.size() * 8);
    for (const float value : values) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (int shift = 28; shift >= 0; shift -= 4)
            text.push_back(kDigits[(bits >> shift) & 0xF]);
    }
    return text;
}

bool isHex(const json& value) {
    if (!value.is_string())
        return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() % 8 == 0 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::vector<float> valuesFrom(const std::string& hex) {
    std::vector<float> values;
    for (std::size_t at = 0; at + 8 <= hex.size(); at += 8)
        values.push_back(std::bit_cast<float>(
            static_cast<std::uint32_t>(std::stoul(hex.substr(at, 8), nullptr, 16))));
    return values;
}

bool isCodes(const json& value) {
    return value.is_array() && value.size() <= kMostSelected &&
           std::all_of(value.begin(), value.end(),
                       [](const json& code) { return isWhole(code, kLastToken); });
}

RecipeEdit editIn(RecipeFields fields) {
    RecipeEdit edit;
    edit.kind = fields.word("kind");
    edit.tokens = tokenPairsIn(fields, "tokens");
    if (const json* codes = fields.take("codes", "codes from 0", isCodes))
        edit.codes = codes->get<std::vector<std::int64_t>>();
    if (const json* vectors = fields.take("vectors", "eight hex digits for each number", isHex))
        edit.vectors = valuesFrom(vectors->get<std::string>());
    edit.strength = fields.number("strength", 0.0, 1000.0);
    edit.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    edit.source = fields.text("source");
    return edit;
}

json jsonOf(const RecipeEdit& edit) {
    return {{"kind", edit.kind},         {"tokens", jsonOfTokenPairs(edit.tokens)},
            {"codes", edit.codes},       {"vectors", hexOf(edit.vectors)},
            {"strength", edit.strength}, {"seed", edit.seed},
            {"source", edit.source}};
}

} // namespace

TokenPairs tokenPairsIn(RecipeFields& fields, const std::string& key) {
    static const std::string kPairs =
        "at most " + std::to_string(kMostSelected) + " pairs of level and token, both from 0";
    TokenPairs list;
    if (const json* pairs = fields.take(key, kPairs, isSelection))
        for (const json& pair : *pairs)
            list.emplace_back(pair[0].get<int>(), pair[1].get<std::int64_t>());
    return list;
}

json jsonOfTokenPairs(const TokenPairs& pairs) {
    json list = json::array();
    for (const auto& [level, token] : pairs)
        list.push_back(json::array({level, token}));
    return list;
}

std::vector<RecipeEdit> recipeEditsIn(RecipeFields& fields, const std::string& key) {
    std::vector<RecipeEdit> edits;
    if (fields.has(key))
        fields.each(key, kMostEdits,
                    [&edits](RecipeFields edit) { edits.push_back(editIn(std::move(edit))); });
    return edits;
}

json jsonOfRecipeEdits(const std::vector<RecipeEdit>& edits) {
    json list = json::array();
    for (const RecipeEdit& edit : edits)
        list.push_back(jsonOf(edit));
    return list;
}

} // namespace hierascope::runs
