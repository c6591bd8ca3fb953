// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/models/gpt_layout.h"

namespace hierascope::models {

/// How strongly each step of a generation is pulled towards its class.
///
/// `values` are the schedule's own: `peak` (0.5) of linear_constant and triangular; `window_start`
/// (rectangular 0.05, step 0.25), `window_end` (rectangular 1) and `min_cfg_scale` (1, outside
/// the window) of rectangular and step. A schedule ignores those of others.
struct Guidance {
    double scale = 1.0; ///< of classifier-free guidance; 1 and below: off
    std::string schedule = "constant";
    std::map<std::string, double> values;
    /// Steps behind this many decoded positions follow the class alone; below 0: none does.
    std::int64_t interval = -1;

    /// Usage naming the schedule, key or value that makes no sense.
    Result<void> validate() const;
};

/// Names of the schedules, the plainest first.
const std::vector<std::string>& guidanceScheduleNames();

/// A schedule's value where `ratio` of the steps are done, 0 to 1; the guidance must be valid.
///
/// Where the official code adds 1e-4, so that a step counts as guided, so does this.
/// @source Kwai-Kolors/ResTok generate.py; differs: the cosines follow their formula (the official
///         file crashes), `step` has the published window_start where none is given (there it has
///         no default), `sigmoid` does not exist (there it is accepted and undefined).
double guidanceAt(const Guidance& guidance, double ratio);

/// The scale of every step, at the ratios k / (steps - 1); 1 where a step is not guided.
///
/// A step is guided while no more than `interval` + 1 positions lie before it, the official rule.
/// @return Usage as `Guidance::validate`
Result<std::vector<double>> guidanceScales(const Guidance& guidance,
                                           const std::vector<GptStep>& steps);

} // namespace hierascope::models
