// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

namespace hierascope::widgets {

class Theme;

/// The line between A and B that is dragged over the pictures; a slider to the keyboard.
class WipeHandle : public QAbstractSlider {
    Q_OBJECT

public:
    static constexpr int kSteps = 1000; ///< the value at the right edge
    static constexpr int kWidth = 24;

    explicit WipeHandle(const Theme& theme, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    double m_grip = 0.0; ///< where in the handle the mouse holds it
};

} // namespace hierascope::widgets
