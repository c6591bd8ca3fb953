// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hierascope::widgets {

class MainWindow;

/// Adds Evaluation and the comparison sheet to the File menu, and what they do to the window.
void addEvaluationActions(MainWindow& window);

} // namespace hierascope::widgets
