// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

namespace hierascope::widgets {

/// The part of a picture in sight, in shares of the picture: what linked views have in common.
///
/// The extent is the length of the picture's longer side on the screen, so that pictures of 64 and
/// of 128 pixels have the same size and place in every view that follows the same viewport.
class Viewport : public QObject {
    Q_OBJECT

public:
    explicit Viewport(QObject* parent = nullptr) : QObject(parent) {}

    /// While fitted every view shows its whole picture; extent and center then say nothing.
    bool isFitted() const { return m_isFitted; }
    double extent() const { return m_extent; }  ///< in device pixels
    QPointF center() const { return m_center; } ///< the point in the middle of the view, in shares

    void fit();
    /// @param center in shares of the sides, clamped to the picture
    void show(double extent, const QPointF& center);

Q_SIGNALS:
    void changed();

private:
    bool m_isFitted = true;
    double m_extent = 1.0;
    QPointF m_center{0.5, 0.5};
};

} // namespace hierascope::widgets
