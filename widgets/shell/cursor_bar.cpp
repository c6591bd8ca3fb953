// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/cursor_bar.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kPlayStep{700};

qint64 stepOf(const QString& checkpoint) {
    return fileNameOf(checkpoint).section(QLatin1Char('-'), -1).toLongLong();
}

QString stepText(const QString& checkpoint) {
    return CursorBar::tr("step %1").arg(QLocale().toString(stepOf(checkpoint)));
}

/// One that a training took away meanwhile stands where it was.
int nearestCheckpoint(const QStringList& steps, const QString& checkpoint) {
    const auto distance = [at = stepOf(checkpoint)](const QString& path) {
        return std::abs(stepOf(path) - at);
    };
    return int(std::ranges::min_element(steps, {}, distance) - steps.begin());
}

} // namespace

CursorBar::CursorBar(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_playButton(new QToolButton(this)) {
    setObjectName(QStringLiteral("cursorBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_level = makeCursor(QStringLiteral("level"), tr("Level"),
                         tr("The level that every view shows (Left and Right)"));
    m_checkpoint = makeCursor(QStringLiteral("checkpoint"), tr("Checkpoint"),
                              tr("The checkpoint of model A along its training (Ctrl+Left and "
                                 "Ctrl+Right); while Alt is held, of model B"));
    makePlayButton();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 16, 8);
    row->setSpacing(16);
    row->addWidget(m_playButton);
    row->addWidget(m_level.panel, 1);
    row->addWidget(m_checkpoint.panel, 1);
    connect(m_level.slider, &QSlider::valueChanged, &state, &ViewState::setLevel);
    connect(m_checkpoint.slider, &QSlider::valueChanged, this,
            [this](int index) { chooseCheckpoint(index); });
    connect(&state, &ViewState::levelChanged, this, &CursorBar::followLevel);
    connect(&state, &ViewState::phaseChanged, this, &CursorBar::followLevel);
    connect(&state, &ViewState::choiceChanged, this, &CursorBar::followCheckpoint);
    connect(&state, &ViewState::checkpointsChanged, this, &CursorBar::followCheckpoint);
    connect(&theme, &Theme::changed, this, &CursorBar::tint);
    followLevel();
    followCheckpoint();
    tint();
}

CursorBar::Cursor CursorBar::makeCursor(const QString& objectName, const QString& name,
                                        const QString& tip) {
    Cursor cursor{new QWidget(this), new QLabel(this), new LevelSlider(m_theme, this)};
    auto* label = new QLabel(name, cursor.panel);
    label->setProperty("role", QStringLiteral("secondary"));
    cursor.value->setFont(numberFont());
    cursor.value->setAlignment(Qt::AlignRight);
    cursor.slider->setObjectName(objectName);
    cursor.slider->setAccessibleName(name);
    cursor.slider->setToolTip(tip);
    auto* grid = new QGridLayout(cursor.panel);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(label, 0, 0);
    grid->addWidget(cursor.value, 0, 1);
    grid->addWidget(cursor.slider, 1, 0, 1, 2);
    return cursor;
}

void CursorBar::makePlayButton() {
    m_playButton->setProperty("role", QStringLiteral("quiet"));
    m_playButton->setCheckable(true);
    m_playButton->setIconSize({20, 20});
    m_playButton->setToolTip(tr("Play the levels, coarse to fine (P)"));
    m_playButton->setAccessibleName(tr("Play the levels"));
    m_play.setInterval(kPlayStep);
    connect(m_playButton, &QToolButton::toggled, this, &CursorBar::setPlaying);
    connect(&m_play, &QTimer::timeout, this, [this] {
        if (m_state.levels() > 0)
            m_state.setLevel((m_state.level() + 1) % m_state.levels());
    });
}

void CursorBar::setPlaying(bool isPlaying) {
    if (isPlaying == m_play.isActive())
        return;
    isPlaying ? m_play.start() : m_play.stop();
    m_playButton->setChecked(isPlaying);
    tint();
    Q_EMIT playingChanged(isPlaying);
}

void CursorBar::followLevel() {
    const bool hasLevels = m_state.content() != nullptr && m_state.level() >= 0;
    m_level.slider->setEnabled(hasLevels);
    m_playButton->setEnabled(hasLevels && m_state.levels() > 1);
    const QSignalBlocker blocker(
        m_level.slider); // the state is the truth, also while the range changes
    if (!hasLevels) {
        m_level.slider->setRange(0, 0);
        m_level.value->setText(QStringLiteral("–"));
        return setPlaying(false);
    }
    m_level.slider->setRange(0, m_state.levels() - 1);
    m_level.slider->setValue(m_state.level());
    m_level.slider->update();
    const QString title = levelTitle(m_state.levelInfos(Side::A)[std::size_t(m_state.level())]);
    m_level.value->setText(title);
    m_level.slider->setAccessibleDescription(title);
}

/// With Alt it moves B, which is the same run's where it was no checkpoint of one.
void CursorBar::chooseCheckpoint(int index) {
    if (!QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier))
        return m_state.setCheckpoint(Side::A, index);
    const QString path = m_state.checkpoints(Side::A).value(index);
    if (!m_state.hasB())
        m_state.compareWith({path, {}});
    else
        m_state.setModel(Side::B, path);
    followCheckpoint();
}

void CursorBar::followCheckpoint() {
    const QStringList& steps = m_state.checkpoints(Side::A);
    m_checkpoint.panel->setVisible(!steps.isEmpty()); // only a model of a run has others beside it
    if (steps.isEmpty())
        return;
    const QString model = m_state.choice().a.model;
    const int index = m_state.checkpoint(Side::A);
    const QSignalBlocker blocker(m_checkpoint.slider);
    m_checkpoint.slider->setRange(0, int(steps.size()) - 1);
    m_checkpoint.slider->setValue(index >= 0 ? index : nearestCheckpoint(steps, model));
    m_checkpoint.slider->setMark(m_state.hasB() ? int(steps.indexOf(m_state.choice().b.model))
                                                : -1);
    m_checkpoint.slider->update();
    const QString step = stepText(model);
    m_checkpoint.value->setText(index >= 0 ? step : tr("%1, no longer kept").arg(step));
    m_checkpoint.slider->setAccessibleDescription(m_checkpoint.value->text());
}

void CursorBar::tint() {
    const QString name = m_play.isActive() ? QStringLiteral("pause") : QStringLiteral("play");
    m_playButton->setIcon(tintedIcon(name, m_theme.color(ColorRole::Text)));
}

} // namespace hierascope::widgets
