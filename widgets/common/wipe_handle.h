// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace hierascope::widgets {

class Theme;

/// The line between A and B in a wipe: dragged, or moved with the arrow keys while it has focus.
///
/// Its value is the share of the stage that shows A, in thousandths.
class WipeHandle : public QSlider {
    Q_OBJECT

public:
    static constexpr int kWidth = 20;

    explicit WipeHandle(const Theme& theme, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    double m_grip = 0.0; ///< where in the handle it was taken
};

} // namespace hierascope::widgets
