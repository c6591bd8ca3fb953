// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/branch_node.h"

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace hierascope::widgets {

BranchNode::BranchNode(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(kWidth, kHeight);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BranchNode::setNode(const TreeNode& node, const Look& look) {
    m_node = node;
    m_look = look;
    setAccessibleName(look.title.isEmpty() ? look.step : tr("%1, %2").arg(look.title, look.step));
    QString tip = tr("Show this branch at this step; Delete removes the branch");
    if (node.isFork)
        tip = tr("A branch begins here.") + QLatin1Char('\n') + tip;
    setToolTip(tip);
    setAccessibleDescription(tip);
    update();
}

bool BranchNode::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Delete,
                         Qt::Key_Return, Qt::Key_Enter}))
        return true;
    return QAbstractButton::event(event);
}

void BranchNode::keyPressEvent(QKeyEvent* event) {
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QAbstractButton::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moveWanted(-1, 0);
        return;
    case Qt::Key_Right:
        Q_EMIT moveWanted(1, 0);
        return;
    case Qt::Key_Up:
        Q_EMIT moveWanted(0, -1);
        return;
    case Qt::Key_Down:
        Q_EMIT moveWanted(0, 1);
        return;
    case Qt::Key_Delete:
        Q_EMIT removeWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return click();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void BranchNode::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_look.picture.width() > kPicture);
    const QRectF picture((kWidth - kPicture) / 2.0, 4, kPicture, kPicture);
    if (m_look.picture.isNull())
        painter.fillRect(picture, m_theme.color(ColorRole::Canvas));
    else
        painter.drawImage(picture, m_look.picture);
    painter.setBrush(Qt::NoBrush);
    const ColorRole border = m_look.isShown ? ColorRole::A
                             : underMouse() ? ColorRole::Secondary
                                            : ColorRole::Border;
    const double line = m_look.isCurrent ? 3.0 : 1.5;
    painter.setPen(
        QPen(m_theme.color(border), line, m_look.picture.isNull() ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(picture.adjusted(-1, -1, 1, 1), 3, 3);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRoundedRect(picture.adjusted(-3.5, -3, 3.5, 3.5), 5, 5);
    }
    if (m_node.isFork) { // where other lines leave
        painter.setPen(QPen(m_theme.color(ColorRole::Panel), 2));
        painter.setBrush(m_theme.color(ColorRole::Selection));
        painter.drawEllipse(QPointF(picture.right() + 1, picture.center().y()), 5.5, 5.5);
    }
    painter.setFont(numberFont(8));
    const int height = painter.fontMetrics().height();
    QRectF words(0, picture.bottom() + 4, kWidth, height);
    const auto write = [&](const QString& text, ColorRole role) {
        painter.setPen(m_theme.color(role));
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, kWidth - 2));
        words.translate(0, height - 1);
    };
    if (!m_look.title.isEmpty())
        write(m_look.title, ColorRole::Text);
    write(m_look.step, ColorRole::Secondary);
}

} // namespace hierascope::widgets
