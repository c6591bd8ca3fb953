// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "widgets/attention/attention_room.h"
#include "widgets/codebook/codebook_room.h"
#include "widgets/common/compare_view.h"
#include "widgets/common/notice_bar.h"
#include "widgets/generate/generate_room.h"
#include "widgets/latents/latent_room.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/attention_details.h"
#include "widgets/shell/export_dialog.h"
#include "widgets/shell/exporter.h"
#include "widgets/shell/generation_export_dialog.h"
#include "widgets/shell/latent_exporter.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/shell/view_exporter.h"

#include <QFileInfo>

// Pictures that leave the window with their recipe, and come back.
namespace hierascope::widgets {

namespace {

// In the order of `Room`.
constexpr std::array kRoomWords = {"pyramid",  "latents",  "attention",
                                   "generate", "codebook", "train"};

} // namespace

QString wordOfRoom(Room room) {
    return QString::fromLatin1(kRoomWords.at(std::size_t(room)));
}

std::optional<Room> roomFromWord(const QString& word) {
    const auto found = std::ranges::find(kRoomWords, word.toStdString());
    return found == kRoomWords.end() ? std::nullopt
                                     : std::optional(Room(found - kRoomWords.begin()));
}

void MainWindow::connectRecipes() {
    const QString area = tr("window");
    connect(&m_workbench, &Workbench::roomRestored, this, [this](const QString& word) {
        const auto room = roomFromWord(word);
        if (!room)
            return;
        showRoom(*room);
        if (room == Room::Latents)
            m_latentBench.start();
        if (room == Room::Codebook)
            m_codebookBench.start();
    });
    connect(&m_workbench, &Workbench::filesDoubted, this,
            [this, area](const QStringList& sentences) {
                for (const QString& sentence : sentences)
                    m_log.append(log::Level::Warning, area, sentence);
                m_notice->say(sentences.join(QLatin1Char('\n')), {});
            });
    connect(&m_workbench, &Workbench::fileMissing, this,
            [this](const QString& picture, const runs::NeededFile& file) {
                const std::string name = "Recipe in '" + picture.toStdString() + "'";
                askForMissing(name, file, [this, picture, file](const QString& place) {
                    m_workbench.openMoved(picture, file, place);
                });
            });
}

void MainWindow::askForMissing(const std::string& name, const runs::NeededFile& file,
                               const std::function<void(const QString&)>& chosen,
                               const std::function<void()>& without) {
    const QString what = QString::fromStdString(runs::nameOf(file));
    const auto ask = [this, file, what, chosen] {
        const auto take = [chosen](const QStringList& paths) {
            if (!paths.isEmpty())
                chosen(paths.front());
        };
        const QString suffix = QFileInfo(QString::fromStdString(file.path)).suffix();
        static const QStringList kWeights = {QStringLiteral("safetensors"), QStringLiteral("bin"),
                                             QStringLiteral("pt"), QStringLiteral("pth")};
        if (file.kind == "image" || kWeights.contains(suffix))
            askForImages(this, take);
        else
            askForFolder(this, tr("Where is the %1?").arg(what), take);
    };
    QList<NoticeBar::Action> actions{{tr("Locate…"), tr("Show where it is now"), ask}};
    if (without)
        actions << NoticeBar::Action{tr("Open Without It"), tr("Leave it out of the session"),
                                     without};
    m_notice->say(QString::fromStdString(runs::missingSentence(file, name)), actions);
}

void MainWindow::openExport() {
    const Room room = currentRoom();
    if (room == Room::Latents && m_latents.hasMap())
        return m_viewExporter->askAndSave({wordOfRoom(room), tr("Export the Map"),
                                           m_latentRoom->picture(), m_latentExporter->recipe()},
                                          this);
    if (room == Room::Attention)
        return m_viewExporter->askAndSave({wordOfRoom(room), tr("Export the Attention"),
                                           m_attentionRoom->picture(),
                                           attentionDetails(m_attention)},
                                          this);
    if (room == Room::Codebook)
        return m_viewExporter->askAndSave(
            {wordOfRoom(room), tr("Export the Codes"), m_codebookRoom->picture(), {}}, this);
    if (room == Room::Latents)
        return;
    QDialog* dialog = nullptr;
    if (room == Room::Generate) {
        dialog = new GenerationExportDialog(*m_generationExporter, m_generate->picture(), this);
    } else {
        m_exporter->setWipe(m_room->view()->wipeOfPicture());
        dialog = new ExportDialog(*m_exporter, m_room->picture(), this);
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace hierascope::widgets
