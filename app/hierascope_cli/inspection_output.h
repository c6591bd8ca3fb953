// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/inspect.h"
#include "core/runtime/weight_difference.h"

namespace hierascope::cli {

/// Prints what `inspect` promises, as one line of JSON or as text for people.
/// @param moved how far a second checkpoint's weights lie from these, null where none was named
void printInspection(const runtime::ModelInspection& inspection,
                     const runtime::WeightDifference* moved, bool asJson);

} // namespace hierascope::cli
