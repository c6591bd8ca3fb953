// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "app/hierascope_cli/replay_recipe.h"
#include "core/runs/recipe.h"
#include "core/runs/recipe_fields.h"
#include "core/runtime/pictures.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

struct ReplayArguments {
    fs::path recipe;
    fs::path out;
    std::vector<fs::path> folders;
};

/// A recipe as text, and where it came from.
struct RecipeText {
    std::string text;
    std::string keyword;               ///< of the text in a PNG file
    std::optional<ImageRgb8> original; ///< the picture that it came with
};

Result<RecipeText> recipeInJson(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text;
    text.resize(runs::kLongestRecipe + 1);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    std::string complaint;
    const nlohmann::json document = runs::parseRecipe(text, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Recipe in '" + path.string() + "': " + complaint);
    const bool isOfWindow = document.contains("hierascope_recipe");
    return RecipeText{text, isOfWindow ? runs::kRecipeKeyword : kRecipeKeyword, {}};
}

/// From a picture that carries it, or from a JSON file.
Result<RecipeText> readRecipeText(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return failure(ErrorCode::NoInput, "Recipe '" + path.string() + "' is no file.");
    if (path.extension() == ".json")
        return recipeInJson(path);
    for (const char* keyword : {runs::kRecipeKeyword, kRecipeKeyword}) {
        const auto text = runtime::readPictureText(path, keyword);
        if (!text)
            return failure(text);
        if (!*text)
            continue;
        auto original = runtime::readPicture(path);
        if (!original)
            return failure(original);
        return RecipeText{**text, keyword, *std::move(original)};
    }
    return failure(ErrorCode::BadData, "Picture '" + path.string() +
                                           "' carries no recipe; it was not exported by "
                                           "Hierascope, or another program saved it again.");
}

std::size_t pixelsThatDiffer(const ImageRgb8& a, const ImageRgb8& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 2 < a.pixels.size(); i += 3)
        count += std::equal(a.pixels.begin() + std::ptrdiff_t(i),
                            a.pixels.begin() + std::ptrdiff_t(i + 3),
                            b.pixels.begin() + std::ptrdiff_t(i))
                     ? 0
                     : 1;
    return count;
}

/// Says how the new picture compares with the one that carried the recipe.
void printReplayed(const Session& session, const ReplayArguments& arguments,
                   const RecipeText& recipe, const ImageRgb8& picture) {
    std::optional<std::size_t> different;
    if (recipe.original && recipe.original->width == picture.width &&
        recipe.original->height == picture.height)
        different = pixelsThatDiffer(*recipe.original, picture);
    if (session.common.asJson) {
        nlohmann::json told{{"out", arguments.out.string()},
                            {"width", picture.width},
                            {"height", picture.height},
                            {"different_pixels", nullptr}};
        if (different)
            told["different_pixels"] = *different;
        std::cout << jsonText(told) << '\n';
        return;
    }
    std::cout << arguments.out.string() << ": " << picture.width << " x " << picture.height;
    if (!recipe.original)
        std::cout << '\n';
    else if (!different)
        std::cout << ", another size than '" << arguments.recipe.string() << "'\n";
    else if (*different == 0)
        std::cout << ", equal to '" << arguments.recipe.string() << "' pixel for pixel\n";
    else
        std::cout << ", " << *different << " pixels differ from '" << arguments.recipe.string()
                  << "'\n";
}

Result<void> replayRecipe(Session& session, ReplayArguments arguments) {
    const auto recipe = readRecipeText(arguments.recipe);
    if (!recipe)
        return failure(recipe);
    const std::string name = arguments.recipe.string();
    const NeededFiles files("Recipe in '" + name + "'", arguments.folders);
    const bool isOfWindow = recipe->keyword == runs::kRecipeKeyword;
    const auto picture = isOfWindow ? replayWindowRecipe(session, recipe->text, name, files)
                                    : replayCommandRecipe(session, recipe->text, name, files);
    if (!picture)
        return failure(picture);
    if (arguments.out.empty())
        arguments.out = arguments.recipe.stem().string() + "-replayed.png";
    if (auto saved =
            runtime::savePicture(arguments.out, *picture, {{recipe->keyword, recipe->text}});
        !saved)
        return saved;
    printReplayed(session, arguments, *recipe, *picture);
    return {};
}

} // namespace

void addReplayCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "replay",
                                   "Make a picture again from the recipe that it carries",
                                   "replay cat-8x8.png --out again.png --find models");
    const auto arguments = std::make_shared<ReplayArguments>();
    command
        ->add_option("RECIPE", arguments->recipe,
                     "A PNG picture that this program or the window exported, or its recipe as a "
                     ".json file")
        ->required();
    command->add_option("--out", arguments->out,
                        "Write the PNG picture here; without it NAME-replayed.png");
    command
        ->add_option("--find", arguments->folders,
                     "Look here for models and images that are not where they were (repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return replayRecipe(session, *arguments); };
    });
}

} // namespace hierascope::cli
