// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "widgets/state/view_choice.h"

/// All that somebody chose as one JSON object, in recipes of views and in sessions.
namespace hierascope::widgets {

std::string jsonOfChoice(const ViewChoice& choice);

/// Reads what anybody may have written: every field is checked.
///
/// @param name what messages begin with: "Recipe in 'x.png'"
/// @return     BadData with name, field, value and what was expected
Result<ViewChoice> choiceFromJson(const std::string& text, const std::string& name);

} // namespace hierascope::widgets
