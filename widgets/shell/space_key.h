// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hierascope::widgets {

/// Leaves the space bar to the control that has the focus and does something with it; everywhere
/// else it is the window's shortcut.
class SpaceKey : public QObject {
    Q_OBJECT

public:
    explicit SpaceKey(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace hierascope::widgets
