// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QTest>

namespace hierascope::testing {

/// Runs the event loop until `condition` holds; false after ten seconds.
inline bool waitUntil(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, 10000);
}

} // namespace hierascope::testing
