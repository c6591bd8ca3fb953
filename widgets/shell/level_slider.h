// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QSlider>

namespace hierascope::widgets {

class Theme;

/// A slider with few, equally spaced stops: a thin line, ticks, a round handle, and above them a
/// strip of thumbnails where there are any.
class LevelSlider : public QSlider {
    Q_OBJECT

public:
    explicit LevelSlider(const Theme& theme, QWidget* parent = nullptr);

    /// Marks another stop, that of B; -1 for none.
    void setMark(int stop);
    int mark() const { return m_mark; }

    /// Shows what each stop stands for; null images leave their place empty, and no image at all
    /// takes no place. Where they are too many for the width, every second, third ... is drawn.
    void setThumbnails(const QList<QImage>& pictures);
    bool hasThumbnails() const { return !m_thumbnails.isEmpty(); }

    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    double positionOf(int value) const;
    int valueAt(double x) const;
    QRectF thumbnailPlace(int stop) const;
    void paintThumbnails(QPainter& painter) const;

    const Theme& m_theme;
    int m_mark = -1;
    QList<QImage> m_thumbnails; ///< by stop, empty where none are shown
    QList<qint64> m_keys;       ///< of the images they were made of
};

} // namespace hierascope::widgets
