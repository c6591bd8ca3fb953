// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/session_keeper.h"

#include <utility>

#include "widgets/shell/main_window.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/shell/session_snapshot.h"
#include "widgets/state/choice_json.h"
#include "widgets/state/needed_files.h"

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

constexpr int kLateMilliseconds = 300;

QString suffix() {
    return QString::fromLatin1(runs::kSessionSuffix);
}

} // namespace

std::string SessionKeeper::Source::name() const {
    return "Session '" + file.toStdString() + "'";
}

SessionKeeper::SessionKeeper(MainWindow& window) : QObject(&window), m_window(window) {
    m_late.setSingleShot(true);
    m_late.setInterval(kLateMilliseconds);
    connect(&m_late, &QTimer::timeout, this, &SessionKeeper::follow);
    const auto later = [this] { m_late.start(); };
    connect(&window.state(), &ViewState::choiceChanged, this, later);
    connect(&window, &MainWindow::roomChanged, this, later);
    for (LibraryModel* library : {&window.state().models(), &window.state().images()}) {
        connect(library, &LibraryModel::rowsInserted, this, later);
        connect(library, &LibraryModel::rowsRemoved, this, later);
    }
}

bool SessionKeeper::isSession(const QString& path) {
    return path.endsWith(suffix(), Qt::CaseInsensitive) && !QFileInfo(path).isDir();
}

QString SessionKeeper::name() const {
    return QFileInfo(m_path).completeBaseName();
}

runs::SavedSession SessionKeeper::now() const {
    return snapshotOf(m_window);
}

/// What counts as a change: not how large the window is, and not what was computed meanwhile.
std::string SessionKeeper::comparable() const {
    runs::SavedSession session = now();
    session.files.clear();
    session.layout.clear();
    session.geometry.clear();
    session.computed.clear();
    session.run.clear();
    session.viewport.reset();
    return runs::toJson(session);
}

void SessionKeeper::follow() {
    if (m_path.isEmpty() && m_cleanText.empty())
        return; // no session yet
    if (const bool isModified = comparable() != m_cleanText; isModified != m_isModified) {
        m_isModified = isModified;
        Q_EMIT titleChanged();
    }
}

void SessionKeeper::save() {
    m_path.isEmpty() ? askAndSave() : saveTo(m_path);
}

void SessionKeeper::askAndSave() {
    const QString suggestion = m_path.isEmpty() ? QStringLiteral("session") + suffix() : m_path;
    askForSession(&m_window, true, suggestion, [this](const QString& path) { saveTo(path); });
}

void SessionKeeper::askAndOpen() {
    askForSession(&m_window, false, {}, [this](const QString& path) { open(path); });
}

void SessionKeeper::saveTo(const QString& path) {
    auto work = [session = now(), file = systemPath(path)](TaskContext&) mutable {
        addHashes(session.files);
        return runs::writeSession(file, session);
    };
    m_window.runner().start(
        this, tr("Saving %1").arg(fileNameOf(path)), std::move(work),
        [this, path, text = comparable()](const Result<void>& result) {
            if (!result) {
                if (result.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(QString::fromStdString(result.error().message));
                return;
            }
            m_path = path;
            m_cleanText = text;
            m_isModified = comparable() != text;
            Q_EMIT titleChanged();
            Q_EMIT saved(path);
        },
        Lane::Analysis);
}

void SessionKeeper::open(const QString& path) {
    read({QFileInfo(path).absoluteFilePath(), false, {}});
}

void SessionKeeper::recover(const QString& copy) {
    read({copy, true, {}});
}

Result<SessionKeeper::Content> SessionKeeper::contentOf(const Source& source) {
    auto text = runs::readSessionText(systemPath(source.file));
    if (!text)
        return failure(text);
    for (const auto& [from, to] : source.moves)
        text = runs::withPath(*text, from, to);
    auto session = runs::savedSessionFromJson(*text, source.file.toStdString());
    if (!session)
        return failure(session);
    auto choice = choiceFromJson(session->view, source.name());
    if (!choice)
        return failure(choice);
    const auto missing = firstMissing(session->files);
    return Content{*std::move(session), *std::move(choice), missing};
}

void SessionKeeper::read(const Source& source) {
    m_window.runner().start(
        this, tr("Opening %1").arg(fileNameOf(source.file)),
        [source](TaskContext&) { return contentOf(source); },
        [this, source](const Result<Content>& content) {
            if (content && content->missing)
                askFor(*content->missing, source);
            else if (content)
                show(source, *content);
            else if (content.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(QString::fromStdString(content.error().message));
        },
        Lane::Analysis);
}

void SessionKeeper::askFor(const runs::NeededFile& file, const Source& source) {
    const auto again = [this, file, source](const std::string& place) {
        Source moved = source;
        moved.moves.emplace_back(file.path, place);
        read(moved);
    };
    m_window.askForMissing(
        source.name(), file, [again](const QString& place) { again(systemPath(place).string()); },
        [again] { again({}); });
}

void SessionKeeper::show(const Source& source, const Content& content) {
    showSnapshot(m_window, content.session, content.choice);
    m_path = source.isCopy ? QFile::decodeName(QByteArray::fromStdString(content.session.origin))
                           : source.file;
    m_isModified = source.isCopy || !source.moves.empty();
    m_cleanText = m_isModified ? "of the file" : comparable();
    Q_EMIT titleChanged();
    Q_EMIT opened(source.file);
    compareHashes(this, m_window.runner(), content.session.files, source.name(),
                  [this](const QStringList& sentences) { Q_EMIT filesDoubted(sentences); });
}

} // namespace hierascope::widgets
