// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <optional>
#include <utility>

#include "app/hierascope_cli/replay_recipe.h"
#include "core/base/log.h"
#include "core/runs/view_recipe.h"
#include "core/runtime/pictures.h"
#include "core/runtime/recipe_edits.h"
#include "core/runtime/recipe_picture.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;
using ReplayTokenizer = std::shared_ptr<runtime::Tokenizer>;

Result<runtime::Reconstruction> reconstructAgain(Session& session, runtime::Tokenizer& model,
                                                 const fs::path& image,
                                                 const runs::Recipe& recipe) {
    const auto picture = runtime::readPicture(image);
    if (!picture)
        return failure(picture);
    runtime::EncodeOptions options;
    options.sample = recipe.sample;
    options.seed = recipe.seed;
    return model.reconstruct(*picture, options, session.context());
}

/// What the recipe's subject shows; the model of A is not opened twice.
Result<runtime::Reconstruction> replaySubject(Session& session, const runs::RecipeSubject& subject,
                                              const runs::Recipe& recipe, const NeededFiles& files,
                                              std::pair<fs::path, ReplayTokenizer>& opened) {
    const auto model = files.find({"model", subject.modelPath, subject.modelSha256});
    if (!model)
        return failure(model);
    const auto image = files.find({"image", subject.imagePath, subject.imageSha256});
    if (!image)
        return failure(image);
    if (opened.first != *model) {
        session.model.model = *model;
        auto tokenizer = session.openModel();
        if (!tokenizer)
            return failure(tokenizer);
        opened = {*model, *std::move(tokenizer)};
    }
    return reconstructAgain(session, *opened.second, *image, recipe);
}

/// A's tokens with the recipe's edits.
Result<runtime::Reconstruction> editAgain(Session& session, runtime::Tokenizer& model,
                                          const runtime::Reconstruction& base,
                                          const runs::Recipe& recipe, const std::string& name) {
    std::vector<runtime::TokenEdit> edits;
    for (const runs::RecipeEdit& held : recipe.edits) {
        auto edit = runtime::editOfRecipe(held, "Recipe in '" + name + "'");
        if (!edit)
            return failure(edit);
        edits.push_back(*std::move(edit));
    }
    return runtime::reconstructEdited(model, base, edits, session.context());
}

Result<ImageRgb8> replay(Session& session, const runs::Recipe& recipe, const std::string& name,
                         const NeededFiles& files) {
    std::pair<fs::path, ReplayTokenizer> opened;
    auto a = replaySubject(session, recipe.a, recipe, files, opened);
    if (a && !recipe.edits.empty())
        a = editAgain(session, *opened.second, *a, recipe, name);
    if (!a)
        return failure(a);
    if (!recipe.b)
        return runtime::pictureOfRecipe(recipe, *a, nullptr);
    const auto b = replaySubject(session, *recipe.b, recipe, files, opened);
    if (!b)
        return failure(b);
    return runtime::pictureOfRecipe(recipe, *a, &*b);
}

runtime::GenerationRequest requestAgain(const runs::GenerationRecipe& recipe) {
    runtime::GenerationRequest request;
    request.label = recipe.label;
    request.prefix = recipe.prefix;
    request.sampling.greedy = recipe.greedy;
    request.sampling.temperature = recipe.temperature;
    request.sampling.topK = recipe.topK;
    request.sampling.topP = recipe.topP;
    request.sampling.guidance = recipe.guidance;
    request.sampling.schedule = {recipe.schedule, recipe.scheduleValues};
    request.sampling.guidanceInterval = recipe.guidanceInterval;
    request.sampling.seed = recipe.seed;
    return request;
}

Result<ImageRgb8> replay(Session& session, const runs::GenerationRecipe& recipe,
                         const std::string& name, const NeededFiles& files) {
    if (recipe.figure != "generated_step")
        return failure(ErrorCode::Usage, "Recipe in '" + name +
                                             "': only the window paints the "
                                             "figure '" +
                                             recipe.figure + "'; open it there.");
    if (recipe.denoising)
        return failure(ErrorCode::Usage, "Recipe in '" + name +
                                             "': pictures of a DiT are made again by the window "
                                             "alone; open it there.");
    const auto generator = files.find({"generator", recipe.generatorPath, recipe.generatorSha256});
    if (!generator)
        return failure(generator);
    const auto tokenizer = files.find({"model", recipe.tokenizerPath, recipe.tokenizerSha256});
    if (!tokenizer)
        return failure(tokenizer);
    auto picture = replayGeneration(session, *generator, *tokenizer, requestAgain(recipe),
                                    recipe.step + 1, recipe.codes);
    if (!picture || picture->isEmpty())
        return picture;
    return runtime::enlarged(*picture, recipe.width / picture->width);
}

Result<ImageRgb8> replay(Session&, const runs::ViewRecipe& recipe, const std::string& name,
                         const NeededFiles&) {
    return failure(ErrorCode::Usage, "Recipe in '" + name + "': only the window paints the view '" +
                                         recipe.room + "'; open the picture there.");
}

} // namespace

Result<ImageRgb8> replayGeneration(Session& session, const fs::path& generatorPath,
                                   const fs::path& tokenizerPath,
                                   const runtime::GenerationRequest& request, std::int64_t steps,
                                   const std::vector<std::int64_t>& expected) {
    runtime::OpenOptions options = session.openOptions();
    const auto generator = runtime::openGenerator(generatorPath, options, session.context());
    if (!generator)
        return failure(generator);
    options.overrides.clear();
    const auto tokenizer = runtime::openTokenizer(tokenizerPath, options, session.context());
    if (!tokenizer)
        return failure(tokenizer);
    if (const auto misfit = runtime::misfitOf((*generator)->info(), (*tokenizer)->info());
        !misfit.empty())
        return failure(ErrorCode::BadData, misfit);
    std::vector<std::int64_t> codes = request.prefix;
    const auto isThere = [&](std::int64_t step) { return steps > 0 && step + 1 >= steps; };
    const bool isGiven = !expected.empty() && codes.size() >= expected.size();
    if (!isGiven) {
        const auto generation = (*generator)->start(request);
        if (!generation)
            return failure(generation);
        for (std::int64_t last = -1; !(*generation)->isFinished() && !isThere(last);) {
            const auto step = (*generation)->next(session.context());
            if (!step)
                return failure(step);
            last = step->index;
        }
        codes = (*generation)->codes();
    }
    if (!expected.empty() && codes != expected) {
        log::warning("replay", "The generator writes other codes than those of the recipe, which "
                               "was made on another device or by another version; the picture "
                               "shows the recipe's.");
        codes = expected;
    }
    runtime::DecodeOptions decode;
    decode.keepTokens = static_cast<std::int64_t>(codes.size());
    const auto picture = (*tokenizer)->decodeCodes(codes, decode, session.context());
    if (!picture)
        return failure(picture);
    return toRgb8(*picture);
}

Result<ImageRgb8> replayWindowRecipe(Session& session, const std::string& text,
                                     const std::string& name, const NeededFiles& files) {
    const auto recipe = runs::anyRecipeFromJson(text, name);
    if (!recipe)
        return failure(recipe);
    return std::visit([&](const auto& kind) { return replay(session, kind, name, files); },
                      *recipe);
}

} // namespace hierascope::cli
