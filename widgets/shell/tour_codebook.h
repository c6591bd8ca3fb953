// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"
#include "widgets/shell/tour_files.h"

namespace hierascope::widgets {

class MainWindow;

/// The Codebook view: codes, one of them, and the channels of a model that has none.
std::vector<TourStep> codebookTour(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
