// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"
#include "widgets/shell/tour_files.h"

namespace hierascope::widgets {

class MainWindow;

/// Token surgery in the Pyramid view: numbers and codes replaced, what moves, and the history.
std::vector<TourStep> surgeryTour(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
