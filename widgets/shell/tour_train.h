// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"
#include "widgets/shell/tour_files.h"

namespace hierascope::widgets {

/// The part of the tour through the Train view, with a short run of its own; only the empty view
/// where the trainer, the presets or the images are not there.
std::vector<TourStep> trainTour(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
