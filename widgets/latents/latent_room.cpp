// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_room.h"

#include "widgets/common/busy_panel.h"
#include "widgets/common/room_layout.h"
#include "widgets/latents/latent_bar.h"
#include "widgets/latents/latent_panel.h"
#include "widgets/latents/latent_text.h"
#include "widgets/latents/selection_panel.h"
#include "widgets/state/latent_bench.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QStackedWidget>

namespace hierascope::widgets {

namespace {

using Phase = LatentState::Phase;

bool isUnderWay(Phase phase) {
    return phase == Phase::Opening || phase == Phase::Gathering || phase == Phase::Starting;
}

} // namespace

LatentRoom::LatentRoom(const Theme& theme, ViewState& state, LatentState& latents,
                       LatentBench& bench, LatentStudy& study, LatentSubsets& subsets,
                       QWidget* parent)
    : QWidget(parent), m_state(state), m_latents(latents), m_bench(bench),
      m_bar(new LatentBar(theme, state, latents, bench, this)),
      m_stage(new LatentStage(theme, state, latents, this)),
      m_panel(new LatentPanel(theme, state, latents, study, subsets, this)),
      m_message(new MessagePanel(theme, this)), m_busy(new BusyPanel(this)),
      m_pages(new QStackedWidget(this)) {
    m_panel->hide(); // until it has its place beside the view
    m_pages->addWidget(m_stage);
    m_pages->addWidget(m_message);
    layOutRoom(this, m_bar, m_pages, m_busy);
    connectState();
    connect(m_bar, &LatentBar::toolChosen, this, &LatentRoom::setTool);
    connect(m_bar, &LatentBar::morphChanged, this, [this] { m_stage->setMorph(m_bar->morph()); });
    connect(m_bar, &LatentBar::turningChanged, m_stage, &LatentStage::setTurning);
    connect(m_stage, &LatentStage::pyramidWanted, this, &LatentRoom::pyramidWanted);
    connect(m_stage, &LatentStage::coloringChanged, this, [this] {
        m_panel->setColoring(m_stage->coloring());
        m_panel->follow();
    });
    connect(m_panel->selection(), &SelectionPanel::exportWanted, this, &LatentRoom::exportWanted);
    connect(m_message, &MessagePanel::actionChosen, this, &LatentRoom::runAction);
    connect(m_busy, &BusyPanel::cancelRequested, &m_bench, &LatentBench::stop);
}

void LatentRoom::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &LatentRoom::follow);
    connect(&m_latents, &LatentState::phaseChanged, this, &LatentRoom::follow);
    connect(&m_latents, &LatentState::neighboursChanged, m_panel, &LatentPanel::follow);
    connect(&m_latents, &LatentState::measuresChanged, m_panel, &LatentPanel::follow);
    connect(&m_latents, &LatentState::progressChanged, this, &LatentRoom::followProgress);
}

void LatentRoom::setDemo(const QString& folder) {
    m_demo = folder;
    m_panel->setDemo(folder);
    m_isStale = true;
    if (isVisible())
        follow();
}

void LatentRoom::startDemo() {
    LatentQuestion question = m_latents.choice().question;
    question.data = QStringList{m_demo};
    setQuestion(m_state, question, tr("The Demo's Images"));
    m_bench.start();
}

void LatentRoom::runAction() {
    if (m_state.choice().a.model.isEmpty())
        return Q_EMIT openModelWanted();
    const Phase phase = m_latents.at(Side::A).phase;
    if (phase == Phase::Empty && !m_demo.isEmpty())
        return startDemo();
    m_bench.start();
}

MessagePanel::Message LatentRoom::message() const {
    const LatentState::Shown& a = m_latents.at(Side::A);
    if (m_state.choice().a.model.isEmpty())
        return {QStringLiteral("latents"), tr("No model is open"),
                tr("This view lays out latent vectors of many images as a map, and measures how "
                   "evenly they are spread.\nOpen or drop a model folder: one with config.json "
                   "and model.safetensors."),
                tr("Open a model folder…"), false};
    switch (a.phase) {
    case Phase::Empty:
        return {QStringLiteral("latents"), tr("No map yet"),
                tr("This view lays out latent vectors as a map that grows while you watch: each "
                   "point leads back to its pixels, and the numbers beside it say how evenly the "
                   "points are spread.\nChoose the points in the panel at the right, or drop a "
                   "folder of images or an IDX file on this view."),
                m_demo.isEmpty() ? tr("Map the library's images") : tr("Map the demo's images"),
                false};
    case Phase::Failed:
        return {QStringLiteral("warning"), MessagePanel::headline(a.error.code),
                QString::fromStdString(a.error.message), tr("Try again"), true};
    case Phase::Stopped:
        return {QStringLiteral("stopped"), tr("Stopped"),
                tr("What was gathered so far is kept; it goes on from there."), tr("Go on"), false};
    default:
        return {};
    }
}

const MessagePanel* LatentRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

void LatentRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        follow();
}

void LatentRoom::follow() {
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const LatentState::Shown& a = m_latents.at(Side::A);
    const MessagePanel::Message words = message();
    const bool hasMap = m_latents.hasMap() && !m_state.choice().a.model.isEmpty();
    m_pages->setCurrentIndex(!hasMap && !words.title.isEmpty() ? 1 : 0);
    m_message->setMessage(words);
    const bool isA = isUnderWay(a.phase) && !hasMap;
    const Side busy = !isA && m_latents.hasB() ? Side::B : Side::A;
    m_busy->setVisible(isUnderWay(m_latents.at(busy).phase) && !m_latents.hasMap(busy));
    m_busy->setTitle(busyText(m_latents.at(busy)));
    followProgress(busy);
    m_bar->follow();
    m_panel->follow();
    m_stage->follow();
}

void LatentRoom::followProgress(Side side) {
    const Progress& progress = m_latents.at(side).progress;
    const bool isKnown = progress.total > 0 && m_latents.at(side).phase == Phase::Gathering;
    m_busy->setProgress(
        isKnown ? double(progress.done) / double(progress.total) : -1.0,
        isKnown ? tr("%1 of %2 images").arg(countText(progress.done), countText(progress.total))
                : QString());
}

void LatentRoom::setTool(MapTool tool) {
    m_bar->setTool(tool);
    m_stage->setTool(tool);
}

QImage LatentRoom::picture() const {
    return m_stage->picture();
}

void LatentRoom::fit() {
    m_stage->fit();
}

void LatentRoom::zoomIn() {
    m_stage->zoom(1.25);
}

void LatentRoom::zoomOut() {
    m_stage->zoom(0.8);
}

} // namespace hierascope::widgets
