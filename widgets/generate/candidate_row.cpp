// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/candidate_row.h"

#include "widgets/common/theme.h"
#include "widgets/generate/generation_text.h"

#include <QPainter>

namespace hierascope::widgets {

CandidateRow::CandidateRow(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CandidateRow::setCandidate(std::int64_t code, float probability, bool isChosen) {
    m_code = code;
    m_probability = probability;
    setEnabled(!isChosen);
    setToolTip(isChosen ? tr("The code that stands there")
                        : tr("Put code %1 there, and go on behind its step as a branch").arg(code));
    setAccessibleName(tr("Code %1, %2").arg(code).arg(percentText(probability)));
    setAccessibleDescription(toolTip());
    update();
}

void CandidateRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    const bool isActive = isEnabled() && (underMouse() || hasFocus());
    const ColorRole border = hasFocus() ? ColorRole::Focus
                             : isActive ? ColorRole::Secondary
                                        : ColorRole::Border;
    painter.setPen(m_theme.color(border));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(frame, 4, 4);
    QColor bar = m_theme.color(isEnabled() ? ColorRole::A : ColorRole::Secondary);
    bar.setAlphaF(0.28F);
    QRectF part = frame.adjusted(1, 1, -1, -1);
    part.setWidth(part.width() * double(m_probability));
    painter.fillRect(part, bar);
    painter.setFont(numberFont());
    const QRectF words = frame.adjusted(8, 0, -8, 0);
    painter.setPen(m_theme.color(ColorRole::Text));
    const QString code = QString::number(m_code);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     isEnabled() ? code : tr("%1 · stands there").arg(code));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, percentText(m_probability));
}

} // namespace hierascope::widgets
