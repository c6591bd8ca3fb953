// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/saved_session.h"

#include <QString>

namespace hierascope::widgets {

class MainWindow;
struct ViewChoice;

/// What a window shows, in plain values; hashes that need their files are left out.
runs::SavedSession snapshotOf(MainWindow& window);

/// Shows it again: library, choice, room, panels, zoom.
void showSnapshot(MainWindow& window, const runs::SavedSession& session, const ViewChoice& choice);

} // namespace hierascope::widgets
