// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/evaluation_output.h"

#include <array>
#include <cstdio>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/output.h"
#include "core/runtime/evaluation_metrics.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

std::string numberText(double value, int digits) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

void printSet(const runtime::Evaluation& evaluation) {
    std::printf("%-19s %10s %23s %8s\n", "", "value", "95 % interval", "images");
    for (const runtime::Metric& metric : runtime::allMetrics()) {
        const auto found = evaluation.set.find(metric.key);
        if (found == evaluation.set.end())
            continue;
        const runtime::Figure& figure = found->second;
        if (!figure.value) {
            std::printf("%-19s %10s  %s\n", metric.title, "-", figure.note.c_str());
            continue;
        }
        const std::string interval = figure.low ? numberText(*figure.low, metric.digits) + " to " +
                                                      numberText(*figure.high, metric.digits)
                                                : std::string();
        std::printf("%-19s %10s %23s %8lld  %s\n", metric.title,
                    figureText(metric.key, figure).c_str(), interval.c_str(),
                    static_cast<long long>(figure.count), figure.note.c_str());
    }
}

void printLevels(const runtime::Evaluation& evaluation) {
    std::vector<const runtime::Metric*> shown;
    for (const runtime::Metric& metric : runtime::allMetrics())
        for (const runtime::Figures& figures : evaluation.levelFigures) {
            const auto found = figures.find(metric.key);
            if (found == figures.end() || !found->second.value)
                continue;
            shown.push_back(&metric);
            break;
        }
    std::printf("\n%-10s", "level");
    for (const runtime::Metric* metric : shown)
        std::printf(" %*s",
                    static_cast<int>(std::max<std::size_t>(9, std::string(metric->title).size())),
                    metric->title);
    std::printf("\n");
    for (std::size_t i = 0; i < evaluation.levels.size(); ++i) {
        std::printf("%-10s", evaluation.levels[i].name.c_str());
        for (const runtime::Metric* metric : shown) {
            const auto found = evaluation.levelFigures[i].find(metric->key);
            const std::string text = found == evaluation.levelFigures[i].end()
                                         ? "-"
                                         : figureText(metric->key, found->second);
            std::printf(
                " %*s",
                static_cast<int>(std::max<std::size_t>(9, std::string(metric->title).size())),
                text.c_str());
        }
        std::printf("\n");
    }
}

} // namespace

std::string figureText(const std::string& metric, const runtime::Figure& figure) {
    if (!figure.value)
        return "-";
    return numberText(*figure.value, runtime::findMetric(metric)->digits);
}

void printEvaluation(const runtime::Evaluation& evaluation) {
    std::printf("%s: %zu images%s\n  %s\n", evaluation.model.c_str(), evaluation.images.size(),
                evaluation.isComplete ? "" : " (stopped before the end)", evaluation.data.c_str());
    printSet(evaluation);
    printLevels(evaluation);
    std::fflush(stdout);
}

void printDifferences(const json& differences) {
    for (const json& entry : differences) {
        const std::string metric = entry.at("metric").get<std::string>();
        if (entry.contains("only")) {
            std::printf("%s: only in %s\n", metric.c_str(),
                        entry["only"].get<std::string>().c_str());
            continue;
        }
        std::printf("%s: %s against %s%s\n", metric.c_str(), jsonText(entry["a"]).c_str(),
                    jsonText(entry["b"]).c_str(),
                    entry["differences"].empty() ? " (the recipes are the same)" : "");
        for (const json& field : entry["differences"])
            std::printf("  %s: %s against %s\n", field["field"].get<std::string>().c_str(),
                        jsonText(field["a"]).c_str(), jsonText(field["b"]).c_str());
    }
    std::fflush(stdout);
}

} // namespace hierascope::cli
