// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/random_actions.h"

#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QTest>

namespace hierascope::testing {

using namespace widgets;

RandomActions::RandomActions(MainWindow& window, const QStringList& files, std::uint32_t seed)
    : m_window(window), m_files(files), m_random(seed) {}

/// Any action of the menus but those that open a dialog, leave, or take files out of the list.
void RandomActions::trigger() {
    static const QStringList left = {
        QStringLiteral("openImages"),   QStringLiteral("openModel"),
        QStringLiteral("watchFolder"),  QStringLiteral("export"),
        QStringLiteral("quit"),         QStringLiteral("editShortcuts"),
        QStringLiteral("about"),        QStringLiteral("removeModel"),
        QStringLiteral("exportPoints"), QStringLiteral("chooseRuns"),
        QStringLiteral("evaluate"),     QStringLiteral("comparisonSheet")};
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

} // namespace hierascope::testing
