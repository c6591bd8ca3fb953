// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/facts_table.h"
#include "widgets/state/view_choice.h"

/// The rows of the inspector's tables, made from the state.
namespace hierascope::widgets {

class ViewState;

using Facts = std::vector<FactsTable::Row>;

/// The numbers of the current level; empty without a pyramid.
Facts levelFacts(const ViewState& state);
/// The pixel under the mouse, in A and B; empty where the mouse is elsewhere.
Facts pixelFacts(const ViewState& state);
/// The image of A.
Facts imageFacts(const ViewState& state);
/// What a side's model is; empty while it is not open.
Facts modelFacts(const ViewState& state, Side side);
/// The selected tokens: where they lie, and how long their vectors are.
Facts tokenFacts(const ViewState& state);

/// The mean vector of the selected tokens of a side's pyramid; empty where it has none of them.
std::vector<float> selectedVector(const ViewState& state, Side side);

} // namespace hierascope::widgets
