// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_key.h"

#include <algorithm>
#include <utility>

#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"

#include <QLocale>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kRow = 22;
constexpr int kMostRows = 24; // a key of more is a list nobody reads
constexpr int kRamp = 44;

} // namespace

MapKey::MapKey(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Key of the colours"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MapKey::setColoring(std::shared_ptr<const MapColoring> coloring) {
    m_coloring = std::move(coloring);
    QStringList names;
    if (m_coloring)
        for (const MapColoring::Entry& entry : m_coloring->entries)
            names << entry.name;
    setAccessibleDescription(names.mid(0, kMostRows).join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int MapKey::rows() const {
    return m_coloring ? std::min(int(m_coloring->entries.size()), kMostRows + 1) : 0;
}

QSize MapKey::sizeHint() const {
    if (!m_coloring || !m_coloring->isThere)
        return {240, kRow};
    return {240, m_coloring->isOrdered ? kRamp : std::max(1, rows()) * kRow};
}

void MapKey::paintEvent(QPaintEvent*) {
    if (!m_coloring)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    if (!m_coloring->isThere) {
        painter.drawText(rect(), Qt::AlignVCenter, tr("These points have none"));
        return;
    }
    if (m_coloring->isOrdered) {
        const QRect bar(0, 4, width(), 12);
        for (int x = 0; x < bar.width(); ++x) {
            const auto steps = double(m_coloring->palette.size() - 2);
            const auto at = std::size_t(1.0 + steps * double(x) / std::max(1, bar.width() - 1));
            painter.fillRect(bar.left() + x, bar.top(), 1, bar.height(),
                             QColor(m_coloring->palette[at]));
        }
        const QRect below(0, 20, width(), 22);
        painter.setFont(numberFont());
        painter.drawText(below, Qt::AlignLeft, QLocale().toString(m_coloring->low, 'g', 3));
        painter.drawText(below, Qt::AlignRight, QLocale().toString(m_coloring->high, 'g', 3));
        return;
    }
    for (int row = 0; row < rows(); ++row) {
        const QRect line(0, row * kRow, width(), kRow);
        if (row == kMostRows) {
            painter.setPen(m_theme.color(ColorRole::Secondary));
            painter.drawText(line, Qt::AlignVCenter,
                             tr("and %1 more").arg(int(m_coloring->entries.size()) - kMostRows));
            return;
        }
        const MapColoring::Entry& entry = m_coloring->entries[std::size_t(row)];
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(entry.color));
        painter.drawEllipse(QPointF(6.0, line.center().y() + 0.5), 5.0, 5.0);
        const QString count = countText(entry.count);
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.setFont(numberFont());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
        const int countWidth = painter.fontMetrics().horizontalAdvance(count) + 12;
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.setFont(font());
        const QRect place = line.adjusted(20, 0, -countWidth, 0);
        painter.drawText(
            place, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(entry.name, Qt::ElideRight, place.width()));
    }
}

} // namespace hierascope::widgets
