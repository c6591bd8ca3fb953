// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <ATen/autocast_mode.h>

#include "core/runs/train_config.h"

namespace hierascope::training {

/// Lets matrix products and convolutions compute in bfloat16 for as long as it lives.
class HalfPrecision {
public:
    explicit HalfPrecision(at::DeviceType device) : m_device(device) {
        at::autocast::set_autocast_enabled(m_device, true);
        at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
        at::autocast::increment_nesting();
    }
    ~HalfPrecision() {
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
        at::autocast::set_autocast_enabled(m_device, false);
    }
    HalfPrecision(const HalfPrecision&) = delete;
    HalfPrecision& operator=(const HalfPrecision&) = delete;

private:
    at::DeviceType m_device;
};

/// Calls `compute` with the precision that a config asks for.
template <typename Compute>
auto withPrecision(runs::Precision precision, at::DeviceType device, Compute&& compute) {
    std::optional<HalfPrecision> half;
    if (precision == runs::Precision::BFloat16)
        half.emplace(device);
    return compute();
}

} // namespace hierascope::training
