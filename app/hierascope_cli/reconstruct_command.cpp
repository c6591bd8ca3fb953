// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "app/hierascope_cli/reconstruction_output.h"
#include "core/base/atomic_file.h"
#include "core/runtime/pictures.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct ReconstructArguments {
    std::vector<fs::path> images;
    fs::path folder;
    bool sample = false;
};

Result<void> saveMetrics(const fs::path& folder, const json& images) {
    return writeFileAtomically(folder / "metrics.json", jsonText({{"images", images}}, 2) + "\n");
}

/// Reconstructs one image into `folder`; returns its entry in metrics.json.
Result<json> reconstructImage(Session& session, runtime::Tokenizer& model,
                              const ReconstructArguments& arguments, const fs::path& path,
                              const fs::path& folder) {
    const auto image = runtime::readPicture(path);
    if (!image)
        return failure(image);
    const auto sha256 = runtime::hashOfFile(path);
    if (!sha256)
        return failure(sha256);
    const runtime::EncodeOptions options{arguments.sample, session.common.seed, false};
    const auto reconstruction = model.reconstruct(*image, options, session.context());
    if (!reconstruction)
        return failure(reconstruction);
    if (auto made = makeFolder(folder); !made)
        return failure(made);
    json recipe = recipeOf("reconstruct", session, model.info(), path, *sha256);
    recipe["options"]["sample"] = arguments.sample;
    if (auto saved = saveReconstruction(folder, *reconstruction, recipe); !saved)
        return failure(saved);
    json entry = jsonOfReconstruction(path, *reconstruction);
    if (auto saved = saveMetrics(folder, json::array({entry})); !saved)
        return failure(saved);
    if (!session.common.asJson)
        printReconstruction(path, *reconstruction);
    return entry;
}

Result<void> reconstruct(Session& session, const ReconstructArguments& arguments) {
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const bool isOne = arguments.images.size() == 1;
    const std::vector<std::string> names = distinctNames(arguments.images);
    json entries = json::array();
    const Result<void> done =
        forEachImage(session, arguments.images, [&](std::size_t i, const fs::path& path) {
            const fs::path folder = isOne ? arguments.folder : arguments.folder / names[i];
            auto entry = reconstructImage(session, **model, arguments, path, folder);
            if (!entry)
                return Result<void>(failure(entry));
            entries.push_back(*std::move(entry));
            return Result<void>();
        });
    if (!isOne && !entries.empty()) {
        if (auto saved = saveMetrics(arguments.folder, entries); !saved)
            return saved;
    }
    if (session.common.asJson && !entries.empty())
        std::cout << jsonText({{"images", entries}}) << '\n';
    return done;
}

} // namespace

void addReconstructCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "reconstruct",
                                   "Write every level's picture and residual, and their figures",
                                   "reconstruct resources/demo/hieratok-photos photo.jpg "
                                   "--out out --json");
    const auto arguments = std::make_shared<ReconstructArguments>();
    addModelOptions(*command, session);
    addImages(*command, arguments->images);
    command
        ->add_option("--out", arguments->folder,
                     "Folder for the pictures and metrics.json (several images: one folder each)")
        ->required();
    command->add_flag("--sample", arguments->sample, "A posterior sample instead of the mean");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return reconstruct(session, *arguments); };
    });
}

} // namespace hierascope::cli
