// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/embed_output.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/output.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;
using runtime::PairedDifference;
using runtime::SeedFigure;
using runtime::UniformityResult;

using Figure = SeedFigure UniformityResult::*;
constexpr std::array<std::pair<const char*, Figure>, 4> kFigures = {{
    {"cv", &UniformityResult::cv},
    {"gini", &UniformityResult::gini},
    {"entropy", &UniformityResult::entropy},
    {"kl", &UniformityResult::kl},
}};

json jsonOf(const SeedFigure& figure) {
    if (figure.values.empty())
        return {{"mean", nullptr}, {"sd", nullptr}, {"values", json::array()}};
    return {{"mean", figure.mean}, {"sd", figure.deviation}, {"values", figure.values}};
}

json jsonOf(const PairedDifference& difference) {
    const auto finite = [](double value) { return std::isfinite(value) ? json(value) : json(); };
    return {{"mean", difference.mean},
            {"sd", difference.deviation},
            {"low", finite(difference.low)},
            {"high", finite(difference.high)},
            {"p", difference.p}};
}

json jsonOf(const StudyOutcome& outcome) {
    const UniformityResult& result = outcome.result;
    json skipped = json::array();
    for (const runtime::SkippedImage& image : result.skipped)
        skipped.push_back({{"name", image.name}, {"reason", image.reason}});
    json value = {{"model", result.modelName},     {"points", result.points},
                  {"images", result.images},       {"seeds", result.seeds.size()},
                  {"complete", result.isComplete}, {"skipped", skipped},
                  {"recipe", outcome.recipe()}};
    for (const auto& [name, figure] : kFigures)
        value[name] = jsonOf(result.*figure);
    return value;
}

const char* nameOf(runtime::PointSource source) {
    switch (source) {
    case runtime::PointSource::BaseMap:
        return "base";
    case runtime::PointSource::Levels:
        return "levels";
    case runtime::PointSource::Hierarchies:
        return "hierarchies";
    case runtime::PointSource::Codebook:
        return "codebook";
    }
    return "";
}

bool haveSameSeeds(const StudyOutcome& a, const std::optional<StudyOutcome>& b) {
    return b && !a.result.seeds.empty() && a.result.seeds == b->result.seeds;
}

void printModel(const char* letter, const UniformityResult& result) {
    std::printf("%s%s: %lld points of %lld images, %zu seeds%s\n  %s\n", letter,
                result.modelName.c_str(), static_cast<long long>(result.points),
                static_cast<long long>(result.images), result.seeds.size(),
                result.isComplete ? "" : " (stopped before the end)", result.dataName.c_str());
}

std::string numbers(const SeedFigure& figure) {
    if (figure.values.empty())
        return "         -          -";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%10.5f %10.5f", figure.mean, figure.deviation);
    return text.data();
}

} // namespace

json StudyOutcome::recipe() const {
    const runtime::LatentRequest& request = study.request;
    const runtime::MapOptions& map = study.map;
    json seeds = json::array();
    for (std::int64_t i = 0; i < study.seeds; ++i)
        seeds.push_back(request.seed + static_cast<std::uint64_t>(i));
    return {
        {"format", 1},
        {"program", "hierascope_cli " HIERASCOPE_VERSION},
        {"command", "embed"},
        {"model", {{"name", result.modelName}, {"sha256", result.modelHash}}},
        {"data", result.dataName},
        {"source", nameOf(request.source)},
        {"levels", request.levels},
        {"latent", "mean of the posterior, or the codes' vectors"},
        {"points_wanted", request.points},
        {"points", result.points},
        {"images", result.images},
        {"per_image", request.perImage == 0 ? json("all") : json(request.perImage)},
        {"seeds", seeds},
        {"normalisation", "(v - mean) / sd of each channel, over all vectors of the images used"},
        {"projection", "t-SNE"},
        {"dims", map.dimensions},
        {"perplexity", map.perplexity},
        {"iterations", map.iterations},
        {"start", "PCA"},
        {"kde", "Gaussian, bandwidth by Scott's rule, full covariance, at the points themselves"},
        {"options", {{"device", device}, {"dtype", dtype}, {"set", overrides}}}};
}

json jsonOf(const StudyOutcome& a, const std::optional<StudyOutcome>& b) {
    json value = jsonOf(a);
    if (!b)
        return value;
    value["b"] = jsonOf(*b);
    json differences = json::object();
    if (haveSameSeeds(a, b))
        for (const auto& [name, figure] : kFigures)
            if (const auto paired = runtime::pairedDifference(a.result.*figure, b->result.*figure))
                differences[name] = jsonOf(*paired);
    value["difference"] = differences;
    return value;
}

void printTable(const StudyOutcome& a, const std::optional<StudyOutcome>& b) {
    printModel(b ? "A: " : "", a.result);
    if (b)
        printModel("B: ", b->result);
    std::printf("%-8s %10s %10s", "", b ? "A mean" : "mean", "sd");
    if (b)
        std::printf(" %10s %10s %10s %23s %8s", "B mean", "sd", "A - B", "95 % interval", "p");
    std::printf("\n");
    for (const auto& [name, figure] : kFigures) {
        std::printf("%-8s %s", name, numbers(a.result.*figure).c_str());
        if (b)
            std::printf(" %s", numbers(b->result.*figure).c_str());
        if (haveSameSeeds(a, b))
            if (const auto paired = runtime::pairedDifference(a.result.*figure, b->result.*figure))
                std::printf(" %+10.5f %+11.5f %+11.5f %8.2g", paired->mean, paired->low,
                            paired->high, paired->p);
        std::printf("\n");
    }
    std::fflush(stdout);
}

} // namespace hierascope::cli
