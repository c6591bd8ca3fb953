// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "core/base/result.h"

namespace hierascope::runtime {

/// Turns the exception being handled into an Error of one sentence; call it in a catch block.
Error errorFromException();

/// Runs `work` and turns whatever it throws into the error side of its Result.
template <typename Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return tl::unexpected<Error>(errorFromException());
    }
}

} // namespace hierascope::runtime
