// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/message_panel.h"

namespace hierascope::widgets {

class ViewState;

/// What pressing the button of a room's message does.
enum class RoomAction { None, OpenModel, OpenImages, RemoveFailed, StartAgain };

/// The action that a state without content offers.
RoomAction roomActionFor(const ViewState& state);

/// The message of a state without content: what is missing, or what went wrong.
MessagePanel::Message roomMessageFor(const ViewState& state);

} // namespace hierascope::widgets
