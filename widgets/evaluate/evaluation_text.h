// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/evaluation.h"
#include "widgets/common/table_text.h"

namespace hierascope::widgets {

/// Metrics of the set: figure, interval, images, and what to know of it.
TextTable setTable(const runtime::Evaluation& evaluation);
/// Levels as rows, metrics that any level has as columns.
TextTable levelTable(const runtime::Evaluation& evaluation);
/// Classes as rows; empty where images have none.
TextTable classTable(const runtime::Evaluation& evaluation);

} // namespace hierascope::widgets
