// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <cmath>

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStyleFactory>

// A static library's resources must be named once by code that is linked.
static void initWindowResources() {
    Q_INIT_RESOURCE(window);
}

namespace hierascope::widgets {

namespace {

constexpr std::array<const char*, kColorRoles> kRoleNames = {
    "canvas", "window", "panel",     "raised", "border", "text",    "secondary", "disabled",
    "a",      "b",      "selection", "focus",  "good",   "warning", "bad"};

QByteArray readResource(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program lacks its resource %s.", qPrintable(path));
    return file.readAll();
}

double luminance(const QColor& color) {
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

Theme::Theme(Mode mode, QObject* parent) : QObject(parent), m_mode(mode) {
    initWindowResources();
    load();
}

void Theme::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    load();
    Q_EMIT changed();
}

void Theme::load() {
    const QByteArray bytes = readResource(QStringLiteral(":/theme/palette.json"));
    const QJsonObject modes = QJsonDocument::fromJson(bytes).object();
    const bool isDark = m_mode == Mode::Dark;
    const QJsonObject roles =
        modes[isDark ? QStringLiteral("dark") : QStringLiteral("light")].toObject();
    for (std::size_t i = 0; i < kRoleNames.size(); ++i)
        m_colors[i] = QColor(roles[QLatin1String(kRoleNames[i])].toString());
}

QPalette Theme::palette() const {
    QPalette palette;
    const QColor text = color(ColorRole::Text);
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, color(ColorRole::Panel));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Raised));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::Secondary));
    palette.setColor(QPalette::Button, color(ColorRole::Raised));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, color(ColorRole::Bad));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Raised));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, color(ColorRole::A));
    palette.setColor(QPalette::HighlightedText,
                     m_mode == Mode::Dark ? color(ColorRole::Window) : color(ColorRole::Raised));
    palette.setColor(QPalette::Link, color(ColorRole::A));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Disabled));
    return palette;
}

QString Theme::styleSheet() const {
    QString sheet = QString::fromUtf8(readResource(QStringLiteral(":/theme/window.qss")));
    for (std::size_t i = 0; i < kRoleNames.size(); ++i)
        sheet.replace(QStringLiteral("@%1;").arg(QLatin1String(kRoleNames[i])),
                      m_colors[i].name() + QLatin1Char(';'));
    return sheet;
}

void Theme::applyToApplication() {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(windowFont());
    connect(this, &Theme::changed, this, &Theme::paintApplication);
    paintApplication();
}

void Theme::paintApplication() {
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
}

double Theme::contrast(const QColor& first, const QColor& second) {
    const double a = luminance(first) + 0.05;
    const double b = luminance(second) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QFont windowFont() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSize(10);
    return font;
}

QFont numberFont(int pointSize) {
    QFont font = windowFont();
    font.setPointSize(pointSize);
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - zero) > 0.05) {
            font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            font.setPointSize(pointSize);
            break;
        }
    }
    return font;
}

} // namespace hierascope::widgets
