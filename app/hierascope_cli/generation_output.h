// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/session.h"
#include "core/runtime/generator.h"

namespace hierascope::cli {

/// Where one generation is written; what is empty is not.
struct GenerationFiles {
    std::filesystem::path picture;
    std::filesystem::path tensors;
    std::filesystem::path stepsFolder;

    /// The same for one seed of several: "-seed-N" goes into the names, a folder each for steps.
    GenerationFiles ofSeed(std::uint64_t seed) const;
};

/// Writes and prints a generation while it goes on: a step's picture before the next step starts.
class GenerationReport {
public:
    /// @param tokenizer may be null where no picture is written; outlives this
    GenerationReport(Session& session, const runtime::GeneratorInfo& generator,
                     runtime::Tokenizer* tokenizer, const runtime::GenerationRequest& request,
                     GenerationFiles files);

    std::size_t stepCount() const { return m_steps.size(); }

    Result<void> add(const runtime::GeneratedStep& step, const std::vector<std::int64_t>& codes);

    /// Writes the last picture and the codes, and prints.
    Result<void> finish(const std::vector<std::int64_t>& codes);

private:
    Result<ImageRgb8> decode(const std::vector<std::int64_t>& codes);
    nlohmann::json recipe(std::optional<std::int64_t> step) const;
    void print(const std::vector<std::int64_t>& codes) const;

    Session& m_session;
    const runtime::GeneratorInfo& m_generator;
    runtime::Tokenizer* m_tokenizer;
    runtime::GenerationRequest m_request;
    GenerationFiles m_files;
    nlohmann::json m_steps = nlohmann::json::array();
    double m_forwardSeconds = 0.0;
    double m_samplingSeconds = 0.0;
    double m_decodeSeconds = 0.0;
};

} // namespace hierascope::cli
