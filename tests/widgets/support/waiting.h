// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QTest>

namespace hierascope::testing {

/// Runs the event loop until `condition` holds; false after ten seconds.
inline bool waitUntil(const std::function<bool()>& condition, int milliseconds = 10000) {
    return QTest::qWaitFor(condition, milliseconds);
}

/// Enough for a hundred tasks one after the other on a busy machine.
inline constexpr int kManyTasks = 50000;

} // namespace hierascope::testing
