// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace hierascope::widgets {

class ViewState;

/// Shows B in A's place while the B key is held in a window, unless somebody is writing.
class FlipKey : public QObject {
    Q_OBJECT

public:
    FlipKey(QWidget& window, ViewState& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOurs(const QEvent& event) const;

    QWidget& m_window;
    ViewState& m_state;
};

} // namespace hierascope::widgets
