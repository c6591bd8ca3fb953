// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/hierascope_cli/session.h"
#include "core/runtime/evaluation.h"

namespace CLI {
class App;
} // namespace CLI

namespace hierascope::cli {

/// What `evaluate` and `compare` have in common.
struct EvaluationArguments {
    std::vector<std::filesystem::path> data;
    std::vector<std::filesystem::path> lpips; ///< weights, and linear layers where those have none
    std::filesystem::path lite;               ///< empty: what is installed
    std::string sort = "psnr_full";           ///< metric that images are ordered by
    runtime::EvaluationRequest request;
};

void addEvaluationOptions(CLI::App& command, EvaluationArguments& arguments);

/// The request with what the common options say.
Result<runtime::EvaluationRequest> requestOf(const Session& session,
                                             const EvaluationArguments& arguments);

} // namespace hierascope::cli
