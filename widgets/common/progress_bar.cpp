// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/progress_bar.h"

namespace hierascope::widgets {

ProgressBar::ProgressBar(QWidget* parent) : QProgressBar(parent) {
    setTextVisible(false);
    setShare(-1.0);
}

void ProgressBar::setShare(double fraction) {
    setUpdatesEnabled(false);
    setRange(0, fraction < 0.0 ? 0 : 1000);
    setValue(fraction < 0.0 ? 0 : int(fraction * 1000.0));
    setUpdatesEnabled(true); // asks for an update, later
}

} // namespace hierascope::widgets
