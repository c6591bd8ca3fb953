// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_state.h"

#include <algorithm>
#include <utility>

#include "widgets/state/view_state.h"

namespace hierascope::widgets {

namespace {

bool isSamePlace(const runtime::LatentPoints& a, const runtime::LatentPoints& b, std::size_t i) {
    const runtime::LatentPoint& p = a.points[i];
    const runtime::LatentPoint& q = b.points[i];
    if (p.level != q.level || p.token != q.token || (p.image < 0) != (q.image < 0))
        return false;
    return p.image < 0 ||
           a.images[std::size_t(p.image)].name == b.images[std::size_t(q.image)].name;
}

bool haveSamePoints(const LatentState::Points& a, const LatentState::Points& b) {
    if (!a || !b || a->count() != b->count() || a->mapColumns != b->mapColumns ||
        a->mapRows != b->mapRows)
        return false;
    for (std::size_t i = 0; i < a->points.size(); ++i)
        if (!isSamePlace(*a, *b, i))
            return false;
    return true;
}

} // namespace

LatentState::LatentState(const ViewState& state, QObject* parent)
    : QObject(parent), m_state(state) {}

const LatentChoice& LatentState::choice() const {
    return m_state.choice().latents;
}

bool LatentState::hasB() const {
    const ViewChoice& now = m_state.choice();
    return now.latents.compare != MapCompare::OnlyA && now.hasB() &&
           now.resolved(Side::B).model != now.a.model;
}

bool LatentState::isBusy() const {
    return std::ranges::any_of(m_shown, [](const Shown& shown) {
        return shown.phase == Phase::Opening || shown.phase == Phase::Gathering ||
               shown.phase == Phase::Starting || shown.phase == Phase::Running;
    });
}

void LatentState::show(Side side, Shown shown) {
    Shown& own = m_shown[std::size_t(side)];
    const Shown before = std::exchange(own, std::move(shown));
    const bool isSameKind = own.points == before.points && own.frame && before.frame &&
                            own.frame->dimensions == before.frame->dimensions;
    own.density = isSameKind ? before.density : nullptr; // until there is a newer one
    if (own.points != before.points) {
        m_hasSamePoints = haveSamePoints(at(Side::A).points, at(Side::B).points);
        m_hover = {};
        Q_EMIT pointsChanged(side);
        Q_EMIT hoverChanged();
    }
    if (own.frame != before.frame)
        Q_EMIT frameChanged(side);
    if (own.density != before.density)
        Q_EMIT densityChanged(side);
    if (own.uniformity != before.uniformity || own.trust != before.trust)
        Q_EMIT measuresChanged(side);
    if (own.phase != before.phase)
        Q_EMIT phaseChanged(side);
}

void LatentState::setProgress(Side side, const Progress& progress) {
    m_shown[std::size_t(side)].progress = progress;
    Q_EMIT progressChanged(side);
}

void LatentState::setDensity(Side side, Density density) {
    m_shown[std::size_t(side)].density = std::move(density);
    Q_EMIT densityChanged(side);
}

void LatentState::setHover(const MapPoint& point) {
    if (point == m_hover)
        return;
    m_hover = point;
    Q_EMIT hoverChanged();
}

void LatentState::setLit(const PointSet& points) {
    if (points == m_lit)
        return;
    m_lit = points;
    Q_EMIT litChanged();
}

void LatentState::setNeighbours(PointSet::Indices points) {
    if (points == m_neighbours)
        return;
    m_neighbours = std::move(points);
    Q_EMIT neighboursChanged();
}

} // namespace hierascope::widgets
