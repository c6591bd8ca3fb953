// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/code_field.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/own_keys.h"
#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/state/view_state.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr double kMargin = 12.0;
constexpr double kCaption = 26.0;
constexpr double kLargestCell = 28.0;
constexpr double kReach = 12.0; // of a click in the map

} // namespace

CodeField::CodeField(const Theme& theme, ViewState& state, const CodebookState& codebook,
                     QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_codebook(codebook) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Codes"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

bool CodeField::isMap() const {
    const CodebookState::Vectors& vectors = m_codebook.at(Side::A).vectors;
    return m_codebook.choice().look == CodeLook::Map && vectors &&
           vectors->places.size() == 2 * m_order.size();
}

void CodeField::follow() {
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    m_order.clear();
    m_selected.clear();
    if (a.atlas) {
        m_order = sortedCodes(*a.atlas, m_codebook.choice());
        m_ranks.assign(m_order.size(), 0);
        for (std::size_t rank = 0; rank < m_order.size(); ++rank)
            m_ranks[std::size_t(m_order[rank])] = rank;
        const auto& counts = m_codebook.counts()->counts;
        m_most = std::max<std::int64_t>(1, *std::ranges::max_element(counts));
    }
    if (isMap()) {
        const std::vector<float>& places = a.vectors->places;
        QPointF low(places[0], places[1]);
        QPointF high = low;
        for (std::size_t i = 0; i < places.size(); i += 2) {
            low = {std::min<double>(low.x(), places[i]), std::min<double>(low.y(), places[i + 1])};
            high = {std::max<double>(high.x(), places[i]),
                    std::max<double>(high.y(), places[i + 1])};
        }
        m_bounds = QRectF(low, high);
    }
    if (const auto content = m_state.content())
        for (const TokenRef& token : m_state.choice().selection) {
            const auto& levels = content->reconstruction.pyramid.levels;
            if (token.level < int(levels.size()) &&
                token.token < std::int64_t(levels[std::size_t(token.level)].codes.size()))
                m_selected.insert(levels[std::size_t(token.level)].codes[std::size_t(token.token)]);
        }
    m_selected.erase(runtime::kNoCode);
    setAccessibleDescription(caption() + QLatin1Char('\n') + tipOf(m_codebook.choice().code));
    update();
}

QRectF CodeField::inside() const {
    return QRectF(rect()).adjusted(kMargin, kMargin + kCaption, -kMargin, -kMargin);
}

void CodeField::measureGrid(int& columns, double& side) const {
    const QRectF area = inside();
    const auto count = double(std::max<std::size_t>(1, m_order.size()));
    side = std::min(kLargestCell, std::sqrt(area.width() * area.height() / count));
    while (side > 1.0 && std::floor(area.width() / side) * std::floor(area.height() / side) < count)
        side *= 0.995;
    side = std::max(1.0, side > 4.0 ? std::floor(side) : side);
    columns = std::max(1, int(area.width() / side));
}

QRectF CodeField::place(std::size_t rank) const {
    const QRectF area = inside();
    if (!isMap()) {
        int columns = 1;
        double side = 1.0;
        measureGrid(columns, side);
        const int row = int(rank) / columns;
        return {area.left() + side * double(int(rank) % columns), area.top() + side * row, side,
                side};
    }
    const auto code = std::size_t(m_order[rank]);
    const std::vector<float>& places = m_codebook.at(Side::A).vectors->places;
    const double scale = std::min(area.width() / std::max(1e-9, m_bounds.width()),
                                  area.height() / std::max(1e-9, m_bounds.height())) *
                         0.96;
    const QPointF off = QPointF(places[2 * code], places[2 * code + 1]) - m_bounds.center();
    const std::int64_t count = m_codebook.counts()->counts[code];
    const double radius = 2.0 + 5.0 * std::log1p(double(count)) / std::log1p(double(m_most));
    const QPointF middle = area.center() + QPointF(off.x(), -off.y()) * scale;
    return {middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius};
}

QRectF CodeField::placeOf(std::int64_t code) const {
    return code >= 0 && code < std::int64_t(m_order.size()) ? place(m_ranks[std::size_t(code)])
                                                            : QRectF();
}

std::int64_t CodeField::codeAt(const QPointF& at) const {
    if (m_order.empty())
        return -1;
    if (!isMap()) {
        int columns = 1;
        double side = 1.0;
        measureGrid(columns, side);
        const QPointF off = at - inside().topLeft();
        const int column = int(std::floor(off.x() / side));
        const auto rank = std::int64_t(std::floor(off.y() / side)) * columns + column;
        const bool isThere =
            column >= 0 && column < columns && off.y() >= 0 && rank < std::int64_t(m_order.size());
        return isThere ? m_order[std::size_t(rank)] : -1;
    }
    std::int64_t best = -1;
    double nearest = kReach * kReach;
    for (std::size_t rank = 0; rank < m_order.size(); ++rank) {
        const QPointF off = place(rank).center() - at;
        const double square = QPointF::dotProduct(off, off);
        if (square < nearest) {
            nearest = square;
            best = m_order[rank];
        }
    }
    return best;
}

QString CodeField::tipOf(std::int64_t code) const {
    const runtime::CodeCounts* counts = m_codebook.counts();
    if (counts == nullptr || code < 0 || code >= std::int64_t(counts->counts.size()))
        return {};
    const auto count = counts->counts[std::size_t(code)];
    return count == 0 ? tr("Code %1: never used").arg(code)
                      : tr("Code %1: used %2×").arg(code).arg(locale().toString(qlonglong(count)));
}

QString CodeField::caption() const {
    const runtime::CodeCounts* counts = m_codebook.counts();
    if (counts == nullptr)
        return {};
    const auto size = std::int64_t(counts->counts.size());
    const QLocale locale;
    return tr("%1 codes · brighter: used more · crosses: never used (%2)")
        .arg(locale.toString(qlonglong(size)), locale.toString(qlonglong(size - counts->used)));
}

bool CodeField::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right}))
        return true;
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipOf(codeAt(help->pos())), this);
    return true;
}

void CodeField::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        pickCode(m_state, codeAt(event->position()));
}

void CodeField::keyPressEvent(QKeyEvent* event) {
    int columns = 1;
    double side = 1.0;
    measureGrid(columns, side);
    int by = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        by = -1;
        break;
    case Qt::Key_Right:
        by = 1;
        break;
    case Qt::Key_Up:
        by = -columns;
        break;
    case Qt::Key_Down:
        by = columns;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (m_order.empty())
        return;
    const std::int64_t code = m_codebook.choice().code;
    const bool isPicked = code >= 0 && code < std::int64_t(m_ranks.size());
    const std::int64_t rank = isPicked ? std::int64_t(m_ranks[std::size_t(code)]) + by : 0;
    if (rank >= 0 && rank < std::int64_t(m_order.size()))
        pickCode(m_state, m_order[std::size_t(rank)]);
}

void CodeField::paintCode(QPainter& painter, std::int32_t code, const QRectF& place) const {
    const std::int64_t count = m_codebook.counts()->counts[std::size_t(code)];
    const double gap = !isMap() && place.width() > 5.0 ? 0.5 : 0.0;
    const QRectF cell = place.adjusted(gap, gap, -gap, -gap);
    if (count == 0) {
        const QRectF cross = cell.adjusted(cell.width() / 4, cell.height() / 4, -cell.width() / 4,
                                           -cell.height() / 4);
        painter.setPen(QPen(m_theme.color(ColorRole::Bad), 1.0));
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
        return;
    }
    const double share = std::log1p(double(count)) / std::log1p(double(m_most));
    const QColor color = mappedColor(ColorMap::Magnitude, float(share));
    if (!isMap()) {
        painter.fillRect(cell, color);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(cell);
}

void CodeField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_theme.color(hasFocus() ? ColorRole::Focus : ColorRole::Border));
    painter.setBrush(m_theme.color(ColorRole::Canvas));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const auto* counts = m_codebook.counts();
    if (m_order.empty() || counts == nullptr || counts->counts.size() < m_order.size())
        return; // what there is to count has just changed
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(QRectF(kMargin, 6, width() - 2 * kMargin, kCaption),
                     Qt::AlignLeft | Qt::AlignVCenter, caption());
    painter.setRenderHint(QPainter::Antialiasing, isMap());
    for (std::size_t rank = m_order.size(); rank-- > 0;) // the most used lie on top
        paintCode(painter, m_order[rank], place(rank));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](std::int64_t code, double wide, double out) {
        const QRectF at = placeOf(code).adjusted(-out, -out, out, out);
        painter.setPen(QPen(m_theme.color(ColorRole::Canvas), wide + 2.0));
        painter.drawRect(at);
        painter.setPen(QPen(m_theme.color(ColorRole::Selection), wide));
        painter.drawRect(at);
    };
    for (const std::int64_t code : m_selected)
        if (code != m_codebook.choice().code)
            frame(code, 1.0, 0.5);
    if (!placeOf(m_codebook.choice().code).isEmpty())
        frame(m_codebook.choice().code, 2.5, 2.0);
}

} // namespace hierascope::widgets
