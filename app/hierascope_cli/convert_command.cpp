// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <CLI/App.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/inspection_output.h"
#include "core/runtime/convert.h"

namespace hierascope::cli {

namespace {

struct ConvertArguments {
    std::filesystem::path folder;
    std::filesystem::path renaming; ///< empty: names are the model's
};

Result<void> convert(const Session& session, const ConvertArguments& arguments) {
    runtime::OpenOptions options = session.openOptions();
    if (!arguments.renaming.empty())
        options.renaming = arguments.renaming;
    const auto inspection = runtime::convertModel(session.model.model, arguments.folder, options);
    if (!inspection)
        return failure(inspection);
    printInspection(*inspection, nullptr, session.common.asJson);
    return {};
}

} // namespace

void addConvertCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(
        program, session, "convert", "Write a model folder of an official or old checkpoint",
        "convert checkpoint-750000 --config restok_l_128.yaml --out restok-large");
    const auto arguments = std::make_shared<ConvertArguments>();
    addModelOptions(*command, session);
    command->add_option("--out", arguments->folder, "Folder to write; must not exist")->required();
    command->add_option("--rename", arguments->renaming,
                        "JSON file of key patterns: {\"backbone.*\": \"encoder.*\"}");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return convert(session, *arguments); };
    });
}

} // namespace hierascope::cli
