// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "core/base/result.h"
#include "core/base/task_context.h"

namespace hierascope::models {
struct LayerProbe;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Thrown between two layers of a model when a stop is asked for; `guarded` makes it Cancelled.
class StopRequested {};

/// @throws StopRequested if the context asks for a stop
void throwIfStopped(const TaskContext& context);

/// Makes a probed model ask between its layers; the context must outlive the probe.
void stopBetweenLayers(models::LayerProbe& probe, const TaskContext& context);

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
