// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/every_processor.h"

#include <gtest/gtest.h>
#include <hwy/highway.h>
#include <hwy/targets.h>

namespace hierascope::analysis {

void onEveryProcessor(const std::function<void()>& test) {
    const auto supported = hwy::SupportedTargets() & HWY_TARGETS;
    for (std::uint64_t left = static_cast<std::uint64_t>(supported); left != 0; left &= left - 1) {
        const auto target = static_cast<std::int64_t>(left & (~left + 1));
        SCOPED_TRACE(hwy::TargetName(target));
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(target);
        test();
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace hierascope::analysis
