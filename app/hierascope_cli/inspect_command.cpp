// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/inspect.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

json jsonOf(const runtime::ModelInspection& inspection) {
    json tensors = json::array();
    for (const runtime::TensorInfo& tensor : inspection.tensors)
        tensors.push_back(
            {{"name", tensor.name}, {"dtype", tensor.dtype}, {"shape", tensor.shape}});
    json mismatched = json::array();
    for (const runtime::TensorMismatch& tensor : inspection.mismatched)
        mismatched.push_back(
            {{"name", tensor.name}, {"found", tensor.found}, {"expected", tensor.expected}});
    return {{"family", inspection.family},
            {"config", json::parse(inspection.config)},
            {"parameters", inspection.parameters},
            {"tensors", tensors},
            {"missing", inspection.missing},
            {"unexpected", inspection.unexpected},
            {"mismatched", mismatched},
            {"sha256", inspection.sha256}};
}

void printText(const runtime::ModelInspection& inspection) {
    std::cout << "family      " << inspection.family << '\n'
              << "parameters  " << inspection.parameters << '\n'
              << "sha256      " << inspection.sha256 << '\n'
              << "config      " << inspection.config << '\n'
              << "tensors     " << inspection.tensors.size() << '\n';
    for (const runtime::TensorInfo& tensor : inspection.tensors)
        std::cout << "  " << tensor.name << "  " << tensor.dtype << "  "
                  << jsonText(json(tensor.shape)) << '\n';
    for (const std::string& name : inspection.missing)
        std::cout << "missing     " << name << '\n';
    for (const std::string& name : inspection.unexpected)
        std::cout << "unexpected  " << name << '\n';
    for (const runtime::TensorMismatch& tensor : inspection.mismatched)
        std::cout << "mismatched  " << tensor.name << "  is " << jsonText(json(tensor.found))
                  << ", expected " << jsonText(json(tensor.expected)) << '\n';
}

Result<void> inspect(const Session& session) {
    const auto inspection = runtime::inspectModel(session.model.model, session.openOptions());
    if (!inspection)
        return failure(inspection);
    if (session.common.asJson)
        std::cout << jsonText(jsonOf(*inspection)) << '\n';
    else
        printText(*inspection);
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
