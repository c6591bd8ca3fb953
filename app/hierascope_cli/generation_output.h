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
    bool hasEveryLevel = false; ///< a picture of each level after each step

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

    /// Writes the last picture and the codes or the map, and prints.
    Result<void> finish(const std::vector<std::int64_t>& codes);

private:
    /// What is there to decode after a step.
    struct Made {
        std::vector<std::int64_t> codes;
        std::vector<float> latent; ///< in their place
    };
    Result<ImageRgb8> decode(const Made& made, std::optional<std::int64_t> levels = {});
    Result<void> saveStep(const runtime::GeneratedStep& step);
    nlohmann::json recipe(std::optional<std::int64_t> step) const;
    nlohmann::json samplingOptions() const;
    void print() const;

    Session& m_session;
    const runtime::GeneratorInfo& m_generator;
    runtime::Tokenizer* m_tokenizer;
    runtime::GenerationRequest m_request;
    GenerationFiles m_files;
    Made m_made;
    nlohmann::json m_steps = nlohmann::json::array();
    double m_forwardSeconds = 0.0;
    double m_samplingSeconds = 0.0;
    double m_decodeSeconds = 0.0;
};

} // namespace hierascope::cli
