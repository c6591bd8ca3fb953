// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/level_card.h"

#include <algorithm>

#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kPadding = 10;
constexpr int kGap = 6;

/// The largest rectangle with the proportions of `size` in the middle of `area`.
QRect fitted(const QSize& size, const QRect& area) {
    QRect placed(QPoint(0, 0), size.scaled(area.size(), Qt::KeepAspectRatio));
    placed.moveCenter(area.center());
    return placed;
}

void paintPicture(QPainter& painter, const QImage& image, const QRect& area) {
    const QRect place = fitted(image.size(), area);
    const double pixels = place.width() * painter.device()->devicePixelRatioF();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, pixels < 2.0 * image.width());
    painter.drawImage(place, image);
}

} // namespace

LevelCard::LevelCard(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LevelCard::setLevel(const runtime::LevelReconstruction& level, const LevelPictures& pictures,
                         Side side) {
    m_picture = pictures.picture;
    m_residual = pictures.residual;
    m_level = level.level;
    m_side = side;
    m_psnrValue = level.psnrFull;
    m_title = levelTitle(level.level);
    const auto prefix = prefixOf(level.level);
    m_shortTitle = prefix ? tr("First %1").arg(*prefix)
                          : tr("%1 × %2").arg(level.level.rows).arg(level.level.columns);
    m_tokens = tokensText(level.level);
    m_psnr = decibelText(level.psnrFull);
    m_ownPsnr = decibelText(level.psnr);
    m_ssim = tr("SSIM %1").arg(ssimText(level.ssimFull, 2));
    m_values = tr("%1 values").arg(QLocale().toString(qlonglong{level.values}));
    m_bits = level.bits ? tr("%1 bits").arg(QLocale().toString(*level.bits, 'f', 0)) : QString();
    describe();
    update();
}

void LevelCard::setCompared(bool isComparing, const runtime::LevelReconstruction* level) {
    m_isComparing = isComparing;
    m_comparedPsnr = level != nullptr ? std::optional(level->psnrFull) : std::nullopt;
    describe();
    updateGeometry();
    update();
}

void LevelCard::setSelected(const std::vector<QRectF>& areas) {
    if (areas == m_selected)
        return;
    m_selected = areas;
    update();
}

void LevelCard::describe() {
    setAccessibleName(m_title);
    QString figures = tr("%1, PSNR %2, %3, %4 so far").arg(m_tokens, m_psnr, m_ssim, m_values);
    if (!m_bits.isEmpty())
        figures += QStringLiteral(", ") + m_bits;
    if (m_comparedPsnr)
        figures += tr(", the other side %1").arg(decibelText(*m_comparedPsnr));
    setAccessibleDescription(figures);
    setToolTip(tr("%1: %2, %3 × %4 pixels\n"
                  "PSNR %5 and %6 against the full image; PSNR %7 against the image at this size\n"
                  "%8 so far. Left: what this level reconstructs. Right: what it added.")
                   .arg(m_title, m_tokens)
                   .arg(m_level.width)
                   .arg(m_level.height)
                   .arg(m_psnr, m_ssim, m_ownPsnr, m_values));
}

int LevelCard::lines() const {
    return m_isComparing ? 3 : 2;
}

QSize LevelCard::sizeHint() const {
    return {190, 2 * kPadding + (1 + lines()) * fontMetrics().height() + 2 * kGap + 84};
}

QSize LevelCard::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(tr("SSIM 0.00")) + 2 * kPadding + 8,
            sizeHint().height()};
}

void LevelCard::paintFrame(QPainter& painter) const {
    const bool isCurrent = isChecked();
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorRole border = isCurrent                    ? ColorRole::A
                             : underMouse() || hasFocus() ? ColorRole::Secondary
                                                          : ColorRole::Border;
    painter.setPen(QPen(m_theme.color(border), isCurrent || hasFocus() ? 2.0 : 1.0));
    painter.setBrush(m_theme.color(isCurrent ? ColorRole::Raised : ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LevelCard::paintPictures(QPainter& painter, const QRect& area) const {
    const int half = (area.width() - kGap) / 2;
    const QRect left(area.left(), area.top(), half, area.height());
    const QRect right(area.right() - half + 1, area.top(), half, area.height());
    paintPicture(painter, m_picture, left);
    paintSelected(painter, fitted(m_picture.size(), left));
    if (!m_residual.isNull()) {
        paintPicture(painter, m_residual, right);
        return;
    }
    const QRect place = fitted(m_picture.size(), right);
    painter.fillRect(place, m_theme.color(ColorRole::Canvas));
    QFont small = font();
    small.setPointSizeF(8.0);
    painter.setFont(small);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    const QString word = tr("coarsest");
    const bool fits = painter.fontMetrics().horizontalAdvance(word) < place.width();
    painter.drawText(place, Qt::AlignCenter, fits ? word : tr("–"));
}

void LevelCard::paintSelected(QPainter& painter, const QRect& place) const {
    painter.setBrush(Qt::NoBrush);
    for (const QRectF& area : m_selected) {
        const QRectF frame(place.left() + area.left() * place.width(),
                           place.top() + area.top() * place.height(),
                           std::max(2.0, area.width() * place.width() - 1.0),
                           std::max(2.0, area.height() * place.height() - 1.0));
        painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
        painter.drawRect(frame);
        painter.setPen(QPen(m_theme.color(ColorRole::Selection), 1));
        painter.drawRect(frame);
    }
}

/// "B 17.25 dB", and by how much A is better.
void LevelCard::paintCompared(QPainter& painter, const QRect& row) const {
    const Side side = other(m_side);
    painter.setPen(m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B));
    const QString name = side == Side::A ? tr("A") : tr("B");
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
    const QRect rest = row.adjusted(fontMetrics().horizontalAdvance(name) + 6, 0, 0, 0);
    painter.setPen(m_theme.color(ColorRole::Text));
    if (!m_comparedPsnr) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, tr("no such level"));
        return;
    }
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, decibelText(*m_comparedPsnr));
    const double own = m_psnrValue;
    const double gain = m_side == Side::A ? own - *m_comparedPsnr : *m_comparedPsnr - own;
    painter.setPen(m_theme.color(ColorRole::Secondary));
    const QString number = signedText(gain, 2);
    const QString named = tr("A − B %1").arg(number);
    const bool fits =
        fontMetrics().horizontalAdvance(decibelText(*m_comparedPsnr) + named) + 10 <= rest.width();
    const bool hasRoom =
        fontMetrics().horizontalAdvance(decibelText(*m_comparedPsnr) + number) + 10 <= rest.width();
    if (hasRoom)
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, fits ? named : number);
}

void LevelCard::paintRow(QPainter& painter, const QRect& row, const QString& left,
                         const QString& right) const {
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, right);
}

void LevelCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setOpacity(isEnabled() ? 1.0 : 0.35); // of an image that is no longer shown large
    paintFrame(painter);
    const QRect inside = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int line = fontMetrics().height();
    const auto fits = [&](const QString& left, const QString& right) {
        return fontMetrics().horizontalAdvance(left + right) + 12 <= inside.width();
    };
    const QRect top(inside.left(), inside.top(), inside.width(), line);
    const QRect last(inside.left(), inside.bottom() - line + 1, inside.width(), line);
    const QRect values = m_isComparing ? last.translated(0, -line) : last;
    const QRect figures = values.translated(0, -line);
    // Measured with the same words on every card, so that all rungs look alike.
    const bool isWide = fits(tr("16 × 16"), tr("256 tokens")) && fits(m_shortTitle, m_tokens) &&
                        fits(m_psnr, m_ssim);
    const bool hasTitle = fits(tr("Scale 16 × 16"), tr("256 tokens")) && fits(m_title, m_tokens);
    painter.setFont(numberFont());
    paintRow(painter, top, hasTitle ? m_title : m_shortTitle, isWide ? m_tokens : QString());
    paintRow(painter, figures, m_psnr, isWide ? m_ssim : QString());
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(values, Qt::AlignLeft | Qt::AlignVCenter, isWide ? m_values : m_ssim);
    if (isWide && fits(m_values, m_bits))
        painter.drawText(values, Qt::AlignRight | Qt::AlignVCenter, m_bits);
    if (m_isComparing)
        paintCompared(painter, last);
    if (!isWide)
        painter.drawText(top.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, m_tokens);
    const int first = top.bottom() + 1 + kGap + (isWide ? 0 : line);
    paintPictures(painter,
                  QRect(inside.left(), first, inside.width(), figures.top() - kGap - first));
}

void LevelCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void LevelCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace hierascope::widgets
