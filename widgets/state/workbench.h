// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "widgets/state/content_cache.h"
#include "widgets/state/image_shelf.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/path_finder.h"
#include "widgets/state/services.h"
#include "widgets/state/thumbnail_reader.h"
#include "widgets/state/view_choice.h"
#include "widgets/tasks/latest_task.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

class ViewState;

/// Opens models and images and keeps the state's contents equal to the present choice.
class Workbench : public QObject {
    Q_OBJECT

public:
    Workbench(Services services, ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

    /// Adds files and folders to the library and chooses the first model and image among them.
    void open(const QStringList& paths);
    /// Opens an exported picture whose recipe misses a file that is in another place now.
    void openMoved(const QString& picture, const runs::NeededFile& missing, const QString& place);
    /// Adds files and folders to the library and leaves the choice alone where there is one.
    void add(const QStringList& paths);

    /// Stops the work for a side; its phase becomes Stopped.
    void cancel(Side side = Side::A);
    /// Does the work for the present choice again, also after an error or a stop.
    void retry();
    /// Takes the model or image that failed on a side out of the library.
    void removeFailed(Side side = Side::A);
    /// Reads and computes again what came from these files; they have changed on disk.
    void reload(const QStringList& paths);

    /// The tokenizers that are open.
    ModelShelf& models() { return m_models; }

Q_SIGNALS:
    /// A generator was opened, and is chosen.
    void generatorOpened();
    /// A picture of a generation was opened; what it shows is chosen, and to be computed.
    void generationRestored(int step);
    /// What came from these files is to be read again.
    void reloaded(const QStringList& paths);
    /// Paths that were opened, for the list of recent files.
    void opened(const QStringList& paths);
    /// An exported picture was opened: its view is shown again, or a sentence says why not.
    void recipeOpened(const QString& path, const QString& problem);
    /// The view of a room is chosen again, and is to be seen.
    void roomRestored(const QString& room);
    /// A recipe needs a file that is not there any more.
    void fileMissing(const QString& picture, const hierascope::runs::NeededFile& file);
    /// A recipe was made with other files of the same names; a sentence for each.
    void filesDoubted(const QStringList& sentences);

private:
    using Content = ContentCache::Content;
    /// What a side is to show.
    struct Wanted {
        Subject subject;
        Sampling sampling;
        QByteArray edits;
        bool operator==(const Wanted&) const = default;
    };
    struct SideWork {
        LatestTask task;
        QString key;                   ///< what `task` computes
        std::optional<Wanted> stopped; ///< by somebody; not started again before `retry`
    };

    void addFound(const std::vector<FoundPath>& found, bool isChosen);
    void chooseFound(const QString& model, const QString& image);
    void find(const QStringList& paths, const PathMoves& moves);
    bool chooseRecipe(const FoundPath& found);
    bool chooseView(const FoundPath& found);
    bool chooseGeneration(const FoundPath& found);
    void restoreSelection();
    void listContents(const QString& model);
    void forgetRemovedModels();
    void forgetRemovedImages();
    void refresh();
    void refreshSide(Side side);
    bool prepareModel(Side side, const Subject& subject);
    bool prepareImage(Side side, const Subject& subject);
    void reconstruct(Side side, const Subject& subject, const QString& key);
    void keepContent(const Subject& subject, const QString& key, const Content& content);
    void finishModel(const QString& path);
    void finishImage(const QString& path);
    void passProgress(TaskId id);
    Wanted wanted(Side side) const;
    void stop(Side side);
    QString contentKey(const Subject& subject, const QByteArray& edits) const;
    std::vector<runtime::TokenEdit> editsOf(Side side) const;
    SideWork& work(Side side) { return m_work[std::size_t(side)]; }

    Services m_services;
    ViewState& m_state;
    TaskRunner& m_runner;
    ModelShelf m_models;
    ImageShelf m_images;
    ThumbnailReader m_thumbnails;
    ContentCache m_cache;
    QHash<QString, PathMoves> m_moves;       ///< that somebody made in a picture's recipe
    std::optional<runs::Recipe> m_restoring; ///< its selection waits for the levels of its model
    std::array<SideWork, kSides.size()> m_work;
};

} // namespace hierascope::widgets
