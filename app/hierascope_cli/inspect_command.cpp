// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/inspection_output.h"
#include "core/runtime/inspect.h"

namespace hierascope::cli {

namespace {

Result<void> inspect(const Session& session) {
    const auto inspection = runtime::inspectModel(session.model.model, session.openOptions());
    if (!inspection)
        return failure(inspection);
    printInspection(*inspection, session.common.asJson);
    return {};
}

} // namespace

void addInspectCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "inspect",
                                   "Show what is in a checkpoint, and what does not fit",
                                   "inspect resources/demo/hieratok-photos --json");
    addModelOptions(*command, session);
    command->callback([&session] { session.work = [&session] { return inspect(session); }; });
}

} // namespace hierascope::cli
