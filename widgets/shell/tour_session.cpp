// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_session.h"

#include "widgets/common/notice_bar.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/session_keeper.h"
#include "widgets/shell/session_recovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QPushButton>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionTour)
};

/// A copy that no window holds, as a crash leaves it.
void leaveCopy(MainWindow& window, const QString& folder) {
    QDir().mkpath(folder);
    const auto written =
        runs::writeSession(systemPath(QDir(folder).filePath(QStringLiteral("left.hierascope"))),
                           window.sessions().now());
    if (written)
        new SessionRecovery(window, folder);
}

} // namespace

std::vector<TourStep> sessionTour(MainWindow& window, const TourFiles& files) {
    const QString folder = QDir(files.scratch).filePath(QStringLiteral("sessions"));
    const auto isQuiet = [&window] {
        return window.state().phase() == ViewState::Phase::Ready && window.runner().tasks().empty();
    };
    const std::chrono::milliseconds settle(200);
    return {
        {QStringLiteral("session-recovery"),
         Words::tr("After a crash the session can be shown again; it is asked once."),
         [&window, folder] {
             window.showRoom(Room::Pyramid);
             leaveCopy(window, folder);
         },
         [&window, isQuiet] { return isQuiet() && window.recoveryBar()->isVisible(); }, settle},
        {QStringLiteral("session-recovered"), Words::tr("The session is shown again."),
         [&window] { window.recoveryBar()->buttons().front()->click(); },
         [&window, isQuiet] { return isQuiet() && window.sessions().isModified(); }, settle},
    };
}

} // namespace hierascope::widgets
