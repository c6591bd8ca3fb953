// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace hierascope::cli {

CLI::App* addCommand(CLI::App& program, Session& session, const std::string& name,
                     const std::string& description, const std::string& example) {
    CLI::App* command = program.add_subcommand(name, description);
    command->footer("\nExample:\n  hierascope_cli " + example);
    CommonOptions& common = session.common;
    command->add_option("--device", common.device, "auto, cpu, cuda or cuda:N")
        ->capture_default_str();
    command->add_option("--dtype", common.dtype, "What the model computes in")
        ->check(CLI::IsMember({"float32", "bfloat16"}))
        ->capture_default_str();
    command->add_option("--threads", common.threads, "Threads per operator; 0: all processors")
        ->check(CLI::Range(0, 4096))
        ->capture_default_str();
    command->add_option("--seed", common.seed, "Of everything that is drawn at random")
        ->capture_default_str();
    command->add_flag("--quiet", common.isQuiet, "Errors only on standard error");
    command->add_flag("--json", common.asJson, "Machine-readable output");
    return command;
}

void addModelOptions(CLI::App& command, Session& session) {
    command
        .add_option("MODEL", session.model.model,
                    "Model folder, a run's checkpoint folder, or a weight file (with --config)")
        ->required();
    command.add_option("--config", session.model.config,
                       "Config file, where the weights come without one");
    command
        .add_option("--set", session.model.overrides,
                    "KEY=VALUE: override one key of the config (JSON value; repeatable)")
        ->take_all()
        ->allow_extra_args(false);
}

void addImages(CLI::App& command, std::vector<std::filesystem::path>& images) {
    command.add_option("IMAGE", images, "JPEG, PNG, WebP or PPM files")->required();
}

} // namespace hierascope::cli
