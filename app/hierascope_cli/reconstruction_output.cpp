// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/reconstruction_output.h"

#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/output.h"
#include "core/runtime/pictures.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

/// null where a figure is undefined or infinite (equal pictures).
json jsonOf(std::optional<double> figure) {
    return figure && std::isfinite(*figure) ? json(*figure) : json();
}

std::string textOf(std::optional<double> figure, const char* format) {
    if (!figure)
        return "-";
    char text[32];
    std::snprintf(text, sizeof text, format, *figure);
    return text;
}

std::string fileName(const char* kind, std::size_t index, const std::string& level) {
    char number[24];
    std::snprintf(number, sizeof number, "-%02zu_", index);
    return kind + (number + level) + ".png";
}

} // namespace

json jsonOfReconstruction(const std::filesystem::path& image,
                          const runtime::Reconstruction& reconstruction) {
    json levels = json::array();
    for (const runtime::LevelReconstruction& level : reconstruction.levels)
        levels.push_back({{"name", level.level.name},
                          {"width", level.level.width},
                          {"height", level.level.height},
                          {"psnr", jsonOf(level.psnr)},
                          {"ssim", jsonOf(level.ssim)},
                          {"psnr_full", jsonOf(level.psnrFull)},
                          {"ssim_full", jsonOf(level.ssimFull)},
                          {"lpips", jsonOf(level.lpips)},
                          {"values", level.values},
                          {"bits", jsonOf(level.bits)}});
    return {{"path", image.string()}, {"levels", levels}};
}

void printReconstruction(const std::filesystem::path& image,
                         const runtime::Reconstruction& reconstruction) {
    std::printf("%s\n%-9s %9s %7s %7s %10s %10s %8s\n", image.c_str(), "level", "size", "PSNR",
                "SSIM", "PSNR full", "SSIM full", "values");
    for (const runtime::LevelReconstruction& level : reconstruction.levels) {
        const std::string size =
            std::to_string(level.level.width) + "x" + std::to_string(level.level.height);
        std::printf("%-9s %9s %7s %7s %10s %10s %8lld\n", level.level.name.c_str(), size.c_str(),
                    textOf(level.psnr, "%.2f").c_str(), textOf(level.ssim, "%.4f").c_str(),
                    textOf(level.psnrFull, "%.2f").c_str(), textOf(level.ssimFull, "%.4f").c_str(),
                    static_cast<long long>(level.values));
    }
    std::fflush(stdout);
}

Result<void> saveReconstruction(const std::filesystem::path& folder,
                                const runtime::Reconstruction& reconstruction, const json& recipe) {
    for (std::size_t i = 0; i < reconstruction.levels.size(); ++i) {
        const runtime::LevelReconstruction& level = reconstruction.levels[i];
        json levelRecipe = recipe;
        levelRecipe["options"]["level"] = i;
        levelRecipe["options"]["shows"] = "level";
        if (auto saved = runtime::savePicture(folder / fileName("level", i, level.level.name),
                                              toRgb8(level.picture),
                                              {{kRecipeKeyword, jsonText(levelRecipe)}});
            !saved)
            return saved;
        if (level.residual.isEmpty())
            continue;
        levelRecipe["options"]["shows"] = "residual";
        if (auto saved = runtime::savePicture(folder / fileName("residual", i, level.level.name),
                                              runtime::pictureFromResidual(level.residual),
                                              {{kRecipeKeyword, jsonText(levelRecipe)}});
            !saved)
            return saved;
    }
    return {};
}

} // namespace hierascope::cli
