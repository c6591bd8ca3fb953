// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace hierascope::runs {

/// How pictures are changed before a discriminator sees them; each kind for a batch or not at all.
struct AugmentPolicy {
    bool color = true;
    bool translation = true;
    double cutout = 0.2; ///< sides of the hole as a part of the picture's; 0: none
    double probability = 0.5;
};

/// How a discriminator is trained beside the model; defaults are ResTok's.
struct DiscriminatorOptions {
    std::filesystem::path weights; ///< of the frozen DINO; empty: no discriminator
    double weight = 0.5;           ///< of its term in the model's loss
    std::int64_t start = 20'000;   ///< the first step, counted from 0, that has it
    double learningRate = 1e-4;
    double finalLearningRate = 1e-5;
    double lecam = 0.001; ///< weight of LeCam in the discriminator's loss
    AugmentPolicy augment;
};

} // namespace hierascope::runs
