// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
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

/// Takes the next so many items of a pass that can be left between two of them.
///
/// @param done moves on by one for each item that `use(item)` took; a wish to stop is Cancelled
template <typename Use>
Result<void> takeNext(std::int64_t& done, std::int64_t total, std::int64_t items,
                      const TaskContext& context, const Use& use) {
    return guarded([&]() -> Result<void> {
        for (const std::int64_t end = std::min(total, done + items); done < end; ++done) {
            throwIfStopped(context);
            if (auto used = use(done); !used)
                return used;
        }
        return {};
    });
}

} // namespace hierascope::runtime
