// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/runtime/uniformity_study.h"

namespace hierascope::cli {

/// One model's figures, with all that it takes to get them again.
struct StudyOutcome {
    runtime::UniformityResult result;
    runtime::UniformityStudy study;
    std::string device; ///< that the model ran on
    std::string dtype;
    std::vector<std::string> overrides; ///< of the model's config

    nlohmann::json recipe() const;
};

/// points, seeds, cv, gini, entropy, kl, recipe; with B also `b` and `difference` (A - B).
nlohmann::json jsonOf(const StudyOutcome& a, const std::optional<StudyOutcome>& b);

/// The same as a table for people.
void printTable(const StudyOutcome& a, const std::optional<StudyOutcome>& b);

} // namespace hierascope::cli
