// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/attention/head_grid.h"
#include "widgets/state/attention_state.h"

namespace hierascope::widgets {

/// The small maps of a side's heads, of one layer or (-1) of all, in the order that is chosen.
std::vector<HeadGrid::Cell> headCells(const AttentionState& attention, Side side, int layer);

} // namespace hierascope::widgets
