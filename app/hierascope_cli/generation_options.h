// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/runtime/generator.h"

namespace CLI {
class App;
} // namespace CLI

namespace hierascope::cli {

/// What the options of `generate` say about one image.
struct SamplingArguments {
    std::string label; ///< a class by number or name
    runtime::SamplingOptions sampling;
    std::string schedule = "constant"; ///< NAME[:key=value,...]
};

void addSamplingOptions(CLI::App& command, SamplingArguments& arguments);

/// Checks class and schedule against a generator; Usage naming what does not exist.
Result<runtime::GenerationRequest> requestOf(const SamplingArguments& arguments,
                                             const runtime::GeneratorInfo& generator,
                                             std::uint64_t seed);

} // namespace hierascope::cli
