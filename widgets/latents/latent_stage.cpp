// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_stage.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

namespace hierascope::widgets {

LatentStage::LatentStage(const Theme& theme, ViewState& state, LatentState& latents,
                         QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_latents(latents) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const Side side : kSides) {
        const auto at = std::size_t(side);
        m_maps[at] = new MapView(theme, this);
        m_clouds[at] = new CloudView(theme, this);
        const bool isA = side == Side::A;
        m_maps[at]->setAccessibleName(isA ? tr("Map of A") : tr("Map of B"));
        m_clouds[at]->setAccessibleName(isA ? tr("Cloud of A") : tr("Cloud of B"));
        m_pages[at] = new QStackedWidget(this);
        m_pages[at]->addWidget(m_maps[at]);
        m_pages[at]->addWidget(m_clouds[at]);
        row->addWidget(m_pages[at], 1);
        connectView(m_maps[at], side);
        connectView(m_clouds[at], side);
    }
    m_pages[1]->hide();
    connectState();
}

template <typename View>
void LatentStage::connectView(View* view, Side side) {
    connect(view, &View::cameraChanged, this, [this, view, side] {
        const auto at = std::size_t(other(side));
        if constexpr (std::is_same_v<View, MapView>)
            m_maps[at]->setCamera(view->camera());
        else
            m_clouds[at]->setCamera(view->camera());
    });
    connect(view, &View::hovered, this, [this, side](int index) {
        m_latents.setHover({side, index});
    });
    connect(view, &View::clicked, this, [this, side](int index) {
        pickPoint(m_state, m_latents, {side, index});
    });
    connect(view, &View::opened, this, [this, side](int index) {
        if (pickPoint(m_state, m_latents, {side, index}))
            Q_EMIT pyramidWanted();
    });
    connect(view, &View::chosen, this, [this, side](const PointSet& points, PointsMode mode) {
        if (side == Side::A || m_latents.hasSamePoints())
            selectPoints(m_state, m_latents, points, mode);
        showSelection(); // the brush has painted what it met
    });
}

void LatentStage::connectState() {
    connect(&m_latents, &LatentState::pointsChanged, this, &LatentStage::showColors);
    connect(&m_latents, &LatentState::measuresChanged, this, &LatentStage::showColors);
    connect(&m_latents, &LatentState::frameChanged, this, &LatentStage::showMaps);
    connect(&m_latents, &LatentState::densityChanged, this, [this](Side side) {
        m_maps[std::size_t(side)]->setDensity(m_latents.at(side).density);
    });
    connect(&m_latents, &LatentState::hoverChanged, this, &LatentStage::showHover);
    connect(&m_latents, &LatentState::neighboursChanged, this, &LatentStage::showSelection);
    connect(&m_latents, &LatentState::litChanged, this, &LatentStage::showSelection);
    connect(&m_theme, &Theme::changed, this, [this] {
        for (const Side side : kSides)
            showColors(side);
    });
}

bool LatentStage::isFlat() const {
    const LatentState::Frame& frame = m_latents.at(Side::A).frame;
    return (frame ? frame->dimensions : m_latents.choice().mapping.dimensions) == 2;
}

bool LatentStage::isPair() const {
    return m_latents.hasB() && m_latents.choice().compare == MapCompare::SideBySide;
}

void LatentStage::follow() {
    m_pages[1]->setVisible(isPair());
    for (const Side side : kSides)
        if (!m_colorings[std::size_t(side)] ||
            m_colorings[std::size_t(side)]->by != m_latents.choice().color)
            showColors(side);
    showMaps();
    showSelection();
}

void LatentStage::showColors(Side side) {
    m_colorings[std::size_t(side)] = std::make_shared<const MapColoring>(
        colorMap(m_latents.at(side), m_latents.choice().color, m_theme));
    showMap(side);
    if (side == Side::A)
        Q_EMIT coloringChanged();
}

std::shared_ptr<const std::vector<float>> LatentStage::placesOf(Side side) const {
    const LatentState::Frame& frame = m_latents.at(side).frame;
    if (!frame)
        return nullptr;
    const LatentState::Frame& other = m_latents.at(Side::B).frame;
    const bool isMorphed = side == Side::A && m_latents.hasB() && m_latents.hasSamePoints() &&
                           m_latents.choice().compare == MapCompare::Morph && m_morph > 0.0 &&
                           other && other->coordinates.size() == frame->coordinates.size();
    if (!isMorphed)
        return {frame, &frame->coordinates};
    auto mixed = std::make_shared<std::vector<float>>(frame->coordinates);
    const auto share = float(m_morph);
    for (std::size_t i = 0; i < mixed->size(); ++i)
        (*mixed)[i] += share * (other->coordinates[i] - (*mixed)[i]);
    return mixed;
}

void LatentStage::showMaps() {
    for (const Side side : kSides)
        showMap(side);
}

void LatentStage::showMap(Side side) {
    if (!isVisible() || (side == Side::B && !isPair()))
        return;
    const auto at = std::size_t(side);
    const LatentState::Shown& shown = m_latents.at(side);
    const LatentChoice& choice = m_latents.choice();
    m_pages[at]->setCurrentIndex(isFlat() ? 0 : 1);
    const bool isSameSpace = shown.frame && (shown.frame->dimensions == 2) == isFlat();
    const MapView::Scene scene{shown.points, isSameSpace ? placesOf(side) : nullptr,
                               m_colorings[at], choice.look, choice.hasLabels};
    const QString letter = !m_latents.hasB() ? QString() : side == Side::A ? tr("A") : tr("B");
    const QColor color = m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B);
    const QString text = badgeText(shown, choice);
    if (isFlat()) {
        m_maps[at]->setScene(scene);
        m_maps[at]->setBadge(letter, color, text);
        m_maps[at]->setMessage(shown.phase == LatentState::Phase::Failed && !shown.frame
                                   ? QString::fromStdString(shown.error.message)
                                   : QString());
    } else {
        m_clouds[at]->setScene(scene);
        m_clouds[at]->setBadge(letter, color, text);
    }
}

void LatentStage::showSelection() {
    for (const Side side : kSides) {
        const auto& lit = m_latents.lit().indices();
        const bool isShared = side == Side::A || m_latents.hasSamePoints();
        const PointSet::Indices rings = isShared ? lit : PointSet::Indices();
        m_maps[std::size_t(side)]->setSelection(selectedPoints(m_latents, side), rings);
        m_maps[std::size_t(side)]->setNeighbours(isShared ? m_latents.neighbours()
                                                          : PointSet::Indices());
        m_clouds[std::size_t(side)]->setSelection(selectedPoints(m_latents, side), rings);
    }
}

void LatentStage::showHover() {
    const MapPoint& hover = m_latents.hover();
    for (const Side side : kSides) {
        const bool isShared = side == hover.side || m_latents.hasSamePoints();
        const std::int32_t index = isShared ? hover.index : -1;
        const QStringList lines = pointLines(m_latents.at(side), index);
        m_maps[std::size_t(side)]->setHover(index, lines);
        m_clouds[std::size_t(side)]->setHover(index, lines);
    }
}

void LatentStage::setTool(MapTool tool) {
    for (const Side side : kSides) {
        m_maps[std::size_t(side)]->setTool(tool);
        m_clouds[std::size_t(side)]->setTool(tool);
    }
}

void LatentStage::setMorph(double share) {
    m_morph = share;
    showMaps();
}

void LatentStage::setTurning(bool isTurning) {
    m_clouds[0]->setTurning(isTurning && isVisible() && !isFlat());
}

void LatentStage::fit() {
    isFlat() ? m_maps[0]->fit() : m_clouds[0]->fit();
}

void LatentStage::zoom(double factor) {
    isFlat() ? m_maps[0]->zoomAround(QRectF(m_maps[0]->rect()).center(), factor)
             : m_clouds[0]->zoom(factor);
}

QImage LatentStage::picture() {
    if (!m_latents.hasMap())
        return {};
    const auto pictureOf = [this](std::size_t at) {
        QImage image = isFlat() ? m_maps[at]->picture() : m_clouds[at]->picture();
        image.setDevicePixelRatio(1.0);
        return image;
    };
    const QImage a = pictureOf(0);
    if (!isPair())
        return a;
    const QImage b = pictureOf(1);
    QImage both(a.width() + b.width(), std::max(a.height(), b.height()), QImage::Format_RGB32);
    both.fill(m_theme.color(ColorRole::Canvas));
    QPainter painter(&both);
    painter.drawImage(0, 0, a);
    painter.drawImage(a.width(), 0, b);
    return both;
}

} // namespace hierascope::widgets
