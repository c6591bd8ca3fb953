// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/runtime/evaluation.h"

namespace hierascope::cli {

/// The figures of the set with their intervals, then a table of levels, for people.
void printEvaluation(const runtime::Evaluation& evaluation);

/// What `runtime::differencesOf` found, for people.
void printDifferences(const nlohmann::json& differences);

/// A figure with as many digits as its metric has; "-" where there is none.
std::string figureText(const std::string& metric, const runtime::Figure& figure);

} // namespace hierascope::cli
