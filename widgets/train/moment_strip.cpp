// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/moment_strip.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/sample_shelf.h"
#include "widgets/state/view_state.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr int kHeight = SampleShelf::kSide + 50;

/// A step whose checkpoint is gone has a picture that is as good as any.
QIcon sameIcon(const QImage& picture) {
    const QPixmap pixmap = QPixmap::fromImage(picture);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Disabled);
    return icon;
}

} // namespace

MomentStrip::MomentStrip(const Theme& theme, ViewState& state, SampleShelf& shelf, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_state(state), m_shelf(shelf) {
    auto* content = new QWidget(this);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    m_row->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(kHeight);
    setAccessibleName(tr("Checkpoints"));
    connect(&shelf, &SampleShelf::ready, this, &MomentStrip::follow);
    connect(&state, &ViewState::choiceChanged, this, &MomentStrip::follow);
    connect(&theme, &Theme::changed, this, &MomentStrip::follow);
}

QToolButton* MomentStrip::makeButton() {
    auto* button = new QToolButton(widget());
    const std::size_t index = m_buttons.size();
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({SampleShelf::kSide, SampleShelf::kSide});
    button->setFixedSize(SampleShelf::kSide + 14, kHeight - 12);
    m_row->insertWidget(int(index), button);
    connect(button, &QToolButton::clicked, this, [this, index] {
        const bool isB = QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
        if (index < m_moments.size() && !m_moments[index].checkpoint.isEmpty())
            Q_EMIT checkpointChosen(m_moments[index].checkpoint, isB);
    });
    m_buttons.push_back(button);
    return button;
}

void MomentStrip::setMoments(const std::vector<RunMoment>& moments) {
    if (moments == m_moments)
        return;
    const QScrollBar* bar = horizontalScrollBar();
    const bool wasAtEnd = bar->value() == bar->maximum();
    m_moments = moments;
    while (m_buttons.size() < moments.size())
        makeButton();
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(i < moments.size());
    follow();
    if (wasAtEnd)
        QMetaObject::invokeMethod(
            this, [this] { horizontalScrollBar()->setValue(horizontalScrollBar()->maximum()); },
            Qt::QueuedConnection);
}

void MomentStrip::follow() {
    for (std::size_t i = 0; i < m_moments.size(); ++i)
        showMoment(i);
}

void MomentStrip::showMoment(std::size_t index) {
    const RunMoment& moment = m_moments[index];
    QToolButton* button = m_buttons[index];
    const QImage picture = m_shelf.picture(moment.sample);
    if (picture.isNull())
        button->setIcon(tintedPixmap(QStringLiteral("train"), m_theme.color(ColorRole::Disabled),
                                     32, devicePixelRatioF()));
    else
        button->setIcon(sameIcon(picture));
    const ViewChoice& choice = m_state.choice();
    QString text = countText(moment.step);
    const bool isKept = !moment.checkpoint.isEmpty();
    if (isKept && moment.checkpoint == choice.a.model)
        text = tr("%1 · A").arg(text);
    else if (isKept && moment.checkpoint == choice.b.model)
        text = tr("%1 · B").arg(text);
    button->setText(text);
    button->setEnabled(isKept);
    button->setAccessibleName(tr("Step %1").arg(countText(moment.step)));
    button->setToolTip(isKept ? tr("Click: this checkpoint becomes A. Alt+click: it becomes B.")
                              : tr("The pictures of this step; its checkpoint was not kept."));
    button->setAccessibleDescription(button->toolTip());
}

} // namespace hierascope::widgets
