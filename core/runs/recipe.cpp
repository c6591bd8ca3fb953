// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestText = 1 << 20;
constexpr int kDeepest = 32;
constexpr std::size_t kLongestField = 4096;
constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kMostSelected = 65'536;
constexpr std::uint64_t kFinestLevel = 999;
constexpr std::uint64_t kLargestSide = 1'000'000;
constexpr std::uint64_t kLastToken = std::numeric_limits<std::int64_t>::max();

std::string shortText(const json& value) {
    constexpr std::size_t kLongest = 80;
    std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace); // ASCII
    return text.size() > kLongest ? text.substr(0, kLongest) + "..." : text;
}

bool isWord(const std::string& text) {
    return text.size() <= kLongestWord && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

bool isHash(const std::string& text) {
    constexpr std::size_t kDigits = 64;
    return text.empty() ||
           (text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            }));
}

bool isWhole(const json& value, std::uint64_t highest) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() <= highest;
}

/// Takes checked fields out of one object. The first wrong one makes the complaint; what comes
/// after it is left at its default.
class Fields {
public:
    Fields(const json& object, std::string prefix, std::string& complaint)
        : m_object(object), m_prefix(std::move(prefix)), m_complaint(complaint) {}

    template <typename Fits>
    const json* take(const std::string& key, const std::string& expected, Fits fits) {
        if (!m_complaint.empty())
            return nullptr;
        const auto found = m_object.find(key);
        if (found != m_object.end() && fits(*found))
            return &*found;
        m_complaint = "field '" + m_prefix + key + "' is " +
                      (found == m_object.end() ? "missing" : shortText(*found)) + ", expected " +
                      expected + ".";
        return nullptr;
    }

    template <typename Fits>
    std::string text(const std::string& key, const std::string& expected, Fits fits) {
        const json* value = take(key, expected, [&fits](const json& found) {
            return found.is_string() && fits(found.get_ref<const std::string&>());
        });
        return value == nullptr ? std::string() : value->get<std::string>();
    }

    std::string text(const std::string& key) {
        return text(key, "a text of at most " + std::to_string(kLongestField) + " bytes",
                    [](const std::string& found) { return found.size() <= kLongestField; });
    }

    std::string word(const std::string& key) { return text(key, "a lower_snake word", isWord); }

    std::string hash(const std::string& key) {
        return text(key, "64 hex digits or nothing", isHash);
    }

    std::uint64_t whole(const std::string& key, std::uint64_t highest) {
        const json* value = take(key, "a whole number from 0 to " + std::to_string(highest),
                                 [highest](const json& found) { return isWhole(found, highest); });
        return value == nullptr ? 0 : value->get<std::uint64_t>();
    }

    RecipeSubject subject(const std::string& key) {
        const json* value =
            take(key, "an object", [](const json& found) { return found.is_object(); });
        if (value == nullptr)
            return {};
        Fields fields(*value, key + ".", m_complaint);
        RecipeSubject subject;
        subject.modelPath = fields.text("model_path");
        subject.modelSha256 = fields.hash("model_sha256");
        subject.imagePath = fields.text("image_path");
        subject.imageSha256 = fields.hash("image_sha256");
        return subject;
    }

private:
    const json& m_object;
    std::string m_prefix;
    std::string& m_complaint;
};

bool isSelection(const json& value) {
    return value.is_array() && value.size() <= kMostSelected &&
           std::all_of(value.begin(), value.end(), [](const json& pair) {
               return pair.is_array() && pair.size() == 2 && isWhole(pair[0], kFinestLevel) &&
                      isWhole(pair[1], kLastToken);
           });
}

Recipe recipeFrom(const json& object, std::string& complaint) {
    Fields fields(object, "", complaint);
    fields.take("hierascope_recipe", std::to_string(kRecipeFormat), [](const json& found) {
        return found.is_number_unsigned() && found == kRecipeFormat;
    });
    Recipe recipe;
    recipe.program = fields.text("program");
    recipe.figure = fields.text("figure", "\"picture\" or \"ladder\"", [](const auto& found) {
        return found == "picture" || found == "ladder";
    });
    recipe.a = fields.subject("a");
    if (object.contains("b"))
        recipe.b = fields.subject("b");
    recipe.level = static_cast<int>(fields.whole("level", kFinestLevel));
    recipe.picture = fields.word("picture");
    recipe.compare = fields.word("compare");
    recipe.overlay = fields.word("overlay");
    if (const json* wipe = fields.take("wipe", "a number from 0 to 1", [](const json& found) {
            return found.is_number() && found.get<double>() >= 0.0 && found.get<double>() <= 1.0;
        }))
        recipe.wipe = wipe->get<double>();
    if (const json* sample = fields.take("sample", "true or false",
                                         [](const json& found) { return found.is_boolean(); }))
        recipe.sample = sample->get<bool>();
    recipe.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    if (const json* pairs = fields.take("selection",
                                        "at most " + std::to_string(kMostSelected) +
                                            " pairs of level and token, both from 0",
                                        isSelection))
        for (const json& pair : *pairs)
            recipe.selection.emplace_back(pair[0].get<int>(), pair[1].get<std::int64_t>());
    recipe.width = static_cast<int>(fields.whole("width", kLargestSide));
    recipe.height = static_cast<int>(fields.whole("height", kLargestSide));
    return recipe;
}

/// The document, or null with a complaint.
json parsed(std::string_view text, std::string& complaint) {
    if (text.size() > kLongestText) {
        complaint = "its " + std::to_string(text.size()) + " bytes are more than " +
                    std::to_string(kLongestText) + ".";
        return nullptr;
    }
    // The parser takes a NUL byte for the end of its input and would ignore what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        complaint = "byte " + std::to_string(nul + 1) + " is NUL.";
        return nullptr;
    }
    bool isTooDeep = false;
    const auto keep = [&isTooDeep](int depth, json::parse_event_t, json&) {
        isTooDeep = isTooDeep || depth > kDeepest;
        return depth <= kDeepest;
    };
    json document;
    try {
        document = json::parse(text, keep);
    } catch (const json::parse_error& broken) {
        complaint = "it is no valid JSON at byte " + std::to_string(broken.byte) + ".";
    } catch (const json::exception&) {
        complaint = "it holds a number that is too large.";
    }
    if (isTooDeep)
        complaint = "it is nested deeper than " + std::to_string(kDeepest) + " levels.";
    else if (complaint.empty() && !document.is_object())
        complaint = "it is " + shortText(document) + ", expected an object.";
    return document;
}

json jsonFrom(const RecipeSubject& subject) {
    return {{"model_path", subject.modelPath},
            {"model_sha256", subject.modelSha256},
            {"image_path", subject.imagePath},
            {"image_sha256", subject.imageSha256}};
}

} // namespace

std::string toJson(const Recipe& recipe) {
    json selection = json::array();
    for (const auto& [level, token] : recipe.selection)
        selection.push_back(json::array({level, token}));
    json object{{"hierascope_recipe", kRecipeFormat},
                {"program", recipe.program},
                {"figure", recipe.figure},
                {"a", jsonFrom(recipe.a)},
                {"level", recipe.level},
                {"picture", recipe.picture},
                {"compare", recipe.compare},
                {"overlay", recipe.overlay},
                {"wipe", recipe.wipe},
                {"sample", recipe.sample},
                {"seed", recipe.seed},
                {"selection", selection},
                {"width", recipe.width},
                {"height", recipe.height}};
    if (recipe.b)
        object["b"] = jsonFrom(*recipe.b);
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Recipe> recipeFromJson(std::string_view text, const std::string& name) {
    std::string complaint;
    const json document = parsed(text, complaint);
    Recipe recipe;
    if (complaint.empty())
        recipe = recipeFrom(document, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Recipe in '" + name + "': " + complaint);
    return recipe;
}

} // namespace hierascope::runs
