// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace hierascope::widgets {

class Theme;

/// A slider with few, equally spaced stops: a thin line, ticks, a round handle.
class LevelSlider : public QSlider {
    Q_OBJECT

public:
    explicit LevelSlider(const Theme& theme, QWidget* parent = nullptr);

    /// Marks another stop, that of B; -1 for none.
    void setMark(int stop);
    int mark() const { return m_mark; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    double positionOf(int value) const;
    int valueAt(double x) const;

    const Theme& m_theme;
    int m_mark = -1;
};

} // namespace hierascope::widgets
