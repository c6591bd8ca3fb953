// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/block_map_view.h"

#include <algorithm>
#include <utility>

#include "widgets/attention/attention_text.h"
#include "widgets/attention/heat.h"
#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr double kMargin = 12.0;
constexpr double kCaption = 34.0;
constexpr double kFoot = 26.0;

bool isTokenKey(const QKeyEvent& event) {
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::AltModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return false;
    }
}

} // namespace

BlockMapView::BlockMapView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attention over the image"));
    setToolTip(tr("Each block has its own scale: its largest weight is yellow. A click makes a "
                  "token the one that asks; so do the arrow keys with Alt."));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BlockMapView::setScene(Scene scene) {
    m_scene = std::move(scene);
    m_heats.clear();
    for (runtime::TokenBlock& block : m_scene.blocks)
        if (!block.isSpatial) { // a row of tokens, whatever grid they are counted in
            block.columns = int(block.tokens());
            block.rows = 1;
        }
    for (const runtime::TokenBlock& block : m_scene.blocks) {
        if (m_scene.weights.empty()) {
            m_heats.emplace_back();
            continue;
        }
        const auto part = partOf(m_scene.weights, block);
        m_heats.push_back(m_scene.isDifference
                              ? differenceOver(part, block.rows, block.columns, largestOf(part))
                              : heatOver(part, block.rows, block.columns, largestOf(part)));
    }
    if (m_hover && m_hover->block >= m_scene.blocks.size())
        m_hover.reset();
    setAccessibleDescription(m_scene.caption);
    layOut();
    update();
}

void BlockMapView::layOut() {
    const QRectF area = QRectF(rect()).adjusted(kMargin, kCaption, -kMargin, -kFoot);
    m_places = placeBlocks(m_scene.blocks, area, fontMetrics().height() + 4.0);
}

BlockMapView::Hover BlockMapView::tokenAt(const QPointF& point) const {
    for (std::size_t i = 0; i < m_scene.blocks.size(); ++i) {
        const QRectF& grid = m_places[i].grid;
        if (grid.isEmpty() || !grid.contains(point))
            continue;
        const runtime::TokenBlock& block = m_scene.blocks[i];
        const int column = std::clamp(int((point.x() - grid.left()) / grid.width() * block.columns),
                                      0, block.columns - 1);
        const int row = std::clamp(int((point.y() - grid.top()) / grid.height() * block.rows), 0,
                                   block.rows - 1);
        return BlockToken{i, std::int64_t{row} * block.columns + column};
    }
    return std::nullopt;
}

QRectF BlockMapView::tokenRect(const BlockToken& token) const {
    const runtime::TokenBlock& block = m_scene.blocks[token.block];
    const QRectF& grid = m_places[token.block].grid;
    const double wide = grid.width() / block.columns;
    const double high = grid.height() / block.rows;
    return {grid.left() + wide * double(token.token % block.columns),
            grid.top() + high * double(token.token / block.columns), wide, high};
}

QString BlockMapView::hoverText() const {
    if (!m_hover)
        return {};
    const runtime::TokenBlock& block = m_scene.blocks[m_hover->block];
    const QString name = tokenName(block, m_hover->token);
    if (m_scene.weights.empty())
        return name;
    const double weight = double(m_scene.weights[std::size_t(block.first + m_hover->token)]);
    return tr("%1: %2").arg(name, weightText(weight));
}

void BlockMapView::paintBlock(QPainter& painter, std::size_t index) const {
    const runtime::TokenBlock& block = m_scene.blocks[index];
    const BlockPlace& place = m_places[index];
    if (block.isSpatial && !m_scene.picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place.grid, m_scene.picture);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    } else {
        painter.fillRect(place.grid, m_theme.color(ColorRole::Raised));
    }
    if (!m_heats[index].isNull())
        painter.drawImage(place.grid, m_heats[index]);
    QString text = blockName(block);
    if (!m_scene.weights.empty() && !m_scene.isDifference && place.label.width() > 90.0)
        text = tr("%1 · %2").arg(text, shareText(shareOfBlock(m_scene.weights, block)));
    if (!m_scene.weights.empty() && block.isSpatial && place.label.width() > 220.0)
        text = tr("%1 · largest %2")
                   .arg(text, weightText(double(largestOf(partOf(m_scene.weights, block)))));
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(
        place.label, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, int(place.label.width())));
}

void BlockMapView::paintCell(QPainter& painter, const BlockToken& token,
                             const QColor& color) const {
    const QRectF cell = tokenRect(token);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(cell);
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(cell);
}

void BlockMapView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Canvas));
    if (m_scene.blocks.empty() || !m_scene.message.isEmpty()) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(rect().adjusted(24, 40, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_scene.message);
    } else {
        for (std::size_t i = 0; i < m_scene.blocks.size(); ++i)
            paintBlock(painter, i);
        if (m_hover)
            paintCell(painter, *m_hover, m_theme.color(ColorRole::Text));
        if (m_scene.asking)
            paintCell(painter, *m_scene.asking, m_theme.color(ColorRole::Selection));
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(QRectF(kMargin, height() - kFoot, width() - 2 * kMargin, kFoot - 4),
                         Qt::AlignLeft | Qt::AlignVCenter, hoverText());
    }
    const bool isB = m_scene.badge == Side::B;
    paintCaption(painter, QRectF(rect()).adjusted(6, 6, -6, 0),
                 m_scene.badge ? (isB ? QStringLiteral("B") : QStringLiteral("A")) : QString(),
                 m_theme.color(isB ? ColorRole::B : ColorRole::A), m_scene.caption, m_theme);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void BlockMapView::resizeEvent(QResizeEvent*) {
    layOut();
}

void BlockMapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (const Hover token = tokenAt(event->position()))
        Q_EMIT tokenChosen(*token);
}

void BlockMapView::mouseMoveEvent(QMouseEvent* event) {
    const Hover now = tokenAt(event->position());
    if (now == m_hover)
        return;
    m_hover = now;
    update();
}

void BlockMapView::leaveEvent(QEvent*) {
    m_hover.reset();
    update();
}

bool BlockMapView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isTokenKey(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // else a shortcut of the window would have the key first
        return true;
    }
    return QWidget::event(event);
}

void BlockMapView::keyPressEvent(QKeyEvent* event) {
    if (!isTokenKey(*event) || !m_scene.asking)
        return QWidget::keyPressEvent(event);
    BlockToken next = *m_scene.asking;
    const int step =
        event->key() == Qt::Key_Home || event->key() == Qt::Key_Left || event->key() == Qt::Key_Up
            ? -1
            : 1;
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        const runtime::TokenBlock& from = m_scene.blocks[next.block];
        next.block =
            std::size_t(std::clamp(int(next.block) + step, 0, int(m_scene.blocks.size()) - 1));
        const runtime::TokenBlock& to = m_scene.blocks[next.block];
        const TokenRef place{0, from.rows, from.columns, next.token};
        const QPointF middle = place.share().center();
        next.token =
            std::int64_t{int(middle.y() * to.rows)} * to.columns + int(middle.x() * to.columns);
    } else {
        const runtime::TokenBlock& block = m_scene.blocks[next.block];
        const bool isUpright = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
        const std::int64_t row = std::clamp<std::int64_t>(
            next.token / block.columns + (isUpright ? step : 0), 0, block.rows - 1);
        const std::int64_t column = std::clamp<std::int64_t>(
            next.token % block.columns + (isUpright ? 0 : step), 0, block.columns - 1);
        next.token = row * block.columns + column;
    }
    if (next != *m_scene.asking)
        Q_EMIT tokenChosen(next);
}

} // namespace hierascope::widgets
