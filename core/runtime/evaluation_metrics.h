// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace hierascope::runtime {

/// What a metric needs to be computed.
enum class MetricNeed {
    Picture,   ///< nothing more
    Lite,      ///< EfficientNet-Lite0
    Lpips,     ///< weights by file
    Inception, ///< weights by file
    Codes,     ///< a model with a codebook
    Latents    ///< maps of latent points
};

/// A metric of `evaluate`.
struct Metric {
    const char* key;   ///< "psnr_full"
    const char* title; ///< "PSNR full"
    const char* unit;  ///< "dB", or empty
    bool isHigherBetter;
    bool isOfAnImage; ///< else of the whole set only
    MetricNeed need;
    int digits;          ///< behind the point, in tables
    const char* formula; ///< one sentence: how it is computed
};

/// All metrics in the order of tables.
std::span<const Metric> allMetrics();

/// nullptr where there is none of that name.
const Metric* findMetric(const std::string& key);

/// Usage naming the first key that is no metric, with those that are.
Result<void> checkMetrics(const std::vector<std::string>& keys);

} // namespace hierascope::runtime
