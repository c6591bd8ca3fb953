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

void LevelCard::setLevel(const runtime::LevelReconstruction& level, const LevelPictures& pictures) {
    m_pictures = pictures;
    m_title = levelTitle(level.level);
    m_shortTitle = tr("%1 × %2").arg(level.level.rows).arg(level.level.columns);
    m_tokens = tokensText(level.level);
    m_psnr = decibelText(level.psnrFull);
    m_ssim = tr("SSIM %1").arg(ssimText(level.ssimFull, 2));
    m_values = tr("%1 values").arg(QLocale().toString(qlonglong{level.values}));
    setAccessibleName(m_title);
    setAccessibleDescription(
        tr("%1, PSNR %2, %3, %4 so far").arg(m_tokens, m_psnr, m_ssim, m_values));
    setToolTip(tr("%1: %2, %3 × %4 pixels\n"
                  "PSNR %5 and %6 against the full image; PSNR %7 against the image at this size\n"
                  "%8 so far. Left: what this level reconstructs. Right: what it added.")
                   .arg(m_title, m_tokens)
                   .arg(level.level.width)
                   .arg(level.level.height)
                   .arg(m_psnr, m_ssim, decibelText(level.psnr), m_values));
    update();
}

QSize LevelCard::sizeHint() const {
    return {190, 2 * kPadding + 3 * fontMetrics().height() + 2 * kGap + 84};
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
    paintPicture(painter, m_pictures.picture, left);
    if (!m_pictures.residual.isNull()) {
        paintPicture(painter, m_pictures.residual, right);
        return;
    }
    const QRect place = fitted(m_pictures.picture.size(), right);
    painter.fillRect(place, m_theme.color(ColorRole::Canvas));
    QFont small = font();
    small.setPointSizeF(8.0);
    painter.setFont(small);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    const QString word = tr("coarsest");
    const bool fits = painter.fontMetrics().horizontalAdvance(word) < place.width();
    painter.drawText(place, Qt::AlignCenter, fits ? word : tr("–"));
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
    paintFrame(painter);
    const QRect inside = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int line = fontMetrics().height();
    const auto fits = [&](const QString& left, const QString& right) {
        return fontMetrics().horizontalAdvance(left + right) + 12 <= inside.width();
    };
    const QRect top(inside.left(), inside.top(), inside.width(), line);
    const QRect values(inside.left(), inside.bottom() - line + 1, inside.width(), line);
    const QRect figures = values.translated(0, -line);
    // Measured with the same words on every card, so that all rungs look alike.
    const bool isWide = fits(tr("Scale 16 × 16"), tr("256 tokens")) && fits(m_title, m_tokens) &&
                        fits(m_psnr, m_ssim);
    painter.setFont(numberFont());
    paintRow(painter, top, isWide ? m_title : m_shortTitle, isWide ? m_tokens : QString());
    paintRow(painter, figures, m_psnr, isWide ? m_ssim : QString());
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(values, Qt::AlignLeft | Qt::AlignVCenter, isWide ? m_values : m_ssim);
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
