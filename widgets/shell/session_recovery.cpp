// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/session_recovery.h"

#include <utility>

#include "widgets/common/notice_bar.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/session_keeper.h"
#include "widgets/state/needed_files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUuid>

namespace hierascope::widgets {

namespace {

QString lockOf(const QString& copy) {
    return copy + QStringLiteral(".lock");
}

QStringList copiesIn(const QString& folder) {
    const QDir dir(folder);
    QStringList paths;
    const QStringList names =
        dir.entryList({QLatin1Char('*') + QString::fromLatin1(runs::kSessionSuffix)}, QDir::Files,
                      QDir::Time | QDir::Reversed);
    for (const QString& name : names)
        paths << dir.filePath(name);
    return paths;
}

} // namespace

SessionRecovery::SessionRecovery(MainWindow& window, QString folder)
    : QObject(&window), m_window(window), m_folder(std::move(folder)) {
    if (!QDir().mkpath(m_folder))
        return; // then nothing is kept; there is no place for it
    claim();
    const QString name = QStringLiteral("%1-%2")
                             .arg(QCoreApplication::applicationPid())
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    const QString copy = QDir(m_folder).filePath(name + QString::fromLatin1(runs::kSessionSuffix));
    auto lock = runs::FileLock::take(systemPath(lockOf(copy)));
    if (!lock)
        return;
    m_lock = *std::move(lock);
    m_copy = copy;
    connect(&m_timer, &QTimer::timeout, this, &SessionRecovery::keep);
    m_timer.start(kEveryMilliseconds);
    connect(&window.sessions(), &SessionKeeper::opened, this, [this](const QString& path) {
        std::erase_if(m_left, [&](const Left& left) {
            if (left.copy == path)
                remove(left.copy);
            return left.copy == path;
        });
        offer();
    });
    offer();
}

SessionRecovery::~SessionRecovery() {
    if (!m_copy.isEmpty())
        remove(m_copy);
    for (const Left& left : m_left) // offered, and not wanted
        remove(left.copy);
}

void SessionRecovery::remove(const QString& copy) {
    QFile::remove(copy);
    QFile::remove(lockOf(copy));
}

/// Another window may look at the same moment; the lock says who offers a copy.
void SessionRecovery::claim() {
    for (const QString& copy : copiesIn(m_folder))
        if (auto lock = runs::FileLock::take(systemPath(lockOf(copy))))
            m_left.push_back({copy, *std::move(lock)});
}

void SessionRecovery::offer() {
    if (m_left.empty() || m_window.recoveryBar()->isVisible())
        return;
    const QString time =
        QLocale().toString(QFileInfo(m_left.back().copy).lastModified(), QLocale::ShortFormat);
    m_window.recoveryBar()->say(
        tr("Hierascope was not closed properly. Its session of %1 can be shown again.").arg(time),
        {{tr("Recover"), tr("Show the session as it was kept last"), [this] { answer(true); }},
         {tr("Discard"), tr("Remove the kept session"), [this] { answer(false); }}});
}

void SessionRecovery::answer(bool isWanted) {
    if (m_left.empty())
        return;
    if (isWanted)
        return m_window.sessions().recover(m_left.back().copy); // removed once it is shown
    remove(m_left.back().copy);
    m_left.pop_back();
    offer();
}

void SessionRecovery::keep() {
    if (m_copy.isEmpty())
        return;
    runs::SavedSession session = m_window.sessions().now();
    session.origin = systemPath(m_window.sessions().path()).string();
    std::string text = runs::toJson(session);
    if (text == m_keptText)
        return;
    auto work = [session = std::move(session), file = systemPath(m_copy)](TaskContext&) mutable {
        addHashes(session.files);
        return runs::writeSession(file, session);
    };
    m_window.runner().start(
        this, tr("Keeping the session"), std::move(work),
        [this, text = std::move(text)](const Result<void>& result) {
            if (!result)
                return;
            m_keptText = text;
            Q_EMIT kept();
        },
        Lane::Analysis);
}

void SessionRecovery::abandon() {
    m_timer.stop();
    m_lock.reset();
    m_copy.clear();
    m_left.clear();
}

} // namespace hierascope::widgets
