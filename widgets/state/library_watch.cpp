// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/library_watch.h"

#include <algorithm>

#include "widgets/state/services.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"
#include "widgets/tasks/task_runner.h"

#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

/// A model is its folder's tables and weights; an image is one file.
QStringList filesOf(const QString& path) {
    const QDir folder(path);
    if (!folder.exists())
        return QFileInfo::exists(path) ? QStringList{path} : QStringList();
    QStringList files;
    const QStringList names = folder.entryList(
        {QStringLiteral("*.json"), QStringLiteral("*.safetensors")}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        files << folder.filePath(name);
    return files;
}

} // namespace

LibraryWatch::LibraryWatch(ViewState& state, Workbench& workbench, TaskRunner& runner,
                           QObject* parent)
    : QObject(parent), m_state(state), m_workbench(workbench), m_runner(runner) {
    connect(&m_watch, &FileWatch::changed, this, &LibraryWatch::look);
    connect(&state, &ViewState::choiceChanged, this, &LibraryWatch::watchPaths);
    for (LibraryModel* library : {&state.models(), &state.images()}) {
        connect(library, &LibraryModel::rowsRemoved, this, &LibraryWatch::watchPaths);
        connect(library, &LibraryModel::rowsInserted, this,
                [this, library](const QModelIndex&, int first, int last) {
                    QStringList added;
                    for (int row = first; row <= last; ++row)
                        added << library->item(row).path;
                    look(added);
                    watchPaths();
                });
    }
}

void LibraryWatch::watchFolder(const QString& folder) {
    if (m_folders.contains(folder))
        return;
    m_folders << folder;
    watchPaths();
    m_workbench.add({folder});
    Q_EMIT foldersChanged();
}

void LibraryWatch::unwatchFolder(const QString& folder) {
    if (m_folders.removeAll(folder) == 0)
        return;
    watchPaths();
    Q_EMIT foldersChanged();
}

/// Folders tell of files that come, go or are replaced; a file that is written in place is watched
/// itself, which is done for those that show.
void LibraryWatch::watchPaths() {
    QStringList paths = m_folders;
    const LibraryModel& models = m_state.models();
    const LibraryModel& images = m_state.images();
    for (int row = 0; row < models.rowCount(); ++row)
        paths << models.item(row).path << QFileInfo(models.item(row).path).path();
    for (int row = 0; row < images.rowCount(); ++row)
        paths << QFileInfo(images.item(row).path).path();
    for (const Side side : kSides) {
        const Subject subject = m_state.choice().resolved(side);
        if (!subject.image.isEmpty())
            paths << subject.image;
        if (!subject.model.isEmpty())
            paths << filesOf(subject.model);
    }
    paths.removeDuplicates();
    m_watch.setPaths(paths);
}

LibraryWatch::Stamps LibraryWatch::stampsOf(const QStringList& paths) {
    Stamps stamps;
    for (const QString& path : paths) {
        Stamp stamp;
        for (const QString& file : filesOf(path)) {
            stamp.bytes += fileStamp(file) + QLatin1Char('\n');
            stamp.modified = std::max(stamp.modified, QFileInfo(file).lastModified());
        }
        stamps[path] = stamp;
    }
    return stamps;
}

void LibraryWatch::look(const QStringList& changed) {
    QStringList paths;
    const auto isNear = [&changed](const QString& path) {
        for (const QString& place : changed)
            if (place == path || place == QFileInfo(path).path() || QFileInfo(place).path() == path)
                return true;
        return false;
    };
    for (const LibraryModel* library : {&m_state.models(), &m_state.images()})
        for (int row = 0; row < library->rowCount(); ++row)
            if (isNear(library->item(row).path))
                paths << library->item(row).path;
    for (const QString& folder : m_folders)
        if (changed.contains(folder))
            m_workbench.add({folder});
    if (paths.isEmpty())
        return;
    m_runner.start(
        this, tr("Looking at files"),
        [paths](TaskContext&) -> Result<Stamps> { return stampsOf(paths); },
        [this](const Result<Stamps>& stamps) {
            if (stamps)
                compare(*stamps);
        },
        Lane::Analysis);
}

void LibraryWatch::compare(const Stamps& stamps) {
    QStringList changed;
    for (const auto& [path, stamp] : stamps) {
        for (LibraryModel* library : {&m_state.models(), &m_state.images()})
            if (const int row = library->rowOf(path); row >= 0) {
                library->setMissing(row, stamp.bytes.isEmpty());
                library->setModified(library->rowOf(path), stamp.modified);
            }
        const auto known = m_stamps.find(path);
        if (known != m_stamps.end() && known->second.bytes != stamp.bytes && !stamp.bytes.isEmpty())
            changed << path;
        if (!stamp.bytes.isEmpty()) // what is gone and comes back unchanged needs no new look
            m_stamps[path] = stamp;
    }
    if (!changed.isEmpty())
        m_workbench.reload(changed);
}

} // namespace hierascope::widgets
