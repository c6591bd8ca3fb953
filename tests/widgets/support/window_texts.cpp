// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/window_texts.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QWidget>

namespace hierascope::testing {

namespace {

QString nameOf(const QWidget& widget) {
    return QString::fromLatin1(widget.metaObject()->className()).section(QStringLiteral("::"), -1);
}

void addWidget(const QWidget& widget, std::vector<WindowText>& texts) {
    const QString name = nameOf(widget);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts.push_back({name, label->text()});
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts.push_back({name, button->text()});
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < box->count(); ++i)
            texts.push_back({name, box->itemText(i)});
    if (const auto* dock = qobject_cast<const QDockWidget*>(&widget))
        texts.push_back({name, dock->windowTitle()});
    texts.push_back({name + QStringLiteral(" tool tip"), widget.toolTip()});
    texts.push_back({name + QStringLiteral(" name"), widget.accessibleName()});
    texts.push_back({name + QStringLiteral(" description"), widget.accessibleDescription()});
}

int widthOf(const QWidget& widget, const QString& text) {
    QString plain = text;
    plain.remove(QLatin1Char('&'));
    int widest = 0;
    for (const QString& line : plain.split(QLatin1Char('\n')))
        widest = std::max(widest, widget.fontMetrics().horizontalAdvance(line));
    return widest;
}

bool isCut(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return !label->wordWrap() && label->minimumWidth() != 1 &&
               widthOf(widget, label->text()) > label->contentsRect().width() + 1;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->property("role").isValid() && !button->text().isEmpty() &&
               widthOf(widget, button->text()) > button->width() - 4;
    return false;
}

} // namespace

std::vector<WindowText> windowTexts(const QWidget& window) {
    std::vector<WindowText> texts;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (widget->isVisible() && !widget->objectName().startsWith(QStringLiteral("qt_")))
            addWidget(*widget, texts);
    const auto actions = window.findChildren<QAction*>();
    for (const QAction* action : actions) {
        if (action->objectName().isEmpty())
            continue; // Qt's own, or a file name
        texts.push_back({QStringLiteral("action"), action->text()});
        texts.push_back({QStringLiteral("action tool tip"), action->toolTip()});
    }
    const auto menus = window.findChildren<QMenu*>();
    for (const QMenu* menu : menus)
        texts.push_back({QStringLiteral("menu"), menu->title()});
    return texts;
}

QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (widget->isVisible() && isCut(*widget)) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            cut << nameOf(*widget) + QStringLiteral(": ") +
                       (label != nullptr ? label->text() : button->text());
        }
    return cut;
}

} // namespace hierascope::testing
