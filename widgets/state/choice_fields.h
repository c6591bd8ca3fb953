// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_fields.h"
#include "widgets/state/services.h"

#include <QFile>
#include <QStringList>

/// How parts of a choice stand in JSON: words for enumerations, paths, lists of paths.
namespace hierascope::widgets {

using nlohmann::json;
using runs::RecipeFields;

/// Words in the order of an enumeration.
template <std::size_t N>
using ChoiceWords = std::array<const char*, N>;

template <std::size_t N, typename Value>
std::string wordIn(const ChoiceWords<N>& words, Value value) {
    return words.at(std::size_t(value));
}

template <typename Value, std::size_t N>
Value valueIn(RecipeFields& fields, const char* key, const ChoiceWords<N>& words) {
    std::string expected = "one of";
    for (const char* word : words)
        expected += std::string(word == words.front() ? " \"" : ", \"") + word + "\"";
    const auto isKnown = [&words](const std::string& found) {
        return std::ranges::find(words, found) != words.end();
    };
    const std::string word = fields.choice(key, expected, isKnown);
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? Value{} : Value(found - words.begin());
}

inline std::string textOfPath(const QString& path) {
    return systemPath(path).string();
}

inline QString pathIn(RecipeFields& fields, const char* key) {
    return QFile::decodeName(QByteArray::fromStdString(fields.text(key)));
}

inline json jsonOfPaths(const QStringList& paths) {
    json list = json::array();
    for (const QString& path : paths)
        list.push_back(textOfPath(path));
    return list;
}

/// A list of something, each of which passes a test.
template <typename Fits>
const json* listIn(RecipeFields& fields, const char* key, const std::string& expected,
                   std::size_t most, Fits fits) {
    return fields.take(key, "a list of at most " + std::to_string(most) + " " + expected,
                       [&fits, most](const json& found) {
                           return found.is_array() && found.size() <= most &&
                                  std::all_of(found.begin(), found.end(), fits);
                       });
}

inline QStringList pathsIn(RecipeFields& fields, const char* key) {
    constexpr std::size_t kMost = 10'000;
    QStringList paths;
    if (const json* list = listIn(fields, key, "paths", kMost,
                                  [](const json& found) { return found.is_string(); }))
        for (const json& path : *list)
            if (!path.get_ref<const std::string&>().empty())
                paths << QFile::decodeName(QByteArray::fromStdString(path.get<std::string>()));
    return paths;
}

} // namespace hierascope::widgets
