// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/viewport.h"

#include <algorithm>

namespace hierascope::widgets {

void Viewport::fit() {
    m_isFitted = true;
    m_center = {0.5, 0.5};
    Q_EMIT changed();
}

void Viewport::show(double extent, const QPointF& center) {
    m_isFitted = false;
    m_extent = extent;
    // Somewhere between all of the picture and its last edge stays in the middle of the view.
    m_center = {std::clamp(center.x(), 0.0, 1.0), std::clamp(center.y(), 0.0, 1.0)};
    Q_EMIT changed();
}

} // namespace hierascope::widgets
