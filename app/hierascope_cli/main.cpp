// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <iostream>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/session.h"

namespace {

using hierascope::ErrorCode;
using hierascope::Result;

int usageExit(const CLI::App& program, const CLI::ParseError& error) {
    const bool isHelp = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    program.exit(error);
    return isHelp ? 0 : hierascope::exitCode(ErrorCode::Usage);
}

Result<void> runWork(hierascope::cli::Session& session) {
    try {
        auto done = session.work();
        if (done && !std::cout.flush())
            return hierascope::failure(ErrorCode::CannotCreate,
                                       "Standard output cannot be written.");
        return done;
    } catch (const std::exception& error) {
        return hierascope::failure(ErrorCode::Failed, error.what());
    }
}

} // namespace

int main(int argc, char** argv) {
    hierascope::cli::Session session;
    hierascope::log::setSink(
        [&session](hierascope::log::Level level, std::string_view, std::string_view message) {
            session.console.log(level, message);
        });
    CLI::App program("Looks into hierarchical image tokenizers without a window.",
                     "hierascope_cli");
    program.set_version_flag("--version", "hierascope_cli " HIERASCOPE_VERSION);
    program.require_subcommand(1);
    program.footer("\nExample:\n  hierascope_cli reconstruct resources/demo/hieratok-photos "
                   "photo.jpg --out out --json");
    hierascope::cli::addInspectCommand(program, session);
    hierascope::cli::addEncodeCommand(program, session);
    hierascope::cli::addDecodeCommand(program, session);
    hierascope::cli::addReconstructCommand(program, session);
    hierascope::cli::addAttentionCommand(program, session);
    hierascope::cli::addCodebookCommand(program, session);
    hierascope::cli::addCompareCommand(program, session);
    hierascope::cli::addConvertCommand(program, session);
    hierascope::cli::addEmbedCommand(program, session);
    hierascope::cli::addTsneCommand(program, session);
    hierascope::cli::addEvaluateCommand(program, session);
    hierascope::cli::addGenerateCommand(program, session);
    hierascope::cli::addReplayCommand(program, session);
    hierascope::cli::addTrainCommand(program, session);
    hierascope::cli::addDevicesCommand(program, session);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usageExit(program, error);
    }
    session.console.setQuiet(session.common.isQuiet);
    const Result<void> done = runWork(session);
    if (!done)
        session.console.error(done.error().message);
    session.console.finish();
    hierascope::log::setSink({});
    return done ? 0 : hierascope::exitCode(done.error().code);
}
