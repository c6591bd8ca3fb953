// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/evaluation_files.h"

#include <cmath>
#include <cstdio>
#include <set>
#include <system_error>

#include "core/base/atomic_file.h"
#include "core/io/json_file.h"
#include "core/runtime/evaluation_metrics.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 512ULL << 20;

json number(double value) {
    return std::isfinite(value) ? json(value) : json();
}

json number(const std::optional<double>& value) {
    return value ? number(*value) : json();
}

std::string text(double value) {
    if (std::isnan(value))
        return {};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.9g", value);
    return buffer;
}

std::string text(const std::optional<double>& value) {
    return value ? text(*value) : std::string();
}

std::string dump(const json& value, int indent = -1) {
    return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

json jsonOf(const Figures& figures) {
    json object = json::object();
    for (const auto& [key, figure] : figures)
        object[key] = runtime::jsonOf(figure);
    return object;
}

json jsonOf(const Evaluation& evaluation, const ImageScore& image) {
    json levels = json::array();
    for (std::size_t level = 0; level < image.levels.size(); ++level) {
        json entry = {{"name", evaluation.levels[level].name}};
        for (std::size_t column = 0; column < evaluation.columns.size(); ++column)
            entry[evaluation.columns[column]] = number(image.levels[level][column]);
        levels.push_back(std::move(entry));
    }
    return {{"name", image.name},
            {"index", image.index},
            {"class", image.label >= 0
                          ? json(evaluation.classes[static_cast<std::size_t>(image.label)].name)
                          : json()},
            {"levels", levels}};
}

std::string recipeLine(const Evaluation& evaluation) {
    const auto first = evaluation.recipes.begin();
    if (first == evaluation.recipes.end())
        return {};
    json recipe = first->second;
    for (const char* field : {"metric", "formula", "interval", "network", "reference"})
        recipe.erase(field);
    recipe["complete"] = evaluation.isComplete;
    return "# hierascope-recipe " + dump(recipe) + "\n";
}

/// Every leaf of a JSON value by its dotted path.
void flatten(const json& value, const std::string& path, std::map<std::string, json>& leaves) {
    if (!value.is_object()) {
        leaves[path] = value;
        return;
    }
    for (const auto& [key, child] : value.items())
        flatten(child, path.empty() ? key : path + "." + key, leaves);
}

json valueIn(const json& figures, const std::string& key) {
    return figures.at(key).is_object() ? figures.at(key).value("value", json()) : json();
}

} // namespace

json jsonOf(const Figure& figure) {
    json object = {{"value", number(figure.value)},
                   {"low", number(figure.low)},
                   {"high", number(figure.high)},
                   {"sd", number(figure.deviation)},
                   {"count", figure.count}};
    if (!figure.note.empty())
        object[figure.value ? "note" : "reason"] = figure.note;
    return object;
}

json jsonOf(const Evaluation& evaluation, bool withImages) {
    json figures = jsonOf(evaluation.set);
    for (auto& [key, figure] : figures.items()) {
        const Metric* metric = findMetric(key);
        figure["unit"] = metric->unit;
        figure["better"] = metric->isHigherBetter ? "higher" : "lower";
        const auto recipe = evaluation.recipes.find(key);
        figure["recipe"] = recipe == evaluation.recipes.end() ? json() : recipe->second;
    }
    json levels = json::array();
    for (std::size_t i = 0; i < evaluation.levels.size(); ++i)
        levels.push_back({{"name", evaluation.levels[i].name},
                          {"width", evaluation.levels[i].width},
                          {"height", evaluation.levels[i].height},
                          {"figures", jsonOf(evaluation.levelFigures[i])},
                          {"recipe", "that of the set's figure, for this level's pictures"}});
    json classes = json::array();
    for (const ClassScore& score : evaluation.classes) {
        json entry = {
            {"name", score.name}, {"images", score.images}, {"figures", jsonOf(score.figures)}};
        if (score.images == 0)
            entry["reason"] = "The class has no image among those evaluated.";
        classes.push_back(std::move(entry));
    }
    json skipped = json::array();
    for (const SkippedImage& image : evaluation.skipped)
        skipped.push_back({{"name", image.name}, {"reason", image.reason}});
    json object = {{"format", 1},
                   {"kind", "hierascope-evaluation"},
                   {"model", evaluation.model},
                   {"sha256", evaluation.modelHash},
                   {"family", evaluation.family},
                   {"data", evaluation.data},
                   {"images", evaluation.images.size()},
                   {"complete", evaluation.isComplete},
                   {"figures", figures},
                   {"levels", levels},
                   {"classes", classes},
                   {"skipped", skipped}};
    if (!withImages)
        return object;
    json images = json::array();
    for (const ImageScore& image : evaluation.images)
        images.push_back(jsonOf(evaluation, image));
    object["per_image"] = std::move(images);
    return object;
}

std::string csvCell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string cell = "\"";
    for (const char letter : text)
        cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return cell + "\"";
}

std::string imagesCsv(const Evaluation& evaluation, const std::string& metric) {
    std::string table = recipeLine(evaluation) + "index,name,class";
    for (const std::string& column : evaluation.columns)
        table += "," + column;
    for (const LevelInfo& level : evaluation.levels)
        for (const std::string& column : evaluation.columns)
            table += "," + csvCell(level.name + " " + column);
    table += "\n";
    for (const std::size_t i : evaluation.worstFirst(metric)) {
        const ImageScore& image = evaluation.images[i];
        table += std::to_string(image.index) + "," + csvCell(image.name) + ",";
        if (image.label >= 0)
            table += csvCell(evaluation.classes[static_cast<std::size_t>(image.label)].name);
        for (const double value : image.levels.back())
            table += "," + text(value);
        for (const std::vector<double>& level : image.levels)
            for (const double value : level)
                table += "," + text(value);
        table += "\n";
    }
    return table;
}

std::string levelsCsv(const Evaluation& evaluation) {
    std::set<std::string> keys;
    for (const Figures& figures : evaluation.levelFigures)
        for (const auto& [key, figure] : figures)
            keys.insert(key);
    std::string table = recipeLine(evaluation) + "level,width,height";
    for (const std::string& key : keys)
        table += "," + key + "," + key + " low," + key + " high";
    table += "\n";
    for (std::size_t i = 0; i < evaluation.levels.size(); ++i) {
        const LevelInfo& level = evaluation.levels[i];
        table += csvCell(level.name) + "," + std::to_string(level.width) + "," +
                 std::to_string(level.height);
        for (const std::string& key : keys) {
            const auto found = evaluation.levelFigures[i].find(key);
            const Figure figure =
                found == evaluation.levelFigures[i].end() ? Figure() : found->second;
            table += "," + text(figure.value) + "," + text(figure.low) + "," + text(figure.high);
        }
        table += "\n";
    }
    return table;
}

Result<void> saveEvaluation(const fs::path& path, const Evaluation& evaluation,
                            const std::string& metric) {
    if (path.extension() == ".csv")
        return writeFileAtomically(path, imagesCsv(evaluation, metric));
    std::error_code error;
    fs::create_directories(path, error);
    if (error || !fs::is_directory(path))
        return failure(ErrorCode::CannotCreate,
                       "Folder '" + path.string() + "' cannot be made: " +
                           (error ? error.message() : "something else has that name") + ".");
    if (auto saved =
            writeFileAtomically(path / "evaluation.json", dump(jsonOf(evaluation), 1) + "\n");
        !saved)
        return saved;
    if (auto saved = writeFileAtomically(path / "images.csv", imagesCsv(evaluation, metric));
        !saved)
        return saved;
    return writeFileAtomically(path / "levels.csv", levelsCsv(evaluation));
}

Result<json> readEvaluation(const fs::path& path) {
    std::error_code error;
    const fs::path file = fs::is_directory(path, error) ? path / "evaluation.json" : path;
    auto value = io::readJsonFile(file, {kMostBytes, 64});
    if (!value)
        return failure(value);
    if (!value->is_object() || value->value("kind", "") != "hierascope-evaluation" ||
        !value->contains("figures") || !value->at("figures").is_object())
        return failure(ErrorCode::BadData, "File '" + file.string() +
                                               "' is no evaluation: field 'kind' is not "
                                               "'hierascope-evaluation', or 'figures' is missing.");
    return value;
}

json recipeDifferences(const json& a, const json& b) {
    std::map<std::string, json> ofA;
    std::map<std::string, json> ofB;
    flatten(a, "", ofA);
    flatten(b, "", ofB);
    std::set<std::string> fields;
    for (const auto* leaves : {&ofA, &ofB})
        for (const auto& [field, value] : *leaves)
            fields.insert(field);
    json differences = json::array();
    for (const std::string& field : fields) {
        const json left = ofA.contains(field) ? ofA[field] : json();
        const json right = ofB.contains(field) ? ofB[field] : json();
        if (left != right)
            differences.push_back({{"field", field}, {"a", left}, {"b", right}});
    }
    return differences;
}

json differencesOf(const json& a, const json& b) {
    const json& ofA = a.at("figures");
    const json& ofB = b.at("figures");
    json result = json::array();
    for (const auto& [key, figure] : ofA.items()) {
        if (!ofB.contains(key)) {
            result.push_back({{"metric", key}, {"only", "a"}});
            continue;
        }
        const auto recipe = [&](const json& figures) {
            return figures.at(key).is_object() ? figures.at(key).value("recipe", json()) : json();
        };
        result.push_back({{"metric", key},
                          {"a", valueIn(ofA, key)},
                          {"b", valueIn(ofB, key)},
                          {"differences", recipeDifferences(recipe(ofA), recipe(ofB))}});
    }
    for (const auto& [key, figure] : ofB.items())
        if (!ofA.contains(key))
            result.push_back({{"metric", key}, {"only", "b"}});
    return result;
}

} // namespace hierascope::runtime
