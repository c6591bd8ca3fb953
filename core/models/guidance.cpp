// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/guidance.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace hierascope::models {

namespace {

/// What keeps a step guided although its schedule says 1.
constexpr double kStillGuided = 1e-4;

struct ValueRange {
    std::string_view key;
    double low = 0.0;
    double high = 0.0;
    bool isLowOpen = false;
};
constexpr ValueRange kValues[] = {
    {"peak", 0.0, 1.0, true},
    {"window_start", 0.0, 1.0, false},
    {"window_end", 0.0, 1.0, false},
    {"min_cfg_scale", 0.0, 1000.0, false},
};

std::string text(double value) {
    std::string digits = std::to_string(value);
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits.ends_with('.') ? digits.substr(0, digits.size() - 1) : digits;
}

double valueOf(const Guidance& guidance, const char* key, double usual) {
    const auto found = guidance.values.find(key);
    return found == guidance.values.end() ? usual : found->second;
}

double outsideWindow(const Guidance& guidance) {
    const double least = valueOf(guidance, "min_cfg_scale", 1.0);
    return least == 1.0 ? least + kStillGuided : least;
}

/// 0 to 1 up to the peak, then back to 0.
double triangle(double ratio, double peak) {
    if (ratio < peak)
        return ratio / peak;
    return peak < 1.0 ? (1.0 - ratio) / (1.0 - peak) : 1.0;
}

Result<void> checkValue(const std::string& key, double value) {
    for (const ValueRange& range : kValues) {
        if (range.key != key)
            continue;
        if (value >= range.low && value <= range.high && !(range.isLowOpen && value == range.low))
            return {};
        return failure(ErrorCode::Usage, "Guidance value '" + key + "' is " + text(value) +
                                             ", expected " + (range.isLowOpen ? "more than " : "") +
                                             text(range.low) + " to " + text(range.high) + ".");
    }
    return failure(ErrorCode::Usage, "Guidance value '" + key +
                                         "' is not one of peak, window_start, window_end, "
                                         "min_cfg_scale.");
}

} // namespace

const std::vector<std::string>& guidanceScheduleNames() {
    static const std::vector<std::string> names{
        "constant",    "linear", "linear_re", "linear_constant", "triangular",
        "rectangular", "step",   "cosine",    "cosine_re"};
    return names;
}

Result<void> Guidance::validate() const {
    const auto& names = guidanceScheduleNames();
    if (std::find(names.begin(), names.end(), schedule) == names.end()) {
        std::string known;
        for (const std::string& name : names)
            known += (known.empty() ? "" : ", ") + name;
        return failure(ErrorCode::Usage,
                       "Guidance schedule '" + schedule + "' is not one of " + known + ".");
    }
    if (!std::isfinite(scale) || scale < 0.0 || scale > 1000.0)
        return failure(ErrorCode::Usage, "Guidance is " + text(scale) + ", expected 0 to 1000.");
    for (const auto& [key, value] : values) {
        if (auto checked = checkValue(key, value); !checked)
            return checked;
    }
    return {};
}

double guidanceAt(const Guidance& guidance, double ratio) {
    const std::string& name = guidance.schedule;
    const double rise = guidance.scale - 1.0;
    const double peak = valueOf(guidance, "peak", 0.5);
    if (name == "linear")
        return 1.0 + rise * ratio + kStillGuided;
    if (name == "linear_re")
        return 1.0 + rise * (1.0 - ratio) + kStillGuided;
    if (name == "linear_constant")
        return ratio < peak ? 1.0 + rise * (ratio / peak) : guidance.scale;
    if (name == "triangular")
        return 1.0 + rise * triangle(ratio, peak) + kStillGuided;
    if (name == "rectangular") {
        const bool isInside = ratio >= valueOf(guidance, "window_start", 0.05) &&
                              ratio <= valueOf(guidance, "window_end", 1.0);
        return isInside ? guidance.scale : outsideWindow(guidance);
    }
    if (name == "step") {
        const bool isInside = ratio >= valueOf(guidance, "window_start", 0.25);
        return isInside || guidance.scale == 1.0 ? guidance.scale : outsideWindow(guidance);
    }
    if (name == "cosine")
        return 1.0 + rise * 0.5 * (1.0 - std::cos(std::numbers::pi * ratio));
    if (name == "cosine_re")
        return 1.0 + rise * 0.5 * (1.0 + std::cos(std::numbers::pi * ratio));
    return guidance.scale;
}

Result<std::vector<double>> guidanceScales(const Guidance& guidance,
                                           const std::vector<GptStep>& steps) {
    if (auto valid = guidance.validate(); !valid)
        return failure(valid);
    std::vector<double> scales(steps.size(), 1.0);
    if (guidance.scale <= 1.0)
        return scales;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const bool isGuided = guidance.interval < 0 || steps[step].first <= guidance.interval + 1;
        const double last = static_cast<double>(steps.size()) - 1.0;
        const double ratio = last > 0.0 ? static_cast<double>(step) / last : 0.0;
        if (isGuided)
            scales[step] = guidanceAt(guidance, ratio);
    }
    return scales;
}

} // namespace hierascope::models
