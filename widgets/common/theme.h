// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QString>

class QFont;

namespace hierascope::widgets {

/// What a colour is for; the colours themselves are in resources/theme/palette.json.
enum class ColorRole {
    Canvas, ///< behind pictures
    Window,
    Panel,
    Raised,
    Border,
    Text,
    Secondary,
    Disabled,
    A,
    B,
    Selection,
    Focus,
    Good,
    Warning,
    Bad,
};
inline constexpr int kColorRoles = 15;

/// The colours of the window, dark or light, from one palette file.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Mode { Dark, Light };

    explicit Theme(Mode mode = Mode::Dark, QObject* parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    QColor color(ColorRole role) const { return m_colors[std::size_t(role)]; }

    /// The Qt palette of the current mode.
    QPalette palette() const;
    /// The style sheet of the current mode: what Fusion and the palette cannot say.
    QString styleSheet() const;

    /// Sets style, font, palette and style sheet of the application, now and at each change.
    void applyToApplication();

    /// The WCAG contrast ratio of two colours, 1 to 21.
    static double contrast(const QColor& first, const QColor& second);

Q_SIGNALS:
    void changed();

private:
    void load();
    void paintApplication();

    Mode m_mode;
    std::array<QColor, kColorRoles> m_colors;
};

/// The 10 point font of the window.
QFont windowFont();
/// The window's font where its digits are equally wide, else the system's fixed one.
QFont numberFont(int pointSize = 10);

} // namespace hierascope::widgets
