// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/needed_file.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::size_t kMostFiles = 10'000;
constexpr std::size_t kShownDigits = 12;

bool isKind(const std::string& word) {
    return word == "model" || word == "generator" || word == "image" || word == "data";
}

void replacePath(json& value, const std::string& from, const std::string& to) {
    if (value.is_string() && value.get_ref<const std::string&>() == from)
        value = to;
    else if (value.is_structured())
        for (json& inner : value)
            replacePath(inner, from, to);
}

} // namespace

json jsonOf(const std::vector<NeededFile>& files) {
    json list = json::array();
    for (const NeededFile& file : files)
        list.push_back({{"kind", file.kind}, {"path", file.path}, {"sha256", file.sha256}});
    return list;
}

std::vector<NeededFile> neededFiles(RecipeFields& fields, const std::string& key) {
    std::vector<NeededFile> files;
    fields.each(key, kMostFiles, [&files](RecipeFields file) {
        NeededFile read;
        read.kind = file.choice("kind", R"("model", "generator", "image" or "data")", isKind);
        read.path = file.text("path");
        read.sha256 = file.hash("sha256");
        files.push_back(std::move(read));
    });
    return files;
}

std::string withPath(std::string_view text, const std::string& from, const std::string& to) {
    std::string complaint;
    constexpr std::size_t kLongest = std::size_t{64} << 20;
    json document = parseRecipe(text, complaint, kLongest);
    if (!complaint.empty())
        return std::string(text); // whoever reads it says what is wrong
    replacePath(document, from, to);
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string nameOf(const NeededFile& file) {
    std::filesystem::path path = file.path;
    if (path.filename().empty())
        path = path.parent_path();
    const std::string name = file.kind + " '" + path.filename().string() + "'";
    return file.sha256.empty() ? name
                               : name + " (sha256 " + file.sha256.substr(0, kShownDigits) + ")";
}

std::string missingSentence(const NeededFile& file, const std::string& name) {
    return name + " needs the " + nameOf(file) + ", which is not at '" + file.path + "' any more.";
}

std::string otherBytesSentence(const NeededFile& file, const std::string& found,
                               const std::string& name) {
    if (file.sha256.empty() || found.empty() || file.sha256 == found)
        return {};
    return name + " was made with another " + file.kind + " than '" + file.path +
           "', whose sha256 is " + found.substr(0, kShownDigits) + ", not " +
           file.sha256.substr(0, kShownDigits) + ".";
}

} // namespace hierascope::runs
