// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/table_text.h"

namespace hierascope::widgets {

class ViewState;

/// The figures of all levels of A, and beside them B's of the same grid; no rows without a pyramid.
TextTable ladderTable(const ViewState& state);

} // namespace hierascope::widgets
