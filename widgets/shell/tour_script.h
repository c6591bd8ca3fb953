// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/shell/tour.h"

#include <QStringList>

namespace hierascope::widgets {

/// What the tour opens: the demo, and the folder in which it may write its broken files.
struct TourFiles {
    QStringList models; ///< one at least; the first is shown
    QStringList images; ///< three at least
    QString scratch;
};

/// The states of the window that the tour shows, in their order.
std::vector<TourStep> tourScript(MainWindow& window, const TourFiles& files);

} // namespace hierascope::widgets
