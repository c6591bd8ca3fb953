// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/ladder_figure.h"

#include <algorithm>

#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LadderFigure)
};

/// Places and sizes of one figure; everything grows with its width.
class Figure {
public:
    Figure(const std::vector<FigureLadder>& ladders, const FigureStyle& style)
        : m_ladders(ladders), m_style(style), m_unit(style.width / 100.0) {
        for (const FigureLadder& ladder : ladders)
            m_columns = std::max(m_columns, int(ladder.content->levels.size()));
        m_font = style.font;
        m_font.setPixelSize(std::max(8, int(m_unit * 0.9)));
        m_line = int(QFontMetrics(m_font).height() * 1.25);
        m_margin = int(m_unit * 1.5);
        m_gap = int(m_unit);
        const int room = style.width - 2 * m_margin - (m_columns - 1) * m_gap;
        m_cell = std::min(room / m_columns, style.width / 4);
    }

    QImage paint() {
        QImage image(m_style.width, height(), QImage::Format_RGB32);
        image.fill(m_style.background);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(m_font);
        int top = m_margin;
        for (const FigureLadder& ladder : m_ladders)
            top = paintLadder(painter, ladder, top);
        return image;
    }

private:
    static bool hasResiduals(const FigureLadder& ladder) {
        return ladder.content->levels.size() > 1;
    }
    int blockHeight(const FigureLadder& ladder) const {
        const int residuals = hasResiduals(ladder) ? m_cell + m_gap : 0;
        return 2 * m_line + m_cell + residuals + 4 * m_line + m_margin;
    }
    int height() const {
        int sum = m_margin;
        for (const FigureLadder& ladder : m_ladders)
            sum += blockHeight(ladder);
        return sum;
    }
    /// A level stands under the first ladder's level of the same grid, else in its own place.
    int columnOf(const runtime::LevelInfo& level, int index) const {
        const auto& first = m_ladders.front().content->levelInfos;
        for (std::size_t i = 0; i < first.size(); ++i)
            if (first[i].rows == level.rows && first[i].columns == level.columns)
                return int(i);
        return index;
    }

    int paintLadder(QPainter& painter, const FigureLadder& ladder, int top) {
        paintTitle(painter, ladder, top);
        for (std::size_t i = 0; i < ladder.content->levels.size(); ++i) {
            const int column = columnOf(ladder.content->levelInfos[i], int(i));
            paintLevel(painter, ladder, i,
                       {m_margin + column * (m_cell + m_gap), top + 2 * m_line});
        }
        return top + blockHeight(ladder);
    }

    void paintTitle(QPainter& painter, const FigureLadder& ladder, int top) {
        const QRect row(m_margin, top, m_style.width - 2 * m_margin, m_line);
        const QColor color = ladder.side == Side::A ? m_style.a : m_style.b;
        int left = row.left();
        if (ladder.hasBadge) {
            const QRect badge(left, top, int(m_line * 1.2), m_line);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawRoundedRect(badge, m_unit * 0.3, m_unit * 0.3);
            painter.setPen(inkOn(color));
            painter.drawText(badge, Qt::AlignCenter,
                             ladder.side == Side::A ? Words::tr("A") : Words::tr("B"));
            left = badge.right() + m_gap;
        }
        painter.setPen(m_style.text);
        painter.drawText(QRect(left, top, row.right() - left, m_line),
                         Qt::AlignVCenter | Qt::AlignLeft, ladder.title);
        if (hasResiduals(ladder))
            paintKey(painter, ladder.content->residualLimit, row);
    }

    void paintKey(QPainter& painter, float limit, const QRect& row) {
        const QString number = QLocale().toString(double(limit), 'g', 3);
        const QString right = QStringLiteral("+") + number;
        const QString left = Words::tr("Residual  −%1").arg(number);
        const QFontMetrics metrics(m_font);
        painter.setPen(m_style.secondary);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, right);
        const int width = int(m_unit * 6);
        const int x = row.right() - metrics.horizontalAdvance(right) - m_gap / 2 - width;
        for (int i = 0; i < width; ++i)
            painter.fillRect(x + i, row.center().y() - m_line / 4, 1, m_line / 2,
                             QColor(mappedColor(ColorMap::Diverging,
                                                2.0F * float(i) / float(width - 1) - 1.0F)));
        painter.drawText(QRect(row.left(), row.top(), x - m_gap / 2 - row.left(), row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, left);
    }

    void paintLevel(QPainter& painter, const FigureLadder& ladder, std::size_t index,
                    const QPoint& corner) {
        const LevelPictures& pictures = ladder.content->levels[index];
        const runtime::LevelReconstruction& level = ladder.content->reconstruction.levels[index];
        QRect place(corner, QSize(m_cell, m_cell));
        paintPicture(painter, pictures.picture, place);
        if (hasResiduals(ladder)) {
            place.translate(0, m_cell + m_gap);
            paintResidual(painter, pictures.residual, place);
        }
        paintFigures(painter, level, {place.left(), place.bottom() + m_gap / 2, m_cell, m_line});
    }

    void paintResidual(QPainter& painter, const QImage& residual, const QRect& place) {
        if (!residual.isNull())
            return paintPicture(painter, residual, place);
        painter.setPen(m_style.secondary);
        painter.drawText(place, Qt::AlignCenter, Words::tr("coarsest"));
    }

    void paintFigures(QPainter& painter, const runtime::LevelReconstruction& level, QRect line) {
        QStringList lines{levelTitle(level.level) + QStringLiteral("  ·  ") +
                              tokensText(level.level),
                          decibelText(level.psnrFull) + QStringLiteral("  ·  ") +
                              Words::tr("SSIM %1").arg(ssimText(level.ssimFull, 3)),
                          Words::tr("%1 values").arg(QLocale().toString(qlonglong{level.values}))};
        if (level.bits)
            lines.last() += QStringLiteral("  ·  ") +
                            Words::tr("%1 bits").arg(QLocale().toString(*level.bits, 'f', 0));
        for (const QString& text : lines) {
            painter.setPen(text == lines.first() ? m_style.text : m_style.secondary);
            painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(m_font).elidedText(text, Qt::ElideRight, m_cell));
            line.translate(0, m_line);
        }
    }

    /// Sharp squares where a picture is enlarged, smooth where it is reduced.
    static void paintPicture(QPainter& painter, const QImage& image, const QRect& place) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < image.width());
        painter.drawImage(place, image);
    }

    const std::vector<FigureLadder>& m_ladders;
    const FigureStyle& m_style;
    double m_unit; ///< a hundredth of the width
    QFont m_font;
    int m_columns = 1;
    int m_line = 0;
    int m_margin = 0;
    int m_gap = 0;
    int m_cell = 0;
};

} // namespace

FigureStyle figureStyle(const Theme& theme, int width) {
    return {width,
            windowFont(),
            theme.color(ColorRole::Panel),
            theme.color(ColorRole::Text),
            theme.color(ColorRole::Secondary),
            theme.color(ColorRole::A),
            theme.color(ColorRole::B)};
}

std::vector<FigureLadder> figureLadders(const ViewState& state) {
    std::vector<FigureLadder> ladders;
    for (const Side side : kSides) {
        const auto content = state.content(side);
        if (!content || (side == Side::B && !state.hasB()))
            continue;
        const Subject& subject = state.contentSubject(side);
        ladders.push_back(
            {side, state.hasB(),
             fileNameOf(subject.model) + QStringLiteral("  ·  ") + fileNameOf(subject.image),
             content});
    }
    return ladders;
}

QImage paintLadderFigure(const std::vector<FigureLadder>& ladders, const FigureStyle& style) {
    return ladders.empty() ? QImage() : Figure(ladders, style).paint();
}

} // namespace hierascope::widgets
