// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// How a level, or the whole pyramid, uses the codebook.
struct CodeCounts {
    std::string name;                 ///< of the level
    std::vector<std::int64_t> counts; ///< [V]: how often each code occurs
    std::int64_t used = 0;            ///< codes that occur at all
    double entropyBits = 0.0;
};

/// How the images of a data set use a model's codebook.
struct CodebookStatistics {
    std::int64_t size = 0;   ///< codes that exist, V
    std::int64_t images = 0; ///< that were encoded
    std::int64_t tokens = 0; ///< that were counted
    CodeCounts all;
    std::vector<CodeCounts> levels;
    std::vector<std::string> complaints; ///< one sentence for each image that could not be read
};

/// Encodes images of a data set and counts their codes.
///
/// @param images how many from the first on; 0: all
/// @return       Usage where the model has no codebook
Result<CodebookStatistics> measureCodebook(Tokenizer& model, const std::filesystem::path& data,
                                           std::int64_t images, const TaskContext& context);

} // namespace hierascope::runtime
