// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"
#include "widgets/shell/tour_files.h"

namespace hierascope::widgets {

/// The steps that show a session again which a crash left behind.
std::vector<TourStep> sessionTour(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
