// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/comparison_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/io/picture_sheet.h"
#include "core/io/png_writer.h"
#include "core/runtime/evaluation_files.h"
#include "core/runtime/evaluation_metrics.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;
using Table = std::vector<std::vector<std::string>>;
namespace fs = std::filesystem;

constexpr const char* kRecipeKeyword = "hierascope-recipe";
constexpr double kPngScale = 2.0;

std::string dump(const json& value, int indent = -1) {
    return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

json number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? json(*value) : json();
}

std::string text(double value, int digits, const char* format = "%.*f") {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, digits, value);
    return buffer.data();
}

std::string plain(const std::optional<double>& value) {
    return value ? text(*value, 9, "%.*g") : std::string();
}

std::string letterOf(std::size_t model) {
    return model < 26 ? std::string(1, static_cast<char>('A' + model)) : std::to_string(model + 1);
}

std::string titleOf(const Metric& metric) {
    const std::string unit = metric.unit;
    return metric.title + (unit.empty() ? "" : " (" + unit + ")") +
           (metric.isHigherBetter ? " \u2191" : " \u2193");
}

json jsonOf(const PairedFigures& figures) {
    json object = json::object();
    for (const auto& [key, figure] : figures) {
        object[key] = {{"difference", number(figure.difference)},
                       {"low", number(figure.low)},
                       {"high", number(figure.high)},
                       {"p", number(figure.p)},
                       {"p_student", number(figure.pStudent)},
                       {"count", figure.count},
                       {"larger", figure.larger}};
        if (!figure.reason.empty())
            object[key]["reason"] = figure.reason;
    }
    return object;
}

/// Metrics that any model has a figure of.
std::vector<const Metric*> shownMetrics(const Comparison& comparison) {
    std::vector<const Metric*> shown;
    for (const Metric& metric : allMetrics())
        for (const ComparedModel& model : comparison.models) {
            const auto found = model.evaluation.set.find(metric.key);
            if (found == model.evaluation.set.end() || !found->second.value)
                continue;
            shown.push_back(&metric);
            break;
        }
    return shown;
}

std::string cellOf(const Metric& metric, const Figures& figures) {
    const auto found = figures.find(metric.key);
    return found == figures.end() || !found->second.value
               ? "-"
               : text(*found->second.value, metric.digits);
}

std::string differenceCell(const Metric& metric, const PairedFigures& figures) {
    const auto found = figures.find(metric.key);
    if (found == figures.end() || !found->second.difference)
        return "-";
    const PairedFigure& figure = found->second;
    std::string cell = text(*figure.difference, metric.digits, "%+.*f");
    if (figure.low)
        cell += " [" + text(*figure.low, metric.digits, "%+.*f") + ", " +
                text(*figure.high, metric.digits, "%+.*f") + "]";
    if (figure.p)
        cell += " p " + text(*figure.p, 2, "%.*g");
    return cell;
}

/// PSNR and SSIM of one level of a chosen image.
std::vector<std::string> linesOf(const Evaluation& evaluation, std::int64_t image,
                                 std::size_t level) {
    std::vector<std::string> lines{evaluation.levels[level].name};
    for (const ImageScore& score : evaluation.images) {
        if (score.index != image)
            continue;
        std::string line;
        for (const char* key : {"psnr_full", "ssim_full", "lpips"}) {
            const int column = evaluation.columnOf(key);
            const double value =
                column < 0 ? NAN : score.levels[level][static_cast<std::size_t>(column)];
            if (std::isnan(value))
                continue;
            const Metric* metric = findMetric(key);
            line += (line.empty() ? "" : "  ") + text(value, std::min(metric->digits, 3)) +
                    (*metric->unit != '\0' ? std::string(" ") + metric->unit : "");
        }
        lines.push_back(line);
    }
    return lines;
}

io::PictureSheet sheetOf(const Comparison& comparison) {
    const Evaluation& a = comparison.models.front().evaluation;
    io::PictureSheet sheet;
    sheet.title = "Comparison of " + std::to_string(comparison.models.size()) + " models on " +
                  std::to_string(a.images.size()) + " images" +
                  (comparison.isComplete ? "" : " (stopped before the end)");
    std::size_t levels = 0;
    for (std::size_t image = 0; image < comparison.chosen.size(); ++image) {
        for (std::size_t m = 0; m < comparison.models.size(); ++m) {
            const ComparedModel& model = comparison.models[m];
            if (image >= model.pictures.size())
                continue;
            const ComparedPicture& picture = model.pictures[image];
            io::SheetRow row;
            row.heading = {letterOf(m) + "  " + model.evaluation.model,
                           comparison.chosenNames[image]};
            row.cells.push_back({picture.original,
                                 {"original", std::to_string(picture.original.width) + " x " +
                                                  std::to_string(picture.original.height)}});
            for (std::size_t level = 0; level < picture.levels.size(); ++level)
                row.cells.push_back({picture.levels[level],
                                     linesOf(model.evaluation, comparison.chosen[image], level)});
            levels = std::max(levels, picture.levels.size());
            sheet.rows.push_back(std::move(row));
        }
    }
    sheet.columns = {"Original"};
    for (std::size_t level = 0; level < levels; ++level)
        sheet.columns.push_back("Level " + std::to_string(level));
    sheet.table = comparisonTable(comparison);
    for (std::size_t m = 0; m < comparison.models.size(); ++m) {
        const Evaluation& evaluation = comparison.models[m].evaluation;
        sheet.footer.push_back(letterOf(m) + ": " + evaluation.model + ", " + evaluation.family +
                               ", " + std::to_string(evaluation.imageSize) + " pixels, " +
                               evaluation.modelHash.substr(0, 12));
    }
    sheet.footer.push_back(a.data);
    const auto lpips = a.set.find("lpips");
    const bool hasLpips = lpips != a.set.end() && lpips->second.value;
    sheet.footer.push_back("Below a picture: PSNR, SSIM" + std::string(hasLpips ? ", LPIPS" : "") +
                           " of the level enlarged to the full image. Differences: mean over the "
                           "same images, 95 % interval (Student's t), p by turning signs.");
    return sheet;
}

std::string csvOf(const Comparison& comparison) {
    std::string table = std::string("# ") + kRecipeKeyword + " " + dump(comparison.recipe) + "\n" +
                        "model,level,metric,value,low,high,images,difference,difference low,"
                        "difference high,p,p student,reason\n";
    const auto add = [&](const std::string& model, const std::string& level, const Figures& figures,
                         const PairedFigures& paired) {
        for (const auto& [key, figure] : figures) {
            const auto found = paired.find(key);
            const PairedFigure pair = found == paired.end() ? PairedFigure() : found->second;
            table += csvCell(model) + "," + csvCell(level) + "," + key + "," + plain(figure.value) +
                     "," + plain(figure.low) + "," + plain(figure.high) + "," +
                     std::to_string(figure.count) + "," + plain(pair.difference) + "," +
                     plain(pair.low) + "," + plain(pair.high) + "," + plain(pair.p) + "," +
                     plain(pair.pStudent) + "," +
                     csvCell(figure.value ? pair.reason : figure.note) + "\n";
        }
    };
    for (const ComparedModel& model : comparison.models) {
        const Evaluation& evaluation = model.evaluation;
        add(evaluation.model, "set", evaluation.set, model.set);
        for (std::size_t level = 0; level < evaluation.levels.size(); ++level)
            add(evaluation.model, evaluation.levels[level].name, evaluation.levelFigures[level],
                level < model.levels.size() ? model.levels[level] : PairedFigures());
    }
    return table;
}

std::string joined(const std::vector<std::string>& cells, const std::string& between,
                   const std::function<std::string(const std::string&)>& written) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : between) + written(cells[i]);
    return line;
}

std::string replacedAll(const std::string& text,
                        const std::vector<std::pair<char, const char*>>& pairs) {
    std::string result;
    for (const char letter : text) {
        const auto found = std::find_if(pairs.begin(), pairs.end(),
                                        [&](auto pair) { return pair.first == letter; });
        result += found == pairs.end() ? std::string(1, letter) : found->second;
    }
    return result;
}

std::string markdownOf(const Comparison& comparison) {
    const auto cell = [](const std::string& text) {
        return replacedAll(text, {{'|', "\\|"}, {'\n', " "}});
    };
    const Table table = comparisonTable(comparison);
    std::string result;
    for (std::size_t i = 0; i < table.size(); ++i) {
        result += "| " + joined(table[i], " | ", cell) + " |\n";
        if (i == 0)
            result += "| ---" +
                      joined(std::vector<std::string>(table[i].size() - 1), "",
                             [](const std::string&) { return " | ---:"; }) +
                      " |\n";
    }
    // A comment ends at two hyphens.
    std::string recipe = dump(comparison.recipe);
    for (std::size_t at = recipe.find("--"); at != std::string::npos; at = recipe.find("--", at))
        recipe.replace(at, 2, "-\\u002d");
    return result + "\n<!-- " + kRecipeKeyword + " " + recipe + " -->\n";
}

std::string latexOf(const Comparison& comparison) {
    const auto cell = [](const std::string& text) {
        std::string escaped = replacedAll(text, {{'&', "\\&"},
                                                 {'%', "\\%"},
                                                 {'$', "\\$"},
                                                 {'#', "\\#"},
                                                 {'_', "\\_"},
                                                 {'{', "\\{"},
                                                 {'}', "\\}"},
                                                 {'~', "\\textasciitilde{}"},
                                                 {'^', "\\textasciicircum{}"},
                                                 {'\\', "\\textbackslash{}"}});
        for (const auto& [arrow, command] :
             {std::pair{"\u2191", "$\\uparrow$"}, std::pair{"\u2193", "$\\downarrow$"}})
            if (const auto at = escaped.find(arrow); at != std::string::npos)
                escaped.replace(at, std::string(arrow).size(), command);
        return escaped;
    };
    const Table table = comparisonTable(comparison);
    std::string result = std::string("% ") + kRecipeKeyword + " " + dump(comparison.recipe) +
                         "\n\\begin{tabular}{l" + std::string(table.front().size() - 1, 'r') +
                         "}\n\\hline\n";
    for (std::size_t i = 0; i < table.size(); ++i)
        result += joined(table[i], " & ", cell) + " \\\\\n" + (i == 0 ? "\\hline\n" : "");
    return result + "\\hline\n\\end{tabular}\n";
}

} // namespace

json jsonOf(const Comparison& comparison) {
    json models = json::array();
    for (std::size_t m = 0; m < comparison.models.size(); ++m) {
        const ComparedModel& model = comparison.models[m];
        json entry = jsonOf(model.evaluation, false);
        entry["letter"] = letterOf(m);
        if (m > 0) {
            json levels = json::array();
            for (std::size_t level = 0; level < model.levels.size(); ++level)
                levels.push_back({{"name", model.evaluation.levels[level].name},
                                  {"figures", jsonOf(model.levels[level])}});
            entry["paired"] = {{"with", "A"}, {"figures", jsonOf(model.set)}, {"levels", levels}};
            entry["cka"] = {{"value", number(model.likeness)},
                            {"formula", "linear CKA of the latents of one image as one row, "
                                        "columns centred"},
                            {"count", std::min(model.evaluation.latents.size(),
                                               comparison.models[0].evaluation.latents.size())}};
            if (!model.likenessReason.empty())
                entry["cka"]["reason"] = model.likenessReason;
        }
        models.push_back(std::move(entry));
    }
    return {{"format", 1},
            {"kind", "hierascope-comparison"},
            {"complete", comparison.isComplete},
            {"chosen", comparison.chosenNames},
            {"models", models},
            {"recipe", comparison.recipe}};
}

Table comparisonTable(const Comparison& comparison) {
    Table table;
    std::vector<std::string> heading{"Finest level"};
    for (std::size_t m = 0; m < comparison.models.size(); ++m)
        heading.push_back(letterOf(m) + "  " + comparison.models[m].evaluation.model);
    for (std::size_t m = 1; m < comparison.models.size(); ++m)
        heading.push_back(letterOf(m) + " - A [95 %]");
    table.push_back(heading);
    for (const Metric* metric : shownMetrics(comparison)) {
        std::vector<std::string> row{titleOf(*metric)};
        for (const ComparedModel& model : comparison.models)
            row.push_back(cellOf(*metric, model.evaluation.set));
        for (std::size_t m = 1; m < comparison.models.size(); ++m)
            row.push_back(differenceCell(*metric, comparison.models[m].set));
        table.push_back(std::move(row));
    }
    if (comparison.models.size() < 2)
        return table;
    std::vector<std::string> likeness{"Linear CKA with A"};
    for (const ComparedModel& model : comparison.models)
        likeness.push_back(model.likeness ? text(*model.likeness, 4) : "-");
    likeness.resize(heading.size());
    table.push_back(std::move(likeness));
    return table;
}

Result<ImageRgb8> comparisonSheet(const Comparison& comparison, double scale) {
    return io::drawSheet(sheetOf(comparison), scale);
}

Result<void> checkComparisonName(const fs::path& path) {
    const std::string kind = path.extension().string();
    for (const char* known : {".png", ".pdf", ".csv", ".md", ".tex", ".json"})
        if (kind == known)
            return {};
    return failure(ErrorCode::Usage, "File '" + path.string() +
                                         "' has no known ending, expected .png, .pdf, .csv, .md, "
                                         ".tex or .json.");
}

Result<void> saveComparison(const fs::path& path, const Comparison& comparison) {
    if (auto valid = checkComparisonName(path); !valid)
        return valid;
    const std::string kind = path.extension().string();
    const std::string recipe = dump(comparison.recipe);
    if (kind == ".png") {
        const auto sheet = comparisonSheet(comparison, kPngScale);
        return sheet ? io::writePng(path, *sheet, {{kRecipeKeyword, recipe}}) : failure(sheet);
    }
    if (kind == ".pdf")
        return io::writeSheetPdf(path, sheetOf(comparison),
                                 {comparison.recipe.value("program", "hierascope"), recipe});
    if (kind == ".csv")
        return writeFileAtomically(path, csvOf(comparison));
    if (kind == ".md")
        return writeFileAtomically(path, markdownOf(comparison));
    if (kind == ".tex")
        return writeFileAtomically(path, latexOf(comparison));
    return writeFileAtomically(path, dump(jsonOf(comparison), 1) + "\n");
}

} // namespace hierascope::runtime
