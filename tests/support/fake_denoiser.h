// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/generator.h"

namespace hierascope::testing {

/// A DiT without a network: its map goes evenly from the seed's noise to a pattern of the class.
///
/// Maps are those of `FakeTokenizer`: 16 channels of 16 x 16. A flow where the folder's name begins
/// with "dit-flow", else a diffusion; there are ten classes without names.
class FakeDenoiser : public runtime::Generator {
public:
    explicit FakeDenoiser(const std::filesystem::path& model);

    const runtime::GeneratorInfo& info() const override { return m_info; }
    Result<std::shared_ptr<runtime::Generation>>
    start(const runtime::GenerationRequest& request) override;

private:
    runtime::GeneratorInfo m_info;
};

/// As `runtime::noiseCurve`: from 1 evenly down to 0.
Result<std::vector<double>> fakeNoiseCurve(const runtime::GeneratorInfo& generator,
                                           const runtime::SamplingOptions& options);

} // namespace hierascope::testing
