// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/inspect.h"

namespace hierascope::cli {

/// Prints what `inspect` promises, as one line of JSON or as text for people.
void printInspection(const runtime::ModelInspection& inspection, bool asJson);

} // namespace hierascope::cli
