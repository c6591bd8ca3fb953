// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/pictures.h"
#include "core/runtime/pyramid_files.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

struct DecodeArguments {
    fs::path latents;
    fs::path picture;
    fs::path tensors;
    std::optional<std::int64_t> keepLevels;
    std::optional<std::int64_t> keepTokens;
};

nlohmann::json recipeOfDecode(const Session& session, const DecodeArguments& arguments,
                              const runtime::ModelInfo& model, const std::string& sha256) {
    nlohmann::json recipe = recipeOf("decode", session, model, arguments.latents, sha256);
    if (arguments.keepLevels)
        recipe["options"]["keep_levels"] = *arguments.keepLevels;
    if (arguments.keepTokens)
        recipe["options"]["keep_tokens"] = *arguments.keepTokens;
    return recipe;
}

Result<void> saveResults(const Session& session, const DecodeArguments& arguments,
                         const runtime::ModelInfo& model, const ImageRgbF32& image) {
    if (!arguments.tensors.empty()) {
        if (auto saved = runtime::saveImageTensor(arguments.tensors, image); !saved)
            return saved;
    }
    if (arguments.picture.empty())
        return {};
    const auto sha256 = runtime::hashOfFile(arguments.latents);
    if (!sha256)
        return failure(sha256);
    return runtime::savePicture(
        arguments.picture, toRgb8(image),
        {{kRecipeKeyword, jsonText(recipeOfDecode(session, arguments, model, *sha256))}});
}

Result<void> decode(Session& session, const DecodeArguments& arguments) {
    if (arguments.picture.empty() && arguments.tensors.empty())
        return failure(ErrorCode::Usage, "Decode needs --out or --tensors to write to.");
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const auto tokens = runtime::readTokens(arguments.latents, (*model)->info());
    if (!tokens)
        return failure(tokens);
    const runtime::DecodeOptions options{arguments.keepLevels, arguments.keepTokens};
    const auto image = tokens->codes.empty()
                           ? (*model)->decode(tokens->latents, options, session.context())
                           : (*model)->decodeCodes(tokens->codes, options, session.context());
    if (!image)
        return failure(image);
    if (auto saved = saveResults(session, arguments, (*model)->info(), *image); !saved)
        return saved;
    if (session.common.asJson)
        std::cout << jsonText({{"latents", arguments.latents.string()},
                               {"width", image->width},
                               {"height", image->height}})
                  << '\n';
    return {};
}

} // namespace

void addDecodeCommand(CLI::App& program, Session& session) {
    CLI::App* command =
        addCommand(program, session, "decode", "Turn latents or codes back into a picture",
                   "decode resources/demo/hieratok-photos photo.safetensors "
                   "--keep-levels 3 --out photo-3.png");
    const auto arguments = std::make_shared<DecodeArguments>();
    addModelOptions(*command, session);
    command->add_option("LATENTS", arguments->latents, "What encode --tensors wrote")->required();
    command->add_option("--keep-levels", arguments->keepLevels, "How many levels, coarse to fine");
    command->add_option("--keep-tokens", arguments->keepTokens, "How many tokens, coarse to fine");
    command->add_option("--out", arguments->picture, "Write a PNG picture here");
    command->add_option("--tensors", arguments->tensors,
                        "Write the tensor image [3,Y,X] here, float32, unclamped");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return decode(session, *arguments); };
    });
}

} // namespace hierascope::cli
