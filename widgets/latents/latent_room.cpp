// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_room.h"

#include <algorithm>
#include <utility>

#include "widgets/common/busy_panel.h"
#include "widgets/common/theme.h"
#include "widgets/latents/latent_bar.h"
#include "widgets/latents/latent_panel.h"
#include "widgets/latents/latent_text.h"
#include "widgets/latents/selection_panel.h"
#include "widgets/state/latent_bench.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QPainter>
#include <QSplitter>
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
    : QWidget(parent), m_theme(theme), m_state(state), m_latents(latents), m_bench(bench),
      m_bar(new LatentBar(theme, state, latents, bench, this)), m_maps{new MapView(theme, this),
                                                                       new MapView(theme, this)},
      m_panel(new LatentPanel(theme, state, latents, study, subsets, this)),
      m_message(new MessagePanel(theme, this)), m_busy(new BusyPanel(this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("room"));
    setAttribute(Qt::WA_StyledBackground);
    m_panel->hide(); // until it has its place beside the view
    m_maps[0]->setAccessibleName(tr("Map of A"));
    m_maps[1]->setAccessibleName(tr("Map of B"));
    m_pages->addWidget(makeStage());
    m_pages->addWidget(m_message);
    auto* overlaid = new QGridLayout;
    overlaid->addWidget(m_pages, 0, 0);
    overlaid->addWidget(m_busy, 0, 0, Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(overlaid, 1);
    m_busy->raise();
    connectState();
    for (const Side side : kSides)
        connectMap(side);
    connect(m_bar, &LatentBar::toolChosen, this, &LatentRoom::setTool);
    connect(m_bar, &LatentBar::morphChanged, this, &LatentRoom::showMaps);
    connect(m_message, &MessagePanel::actionChosen, this, &LatentRoom::runAction);
    connect(m_panel->selection(), &SelectionPanel::exportWanted, this, &LatentRoom::exportWanted);
    connect(m_busy, &BusyPanel::cancelRequested, &m_bench, &LatentBench::stop);
}

QWidget* LatentRoom::makeStage() {
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(2);
    for (MapView* map : m_maps)
        split->addWidget(map);
    m_maps[1]->hide();
    return split;
}

void LatentRoom::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &LatentRoom::follow);
    connect(&m_latents, &LatentState::phaseChanged, this, &LatentRoom::follow);
    connect(&m_latents, &LatentState::progressChanged, this, &LatentRoom::followProgress);
    connect(&m_latents, &LatentState::pointsChanged, this, &LatentRoom::showColors);
    connect(&m_latents, &LatentState::measuresChanged, this, &LatentRoom::showColors);
    connect(&m_latents, &LatentState::frameChanged, this, &LatentRoom::showMaps);
    connect(&m_latents, &LatentState::densityChanged, this, [this](Side side) {
        m_maps[std::size_t(side)]->setDensity(m_latents.at(side).density);
    });
    connect(&m_latents, &LatentState::hoverChanged, this, &LatentRoom::showHover);
    connect(&m_latents, &LatentState::litChanged, this, &LatentRoom::showSelection);
    connect(&m_theme, &Theme::changed, this, [this] {
        for (const Side side : kSides)
            showColors(side);
    });
}

void LatentRoom::connectMap(Side side) {
    MapView* map = m_maps[std::size_t(side)];
    connect(map, &MapView::cameraChanged, this, [this, side] { copyCamera(side); });
    connect(map, &MapView::hovered, this, [this, side](int index) {
        m_latents.setHover({side, index});
    });
    connect(map, &MapView::opened, this, [this, side](int index) {
        if (pickPoint(m_state, m_latents, {side, index}))
            Q_EMIT pyramidWanted();
    });
    connect(map, &MapView::clicked, this, [this, side](int index) {
        pickPoint(m_state, m_latents, {side, index});
    });
    connect(map, &MapView::chosen, this, [this, side](const PointSet& points, PointsMode mode) {
        if (side == Side::A || m_latents.hasSamePoints())
            selectPoints(m_state, m_latents, points, mode);
        showSelection();
    });
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
    const bool hasMap = m_latents.hasMap();
    const bool isMessage = message().title.isEmpty() == false && !hasMap;
    m_pages->setCurrentIndex(isMessage ? 1 : 0);
    m_message->setMessage(message());
    const bool isBusyA = isUnderWay(a.phase) && !hasMap;
    const Side busy =
        !isBusyA && m_latents.hasB() && isUnderWay(m_latents.at(Side::B).phase) ? Side::B : Side::A;
    m_busy->setVisible(isUnderWay(m_latents.at(busy).phase) && !m_latents.hasMap(busy));
    m_busy->setTitle(busyText(m_latents.at(busy)));
    followProgress(busy);
    m_bar->follow();
    m_panel->follow();
    const bool hasTwo = m_latents.hasB() && m_latents.choice().compare == MapCompare::SideBySide;
    m_maps[1]->setVisible(hasTwo);
    for (const Side side : kSides)
        if (!m_colorings[std::size_t(side)] ||
            m_colorings[std::size_t(side)]->by != m_latents.choice().color)
            showColors(side);
    showMaps();
    showSelection();
}

void LatentRoom::followProgress(Side side) {
    const Progress& progress = m_latents.at(side).progress;
    const bool isKnown = progress.total > 0 && m_latents.at(side).phase == Phase::Gathering;
    m_busy->setProgress(
        isKnown ? double(progress.done) / double(progress.total) : -1.0,
        isKnown ? tr("%1 of %2 images").arg(countText(progress.done), countText(progress.total))
                : QString());
}

void LatentRoom::showColors(Side side) {
    m_colorings[std::size_t(side)] = std::make_shared<const MapColoring>(
        colorMap(m_latents.at(side), m_latents.choice().color, m_theme));
    if (side == Side::A)
        m_panel->setColoring(m_colorings[0]);
    showMap(side);
    m_panel->follow();
}

std::shared_ptr<const std::vector<float>> LatentRoom::placesOf(Side side) const {
    const LatentState::Frame& frame = m_latents.at(side).frame;
    if (!frame || frame->dimensions != 2)
        return nullptr;
    const LatentState::Frame& other = m_latents.at(Side::B).frame;
    const bool isMorphed = side == Side::A && m_latents.hasB() && m_latents.hasSamePoints() &&
                           m_latents.choice().compare == MapCompare::Morph && other &&
                           other->coordinates.size() == frame->coordinates.size();
    if (!isMorphed)
        return {frame, &frame->coordinates};
    auto mixed = std::make_shared<std::vector<float>>(frame->coordinates);
    const auto share = float(m_bar->morph());
    for (std::size_t i = 0; i < mixed->size(); ++i)
        (*mixed)[i] += share * (other->coordinates[i] - (*mixed)[i]);
    return mixed;
}

void LatentRoom::showMaps() {
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    for (const Side side : kSides)
        showMap(side);
}

void LatentRoom::showMap(Side side) {
    MapView* map = m_maps[std::size_t(side)];
    const LatentState::Shown& shown = m_latents.at(side);
    const LatentChoice& choice = m_latents.choice();
    map->setScene({shown.points, placesOf(side), m_colorings[std::size_t(side)], choice.look,
                   choice.hasLabels});
    const bool isPair = m_latents.hasB();
    const QString letter = !isPair ? QString() : side == Side::A ? tr("A") : tr("B");
    map->setBadge(letter, m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B),
                  badgeText(shown, choice));
    if (side == Side::B)
        map->setMessage(shown.phase == Phase::Failed ? QString::fromStdString(shown.error.message)
                                                     : QString());
}

void LatentRoom::showSelection() {
    for (const Side side : kSides)
        m_maps[std::size_t(side)]->setSelection(selectedPoints(m_latents, side),
                                                side == Side::A || m_latents.hasSamePoints()
                                                    ? m_latents.lit().indices()
                                                    : PointSet::Indices());
    m_panel->follow();
}

void LatentRoom::showHover() {
    const MapPoint& hover = m_latents.hover();
    for (const Side side : kSides) {
        const bool isShared = side == hover.side || m_latents.hasSamePoints();
        const std::int32_t index = isShared ? hover.index : -1;
        m_maps[std::size_t(side)]->setHover(index, pointLines(m_latents.at(side), index));
    }
}

void LatentRoom::copyCamera(Side from) {
    m_maps[std::size_t(other(from))]->setCamera(m_maps[std::size_t(from)]->camera());
}

void LatentRoom::setTool(MapTool tool) {
    m_bar->setTool(tool);
    for (MapView* map : m_maps)
        map->setTool(tool);
}

QImage LatentRoom::picture() const {
    if (!m_latents.hasMap())
        return {};
    const QImage a = m_maps[0]->picture();
    if (!m_maps[1]->isVisible())
        return a;
    const QImage b = m_maps[1]->picture();
    QImage both(a.width() + b.width(), std::max(a.height(), b.height()), QImage::Format_RGB32);
    both.fill(m_theme.color(ColorRole::Canvas));
    QPainter painter(&both);
    const auto put = [&](QImage image, int x) {
        image.setDevicePixelRatio(1.0);
        painter.drawImage(x, 0, image);
    };
    put(a, 0);
    put(b, a.width());
    return both;
}

void LatentRoom::fit() {
    m_maps[0]->fit();
}

void LatentRoom::zoomIn() {
    m_maps[0]->zoomAround(QRectF(m_maps[0]->rect()).center(), 1.25);
}

void LatentRoom::zoomOut() {
    m_maps[0]->zoomAround(QRectF(m_maps[0]->rect()).center(), 0.8);
}

} // namespace hierascope::widgets
