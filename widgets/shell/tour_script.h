// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"
#include "widgets/shell/tour_files.h"

namespace hierascope::widgets {

/// The states of the window that the tour shows, in their order.
std::vector<TourStep> tourScript(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
