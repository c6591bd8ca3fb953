// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
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
    std::filesystem::path noise;       ///< of a denoiser: tensors of another program's noise
};

void addSamplingOptions(CLI::App& command, SamplingArguments& arguments);

/// Checks class and schedule against a generator, and reads noise; Usage naming what does not exist
/// or is of another kind of generator.
Result<runtime::GenerationRequest> requestOf(const SamplingArguments& arguments,
                                             const runtime::GeneratorInfo& generator,
                                             std::uint64_t seed);

} // namespace hierascope::cli
