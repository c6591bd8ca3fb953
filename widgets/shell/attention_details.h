// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace hierascope::widgets {

class AttentionState;

/// What the Attention view shows, for people who read the recipe: look, part, layer, head and
/// token as they came out of the choice. A JSON object.
std::string attentionDetails(const AttentionState& attention);

} // namespace hierascope::widgets
