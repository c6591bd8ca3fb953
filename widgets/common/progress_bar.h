// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace hierascope::widgets {

/// A bar without text that is painted with everything else.
///
/// `QProgressBar::setValue` paints at once, and with it all that is dirty: in the middle of a
/// change of state, views would paint from one half of the old state and one half of the new.
class ProgressBar : public QProgressBar {
    Q_OBJECT

public:
    explicit ProgressBar(QWidget* parent = nullptr);

    /// @param fraction in [0, 1]; below 0 nobody knows
    void setShare(double fraction);
};

} // namespace hierascope::widgets
