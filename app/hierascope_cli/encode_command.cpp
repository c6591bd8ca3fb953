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

struct EncodeArguments {
    std::vector<fs::path> images;
    fs::path tensors; ///< empty: none; a folder for several images
    bool sample = false;
};

nlohmann::json jsonOf(const fs::path& path, const ImageRgb8& image,
                      const runtime::TokenPyramid& pyramid) {
    nlohmann::json levels = nlohmann::json::array();
    for (const runtime::LevelTokens& level : pyramid.levels) {
        levels.push_back({{"name", level.level.name},
                          {"rows", level.level.rows},
                          {"cols", level.level.columns},
                          {"tokens", level.level.tokens()}});
        if (!level.codes.empty())
            levels.back()["codes"] = level.codes;
    }
    return {{"image", path.string()},
            {"width", image.width},
            {"height", image.height},
            {"levels", levels}};
}

void printText(const fs::path& path, const ImageRgb8& image, const runtime::TokenPyramid& pyramid) {
    std::cout << path.string() << "  " << image.width << " x " << image.height << '\n';
    for (const runtime::LevelTokens& level : pyramid.levels)
        std::cout << "  " << level.level.name << "  " << level.level.tokens() << " tokens\n";
}

Result<void> encodeImage(Session& session, runtime::Tokenizer& model,
                         const EncodeArguments& arguments, const fs::path& path,
                         const fs::path& tensors) {
    const auto image = runtime::readPicture(path);
    if (!image)
        return failure(image);
    const runtime::EncodeOptions options{arguments.sample, session.common.seed, false};
    const auto pyramid = model.encode(*image, options, session.context());
    if (!pyramid)
        return failure(pyramid);
    if (!tensors.empty()) {
        if (auto saved = runtime::savePyramid(tensors, *pyramid); !saved)
            return saved;
    }
    if (session.common.asJson)
        std::cout << jsonText(jsonOf(path, *image, *pyramid)) << std::endl;
    else
        printText(path, *image, *pyramid);
    return {};
}

Result<void> encode(Session& session, const EncodeArguments& arguments) {
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const bool isFolder = arguments.images.size() > 1 && !arguments.tensors.empty();
    if (isFolder) {
        if (auto made = makeFolder(arguments.tensors); !made)
            return made;
    }
    const std::vector<std::string> names = distinctNames(arguments.images);
    return forEachImage(session, arguments.images, [&](std::size_t i, const fs::path& path) {
        const fs::path tensors =
            isFolder ? arguments.tensors / (names[i] + ".safetensors") : arguments.tensors;
        return encodeImage(session, **model, arguments, path, tensors);
    });
}

} // namespace

void addEncodeCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "encode",
                                   "Turn images into token pyramids; --json prints a line each",
                                   "encode resources/demo/hieratok-photos photo.jpg "
                                   "--tensors photo.safetensors --json");
    const auto arguments = std::make_shared<EncodeArguments>();
    addModelOptions(*command, session);
    addImages(*command, arguments->images);
    command->add_option(
        "--tensors", arguments->tensors,
        "Write latents and mean, logvar or codes, z_pre_quant here (several images: a folder)");
    command->add_flag("--sample", arguments->sample, "A posterior sample instead of the mean");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return encode(session, *arguments); };
    });
}

} // namespace hierascope::cli
