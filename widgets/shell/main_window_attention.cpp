// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_bar.h"
#include "widgets/attention/attention_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/attention_edit.h"

#include <algorithm>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>

// What the actions of the Attention view do.
namespace hierascope::widgets {

using Part = runtime::AttentionRequest::Part;

void MainWindow::connectAttention() {
    connect(m_attentionRoom, &AttentionRoom::openModelWanted, m_actions->openModel,
            &QAction::trigger);
    connect(m_attentionRoom, &AttentionRoom::openImagesWanted, m_actions->openImages,
            &QAction::trigger);
    connect(m_attentionRoom, &AttentionRoom::exportWanted, this, &MainWindow::openExport);
    connect(&m_state, &ViewState::choiceChanged, this, &MainWindow::followAttention);
    connect(&m_attention, &AttentionState::changed, this, [this](Side side) {
        if (m_attention.at(side).phase == AttentionState::Phase::Failed &&
            currentRoom() == Room::Attention)
            m_log.append(log::Level::Error, tr("window"),
                         QString::fromStdString(m_attention.at(side).error.message));
        followAttention();
    });
    connectAttentionActions();
}

void MainWindow::connectAttentionActions() {
    const WindowActions& on = *m_actions;
    connect(on.attentionLooks, &QActionGroup::triggered, this, [this](QAction* action) {
        const auto index = m_actions->attentionLooks->actions().indexOf(action);
        setAttentionLook(m_state, AttentionLook(index));
    });
    connect(on.attentionPart, &QAction::triggered, this, [this] {
        const bool isEncoder = m_attention.choice().part == Part::Encoder;
        setAttentionPart(m_state, isEncoder ? Part::Decoder : Part::Encoder);
    });
    connect(on.attentionDirection, &QAction::triggered, this,
            [this] { setAttentionDirection(m_state, !m_attention.choice().isRead); });
    const auto stepLayer = [this](int by) {
        if (!m_attention.isReady())
            return;
        const int last = int(m_attention.at(Side::A).outline->layers) - 1;
        setAttentionLayer(m_state, std::clamp(m_attention.layer() + by, 0, last));
    };
    connect(on.previousLayer, &QAction::triggered, this, [stepLayer] { stepLayer(-1); });
    connect(on.nextLayer, &QAction::triggered, this, [stepLayer] { stepLayer(1); });
    const auto stepHead = [this](int by) {
        if (!m_attention.isReady())
            return;
        const int last = int(m_attention.at(Side::A).outline->heads) - 1;
        setAttentionHead(
            m_state, std::clamp(m_attention.head() + by, int(AttentionChoice::kAllHeads), last));
    };
    connect(on.previousHead, &QAction::triggered, this, [stepHead] { stepHead(-1); });
    connect(on.nextHead, &QAction::triggered, this, [stepHead] { stepHead(1); });
    connect(on.headOrder, &QAction::triggered, this, [this] {
        const int next = (int(m_attention.choice().order) + 1) % kHeadOrders;
        setHeadOrder(m_state, HeadOrder(next));
    });
    connect(on.nextDisturbance, &QAction::triggered, this, [this] {
        const int next = (int(m_attention.choice().disturbance) + 1) % kDisturbances;
        setDisturbance(m_state, runtime::Disturbance(next));
    });
    connect(on.copyAttention, &QAction::triggered, this, &MainWindow::copyAttentionTable);
}

void MainWindow::copyAttentionTable() {
    const QString text = toMarkdown(m_attentionRoom->table());
    if (text.isEmpty())
        return say(tr("This look has no numbers to copy."));
    QApplication::clipboard()->setText(text);
    say(tr("The numbers are on the clipboard."));
}

void MainWindow::followAttention() {
    const bool isThere = currentRoom() == Room::Attention;
    const AttentionChoice& choice = m_attention.choice();
    const bool isReady = isThere && m_attention.isReady();
    const WindowActions& on = *m_actions;
    for (QAction* action : on.attention)
        action->setEnabled(isReady);
    for (QAction* action : on.attentionLooks->actions())
        action->setEnabled(isThere);
    on.attentionLooks->actions().at(int(choice.look))->setChecked(true);
    on.attentionPart->setEnabled(isReady && choice.look != AttentionLook::Influence &&
                                 choice.look != AttentionLook::Audit);
    on.nextDisturbance->setEnabled(isReady && choice.look == AttentionLook::Influence);
    if (isThere)
        followPicture();
}

} // namespace hierascope::widgets
