// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/session_snapshot.h"

#include <algorithm>

#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_docks.h"
#include "widgets/state/choice_json.h"
#include "widgets/state/needed_files.h"

#include <QCoreApplication>
#include <QFile>

namespace hierascope::widgets {

namespace {

constexpr const char* kLatents = "latents";
constexpr const char* kCodebook = "codebook";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionSnapshot)
};

std::string textOf(const QString& path) {
    return systemPath(path).string();
}

QString pathOf(const std::string& text) {
    return QFile::decodeName(QByteArray::fromStdString(text));
}

void addLibrary(const LibraryModel& library, std::vector<std::string>& paths,
                std::vector<std::string>* generators) {
    for (int row = 0; row < library.rowCount(); ++row) {
        const LibraryItem& item = library.item(row);
        const bool isGenerator = item.isGenerator && generators != nullptr;
        (isGenerator ? *generators : paths).push_back(textOf(item.path));
    }
}

/// Makes a library hold these paths, and those that are chosen.
void fillLibrary(LibraryModel& library, const std::vector<std::string>& paths,
                 const std::vector<std::string>& generators, const QStringList& chosen) {
    QStringList wanted = chosen;
    for (const std::string& path : paths)
        if (!path.empty()) { // of what was left out
            wanted << pathOf(path);
            library.add(wanted.back());
        }
    for (const std::string& path : generators)
        if (!path.empty()) {
            wanted << pathOf(path);
            library.setGenerator(library.add(wanted.back()));
        }
    for (int row = library.rowCount() - 1; row >= 0; --row)
        if (!wanted.contains(library.item(row).path))
            library.remove(row);
}

bool contains(const std::vector<std::string>& words, const char* word) {
    return std::ranges::find(words, word) != words.end();
}

void beginWork(MainWindow& window, const runs::SavedSession& session, const ViewChoice& choice) {
    if (choice.generation.branch != kNoBranch)
        window.generationBench().playWhenReady(choice.generation.step);
    if (contains(session.computed, kLatents))
        window.latentBench().start();
    if (contains(session.computed, kCodebook))
        window.codebookBench().start();
    if (!session.run.empty())
        window.train().setCurrent(pathOf(session.run));
}

void showPicture(MainWindow& window, const runs::SavedSession& session) {
    CompareView* view = window.room()->view();
    view->setWipe(session.wipe);
    if (!session.viewport)
        return view->fit();
    const runs::SavedViewport& saved = *session.viewport;
    for (const Side side : kSides)
        view->view(side)->setViewport({saved.width, {saved.x, saved.y}, false});
}

} // namespace

runs::SavedSession snapshotOf(MainWindow& window) {
    const ViewState& state = window.state();
    runs::SavedSession session;
    session.program = "hierascope " + QCoreApplication::applicationVersion().toStdString();
    session.room = wordOfRoom(window.currentRoom()).toStdString();
    session.files = neededFiles(state);
    session.view = jsonOfChoice(state.choice());
    addLibrary(state.models(), session.models, &session.generators);
    addLibrary(state.images(), session.images, nullptr);
    if (window.latentBench().isActive())
        session.computed.emplace_back(kLatents);
    if (window.codebookBench().isActive())
        session.computed.emplace_back(kCodebook);
    if (const RunSnapshot* run = window.train().current())
        session.run = textOf(run->path);
    session.layout = window.docks().save().toBase64().toStdString();
    session.geometry = window.saveGeometry().toBase64().toStdString();
    CompareView* view = window.room()->view();
    session.wipe = view->wipe();
    if (const Viewport& seen = view->view(Side::A)->viewport(); !seen.isFitted)
        session.viewport = runs::SavedViewport{seen.width, seen.center.x(), seen.center.y()};
    return session;
}

void showSnapshot(MainWindow& window, const runs::SavedSession& session, const ViewChoice& choice) {
    ViewState& state = window.state();
    state.choose(choice, ViewState::Change::Subject, Words::tr("Open Session"));
    fillLibrary(state.models(), session.models, session.generators,
                {choice.a.model, choice.b.model, choice.generation.a, choice.generation.b});
    fillLibrary(state.images(), session.images, {}, {choice.a.image, choice.b.image});
    window.restoreGeometry(QByteArray::fromBase64(QByteArray::fromStdString(session.geometry)));
    window.docks().restore(QByteArray::fromBase64(QByteArray::fromStdString(session.layout)));
    beginWork(window, session, choice);
    if (const auto room = roomFromWord(QString::fromStdString(session.room)))
        window.showRoom(*room);
    showPicture(window, session);
}

} // namespace hierascope::widgets
