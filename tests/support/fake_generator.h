// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>

#include "core/runtime/generator.h"

namespace hierascope::testing {

/// A generator without a network: a code depends on class, seed, guidance and the codes before it.
///
/// HAR writes 128 codes of 1024 in nine steps (1, 1, 1, 1, 4, 8, 16, 32, 64), AR in 128. There are
/// ten classes with names; step and probabilities are made up, the same for the same request.
class FakeGenerator : public runtime::Generator {
public:
    /// @param delay how long a step takes; it asks for a stop every 5 ms
    explicit FakeGenerator(const std::filesystem::path& model, bool isHierarchical = true,
                           std::chrono::milliseconds delay = std::chrono::milliseconds(0));

    const runtime::GeneratorInfo& info() const override { return m_info; }
    Result<std::shared_ptr<runtime::Generation>>
    start(const runtime::GenerationRequest& request) override;

    /// Steps that all fake generators of this process have computed.
    static std::atomic<int>& computedSteps();

private:
    runtime::GeneratorInfo m_info;
    std::chrono::milliseconds m_delay;
};

/// Opens a FakeGenerator, AR where the name begins with "ar", a FakeDenoiser where it begins with
/// "dit" (its tokenizer is "maps"), or fails as a reader would where it
/// says "broken". Its tokenizer is the folder "codes" beside it.
Result<std::shared_ptr<runtime::Generator>> openFakeGenerator(const std::filesystem::path& model,
                                                              const TaskContext& context);

/// The plainest schedules: constant, linear and step; Usage for any other.
Result<std::vector<double>> fakeGuidanceCurve(const runtime::SamplingOptions& options,
                                              std::int64_t steps);
std::vector<std::string> fakeGuidanceSchedules();

/// As `runtime::misfitOf`: compares the numbers of codes.
std::string fakeMisfitOf(const runtime::GeneratorInfo& generator,
                         const runtime::ModelInfo& tokenizer);

} // namespace hierascope::testing
