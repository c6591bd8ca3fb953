// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/log_delegate.h"

#include "widgets/common/theme.h"
#include "widgets/shell/log_model.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kPadding = 8;
constexpr int kTimeLetters = 14;
constexpr int kLevelLetters = 9;
constexpr int kAreaLetters = 14;

ColorRole roleOf(log::Level level) {
    switch (level) {
    case log::Level::Debug:
        return ColorRole::Secondary;
    case log::Level::Info:
        return ColorRole::Text;
    case log::Level::Warning:
        return ColorRole::Warning;
    case log::Level::Error:
        return ColorRole::Bad;
    }
    return ColorRole::Text;
}

} // namespace

LogDelegate::LogDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, option.fontMetrics.height() + 4};
}

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, m_theme.color(ColorRole::Window));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          m_theme.color(ColorRole::A));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(m_theme.color(ColorRole::Focus));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->setFont(option.font);
    QRect place = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto draw = [&](const QString& text, ColorRole role) {
        painter->setPen(m_theme.color(role));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
    };
    const auto drawColumn = [&](const QString& text, ColorRole role, int letters) {
        const QRect rest = place;
        const int width = letters * option.fontMetrics.averageCharWidth();
        place.setWidth(width - option.fontMetrics.averageCharWidth());
        draw(text, role);
        place = rest.adjusted(width, 0, 0, 0);
    };
    const auto level = log::Level(index.data(LogModel::LevelRole).toInt());
    const QTime time = index.data(LogModel::TimeRole).toDateTime().time();
    drawColumn(time.toString(QStringLiteral("HH:mm:ss.zzz")), ColorRole::Secondary, kTimeLetters);
    drawColumn(levelWord(level), roleOf(level), kLevelLetters);
    drawColumn(index.data(LogModel::AreaRole).toString(), ColorRole::Secondary, kAreaLetters);
    draw(index.data(LogModel::TextRole).toString().simplified(), ColorRole::Text);
    painter->restore();
}

} // namespace hierascope::widgets
