// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/moment_strip.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/sample_shelf.h"
#include "widgets/state/view_state.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kPictureHeight = SampleShelf::kSide + 28;
constexpr int kSideHeight = 24;
constexpr int kBarHeight = 14; // of the scroll bar, which must hide nothing
constexpr int kHeight = kPictureHeight + kSideHeight + kBarHeight;

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
    content->setAutoFillBackground(false);
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
    m_original = makeItem();
    m_original.picture->setText(tr("original"));
    m_original.picture->setAccessibleName(tr("Original"));
    m_original.picture->setToolTip(tr("The picture of the probe set as it is"));
    m_original.picture->setEnabled(false);
    m_original.a->hide();
    m_original.b->hide();
    m_original.panel->hide();
    connect(&shelf, &SampleShelf::ready, this, &MomentStrip::follow);
    connect(&state, &ViewState::choiceChanged, this, &MomentStrip::follow);
    connect(&theme, &Theme::changed, this, &MomentStrip::follow);
}

QToolButton* MomentStrip::makeSideButton(std::size_t index, bool isB, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(isB ? QStringLiteral("B") : QStringLiteral("A"));
    button->setProperty("role", QStringLiteral("segment"));
    button->setCheckable(true);
    button->setFixedHeight(kSideHeight);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this, [this, index, isB] {
        choose(index, isB);
        showMoment(index);
    });
    return button;
}

MomentStrip::Item MomentStrip::makeItem() {
    const std::size_t index = m_items.size();
    Item item;
    item.panel = new QWidget(widget());
    item.picture = new QToolButton(item.panel);
    item.picture->setProperty("role", QStringLiteral("quiet"));
    item.picture->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    item.picture->setIconSize({SampleShelf::kSide, SampleShelf::kSide});
    item.picture->setFixedSize(SampleShelf::kSide + 14, kPictureHeight);
    item.a = makeSideButton(index, false, item.panel);
    item.b = makeSideButton(index, true, item.panel);
    auto* sides = new QHBoxLayout;
    sides->setContentsMargins(7, 0, 7, 0);
    sides->setSpacing(4);
    sides->addWidget(item.a);
    sides->addWidget(item.b);
    auto* column = new QVBoxLayout(item.panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(item.picture);
    column->addLayout(sides);
    column->addStretch();
    connect(item.picture, &QToolButton::clicked, this, [this, index] {
        choose(index, QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier));
    });
    m_row->insertWidget(m_row->count() - 1, item.panel);
    return item;
}

void MomentStrip::choose(std::size_t index, bool isB) {
    if (index < m_moments.size() && !m_moments[index].checkpoint.isEmpty())
        Q_EMIT checkpointChosen(m_moments[index].checkpoint, isB);
}

void MomentStrip::setMoments(const std::vector<RunMoment>& moments) {
    if (moments == m_moments)
        return;
    const QScrollBar* bar = horizontalScrollBar();
    const bool wasAtEnd = bar->value() == bar->maximum();
    m_moments = moments;
    while (m_items.size() < moments.size())
        m_items.push_back(makeItem());
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i].panel->setVisible(i < moments.size());
    m_probe = std::clamp(m_probe, 0, std::max(0, probes() - 1));
    follow();
    Q_EMIT probeChanged();
    if (wasAtEnd)
        QMetaObject::invokeMethod(
            this, [this] { horizontalScrollBar()->setValue(horizontalScrollBar()->maximum()); },
            Qt::QueuedConnection);
}

int MomentStrip::probes() const {
    qsizetype most = 0;
    for (const RunMoment& moment : m_moments)
        most = std::max(most, moment.samples.size());
    return int(most);
}

void MomentStrip::setProbe(int probe) {
    const int inside = std::clamp(probe, 0, std::max(0, probes() - 1));
    if (inside == m_probe)
        return;
    m_probe = inside;
    follow();
    Q_EMIT probeChanged();
}

void MomentStrip::follow() {
    showOriginal();
    for (std::size_t i = 0; i < m_moments.size(); ++i)
        showMoment(i);
}

/// The trainer puts the original to the left of what the model makes of it.
QImage MomentStrip::picture(const RunMoment& moment, bool isOriginal) {
    const QImage pair = m_shelf.picture(moment.samples.value(m_probe));
    if (pair.width() != 2 * pair.height())
        return isOriginal ? QImage() : pair;
    return pair.copy(isOriginal ? 0 : pair.height(), 0, pair.height(), pair.height());
}

void MomentStrip::showOriginal() {
    const auto shown = std::ranges::find_if(
        m_moments, [this](const RunMoment& moment) { return moment.samples.size() > m_probe; });
    const QImage original = shown == m_moments.end() ? QImage() : picture(*shown, true);
    m_original.panel->setVisible(!original.isNull());
    if (!original.isNull())
        m_original.picture->setIcon(sameIcon(original));
}

void MomentStrip::showMoment(std::size_t index) {
    const RunMoment& moment = m_moments[index];
    const Item& item = m_items[index];
    const QImage sample = picture(moment, false);
    if (sample.isNull())
        item.picture->setIcon(tintedPixmap(
            QStringLiteral("train"), m_theme.color(ColorRole::Disabled), 32, devicePixelRatioF()));
    else
        item.picture->setIcon(sameIcon(sample));
    const ViewChoice& choice = m_state.choice();
    const bool isKept = !moment.checkpoint.isEmpty();
    const bool isA = isKept && moment.checkpoint == choice.a.model;
    const bool isB = isKept && moment.checkpoint == choice.b.model;
    const QString step = countText(moment.step);
    item.picture->setText(isA ? tr("%1 · A").arg(step) : isB ? tr("%1 · B").arg(step) : step);
    item.picture->setEnabled(isKept);
    item.picture->setAccessibleName(tr("Step %1").arg(step));
    item.picture->setToolTip(isKept
                                 ? tr("Click: this checkpoint becomes A. Alt+click: it becomes B.")
                                 : tr("The picture at this step; its checkpoint was not kept."));
    item.picture->setAccessibleDescription(item.picture->toolTip());
    for (const bool second : {false, true}) {
        QToolButton* button = second ? item.b : item.a;
        button->setVisible(isKept);
        button->setChecked(second ? isB : isA);
        button->setToolTip(second ? tr("The checkpoint of step %1 becomes B").arg(step)
                                  : tr("The checkpoint of step %1 becomes A").arg(step));
        button->setAccessibleName(button->toolTip());
    }
}

} // namespace hierascope::widgets
