// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include <CLI/App.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/inspection_output.h"
#include "core/runtime/inspect.h"

namespace hierascope::cli {

namespace {

Result<void> inspect(const Session& session, const std::string& against) {
    const auto inspection = runtime::inspectModel(session.model.model, session.openOptions());
    if (!inspection)
        return failure(inspection);
    if (against.empty()) {
        printInspection(*inspection, nullptr, session.common.asJson);
        return {};
    }
    const auto moved = runtime::compareWeights(session.model.model, against, session.openOptions());
    if (!moved)
        return failure(moved);
    printInspection(*inspection, &*moved, session.common.asJson);
    return {};
}

} // namespace

void addInspectCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "inspect",
                                   "Show what is in a checkpoint, and what does not fit",
                                   "inspect resources/demo/hieratok-photos --json");
    addModelOptions(*command, session);
    const auto against = std::make_shared<std::string>();
    command
        ->add_option("--against", *against,
                     "A second checkpoint: tell which tensors moved most from the first to it")
        ->type_name("MODEL");
    command->callback([&session, against] {
        session.work = [&session, against] { return inspect(session, *against); };
    });
}

} // namespace hierascope::cli
