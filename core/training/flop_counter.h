// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/record_function.h>

namespace hierascope::training {

/// Counts the floating point operations of what this thread computes while it lives, gradients
/// included: matrix products, convolutions and attention, two for each multiply-add.
///
/// One at a time.
class FlopCounter {
public:
    FlopCounter();
    ~FlopCounter();
    FlopCounter(const FlopCounter&) = delete;
    FlopCounter& operator=(const FlopCounter&) = delete;

    double flops() const;

private:
    at::CallbackHandle m_handle;
};

} // namespace hierascope::training
