// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/strip_figure.h"

#include <algorithm>

#include "widgets/common/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kMostInARow = 16;
constexpr int kGap = 12;

} // namespace

StripStyle stripStyle(const Theme& theme, int scale) {
    return {scale, numberFont(9), theme.color(ColorRole::Window), theme.color(ColorRole::Text),
            theme.color(ColorRole::Secondary)};
}

QImage paintStrip(const std::vector<StripStep>& steps, const StripStyle& style) {
    if (steps.empty())
        return {};
    const QFontMetrics metrics(style.font);
    const QSize picture = steps.front().picture.size() * style.scale;
    int words = 0;
    for (const StripStep& step : steps)
        words = std::max(
            {words, metrics.horizontalAdvance(step.title), metrics.horizontalAdvance(step.tokens)});
    const int width = std::max(picture.width(), words);
    const int height = picture.height() + 2 * metrics.height() + 6;
    const int columns = std::min(int(steps.size()), kMostInARow);
    const int rows = (int(steps.size()) + columns - 1) / columns;
    QImage figure(columns * (width + kGap) + kGap, rows * (height + kGap) + kGap,
                  QImage::Format_RGB32);
    figure.fill(style.background);
    QPainter painter(&figure);
    painter.setFont(style.font);
    for (int i = 0; i < int(steps.size()); ++i) {
        const StripStep& step = steps[std::size_t(i)];
        const QPoint corner(kGap + i % columns * (width + kGap),
                            kGap + i / columns * (height + kGap));
        painter.drawImage(
            corner, step.picture.scaled(picture, Qt::IgnoreAspectRatio, Qt::FastTransformation));
        QRect line(corner + QPoint(0, picture.height() + 4), QSize(width, metrics.height()));
        painter.setPen(style.text);
        painter.drawText(line, Qt::AlignLeft, step.title);
        painter.setPen(style.secondary);
        painter.drawText(line.translated(0, metrics.height()), Qt::AlignLeft, step.tokens);
    }
    return figure;
}

} // namespace hierascope::widgets
