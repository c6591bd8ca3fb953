// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace hierascope::analysis {

/// Runs a test with the loops for each kind of processor that this one can be.
void onEveryProcessor(const std::function<void()>& test);

} // namespace hierascope::analysis
