// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/random_actions.h"

#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/window_actions.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

namespace hierascope::testing {

using namespace widgets;

RandomActions::RandomActions(MainWindow& window, const QStringList& files, std::uint32_t seed)
    : m_window(window), m_files(files), m_random(seed) {}

/// Any action of the menus but those that open a dialog, leave, or take files out of the list.
void RandomActions::trigger() {
    static const QStringList left = {
        QStringLiteral("openImages"),     QStringLiteral("openModel"),
        QStringLiteral("watchFolder"),    QStringLiteral("export"),
        QStringLiteral("quit"),           QStringLiteral("editShortcuts"),
        QStringLiteral("about"),          QStringLiteral("removeModel"),
        QStringLiteral("exportPoints"),   QStringLiteral("chooseRuns"),
        QStringLiteral("openSession"),    QStringLiteral("saveSession"),
        QStringLiteral("saveSessionAs"),  QStringLiteral("evaluate"),
        QStringLiteral("comparisonSheet")};
    const QList<QAction*> all = m_window.actions().all();
    QAction* action = all.at(below(int(all.size())));
    if (!left.contains(action->objectName()) && action->isEnabled())
        action->trigger();
}

void RandomActions::moveMouse() {
    ImageView* view = m_window.room()->view()->view(Side::A);
    const auto place = [&] {
        return QPoint(below(std::max(1, view->width())), below(std::max(1, view->height())));
    };
    QTest::mousePress(view, Qt::LeftButton, below(2) == 0 ? Qt::NoModifier : Qt::ShiftModifier,
                      place());
    QTest::mouseMove(view, place());
    QTest::mouseRelease(view, Qt::LeftButton, Qt::NoModifier, place());
}

void RandomActions::act() {
    ViewState& state = m_window.state();
    switch (below(12)) {
    case 0:
        return state.stepImage(below(2) == 0 ? 1 : -1);
    case 1:
        return state.setLevel(below(std::max(1, state.levels())));
    case 2:
        return state.setPicture(Picture(below(kPictures)));
    case 3:
        return state.setCompare(Compare(below(4)));
    case 4:
        return state.setCurrentModel(below(std::max(1, state.models().rowCount())));
    case 5:
        if (state.models().rowCount() > 0)
            state.compareWith({state.models().item(below(state.models().rowCount())).path, {}});
        return;
    case 6:
        return m_window.workbench().open({m_files.at(below(int(m_files.size())))});
    case 7:
        return m_window.workbench().cancel(below(2) == 0 ? Side::A : Side::B);
    case 8:
        return m_window.resize(900 + below(900), 600 + below(500));
    case 9:
        return state.setSampling({below(3) == 0, std::uint64_t(below(100))});
    case 10:
        return moveMouse();
    default:
        return trigger();
    }
}

/// The controls and pictures of the view in front, of its inspector and of the cursors.
QList<QWidget*> RandomActions::reachable() const {
    QList<QWidget*> found;
    for (QWidget* widget : m_window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &m_window &&
            (widget->focusPolicy() != Qt::NoFocus || widget->hasMouseTracking() ||
             qobject_cast<QAbstractButton*>(widget) != nullptr))
            found << widget;
    return found;
}

void RandomActions::useByMouse(QWidget& widget) {
    const auto place = [&] {
        return QPoint(below(std::max(1, widget.width())), below(std::max(1, widget.height())));
    };
    const Qt::KeyboardModifiers modifiers[] = {Qt::NoModifier, Qt::ShiftModifier,
                                               Qt::ControlModifier};
    const Qt::KeyboardModifiers modifier = modifiers[below(3)];
    if (below(4) == 0) {
        const QPoint at = place();
        QWheelEvent wheel(at, widget.mapToGlobal(at), {}, {0, below(2) == 0 ? 120 : -120},
                          Qt::NoButton, modifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &wheel);
        return;
    }
    const QPointer<QWidget> alive(&widget); // a click may take its own place away
    QTest::mousePress(&widget, Qt::LeftButton, modifier, place());
    for (int i = below(3); alive && i > 0; --i)
        QTest::mouseMove(&widget, place());
    if (alive)
        QTest::mouseRelease(&widget, Qt::LeftButton, modifier, place());
}

void RandomActions::use(QWidget& widget) {
    m_last = QStringLiteral("%1 '%2'").arg(QString::fromLatin1(widget.metaObject()->className()),
                                           widget.accessibleName());
    if (auto* tool = qobject_cast<QToolButton*>(&widget); tool != nullptr && tool->menu()) {
        const QList<QAction*> actions = tool->menu()->actions(); // a menu would wait for a choice
        if (!actions.isEmpty() && actions.at(below(int(actions.size())))->isEnabled())
            actions.at(below(int(actions.size())))->trigger();
    } else if (auto* push = qobject_cast<QPushButton*>(&widget); push != nullptr && push->menu()) {
        return;
    } else if (auto* combo = qobject_cast<QComboBox*>(&widget)) {
        if (combo->count() == 0)
            return;
        combo->setCurrentIndex(below(combo->count()));
        Q_EMIT combo->activated(combo->currentIndex());
    } else if (auto* slider = qobject_cast<QAbstractSlider*>(&widget)) {
        slider->setValue(slider->minimum() +
                         below(std::max(1, slider->maximum() - slider->minimum() + 1)));
    } else if (auto* number = qobject_cast<QSpinBox*>(&widget)) {
        number->stepBy(below(7) - 3);
    } else if (auto* real = qobject_cast<QDoubleSpinBox*>(&widget)) {
        real->stepBy(below(7) - 3);
    } else if (below(3) == 0) {
        const Qt::Key keys[] = {Qt::Key_Left, Qt::Key_Right,    Qt::Key_Up,     Qt::Key_Down,
                                Qt::Key_Home, Qt::Key_End,      Qt::Key_Space,  Qt::Key_Return,
                                Qt::Key_Tab,  Qt::Key_PageDown, Qt::Key_Escape, Qt::Key_Plus};
        QTest::keyClick(&widget, keys[below(int(std::size(keys)))]);
    } else {
        useByMouse(widget);
    }
}

void RandomActions::wander() {
    constexpr int kRooms = int(Room::Train) + 1;
    switch (below(8)) {
    case 0:
        m_last = QStringLiteral("room");
        m_window.showRoom(Room(below(kRooms)));
        break;
    case 1:
        m_last = QStringLiteral("act");
        act();
        break;
    case 2:
        m_last = QStringLiteral("undo");
        below(3) == 0 ? m_window.state().undoStack().redo() : m_window.state().undoStack().undo();
        break;
    default:
        if (const QList<QWidget*> all = reachable(); !all.isEmpty())
            use(*all.at(below(int(all.size()))));
    }
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window != &m_window && window->isVisible() && !window->inherits("QTipLabel"))
            window->close();
}

} // namespace hierascope::testing
