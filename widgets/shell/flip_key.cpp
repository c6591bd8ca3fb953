// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/flip_key.h"

#include "widgets/state/view_state.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>

namespace hierascope::widgets {

FlipKey::FlipKey(QWidget& window, ViewState& state)
    : QObject(&window), m_window(window), m_state(state) {
    qApp->installEventFilter(this);
    connect(qApp, &QGuiApplication::applicationStateChanged, this,
            [this] { m_state.setFlipped(false); }); // the release goes to another program
}

bool FlipKey::isOurs(const QEvent& event) const {
    const auto& key = static_cast<const QKeyEvent&>(event);
    const QWidget* focus = QApplication::focusWidget();
    const bool isWriting = qobject_cast<const QLineEdit*>(focus) != nullptr ||
                           qobject_cast<const QAbstractSpinBox*>(focus) != nullptr ||
                           qobject_cast<const QKeySequenceEdit*>(focus) != nullptr;
    return key.key() == Qt::Key_B && key.modifiers() == Qt::NoModifier && !isWriting &&
           QApplication::activeWindow() == &m_window;
}

bool FlipKey::eventFilter(QObject* watched, QEvent* event) {
    const bool isPress = event->type() == QEvent::KeyPress;
    const bool isRelease = event->type() == QEvent::KeyRelease;
    if (!watched->isWidgetType() || (!isPress && !isRelease) || !isOurs(*event))
        return QObject::eventFilter(watched, event);
    if (!static_cast<QKeyEvent*>(event)->isAutoRepeat())
        m_state.setFlipped(isPress);
    return true; // lists would look for a name that begins with B
}

} // namespace hierascope::widgets
