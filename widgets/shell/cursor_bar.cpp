// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/cursor_bar.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "widgets/generate/generation_text.h"
#include "widgets/shell/cursor_panel.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kPlayStep{700};
constexpr int kSeenSide = 64;
constexpr qsizetype kSeenPictures = 1024; // of at most 16 KB each

QString seenKey(const Subject& subject) {
    return subject.model + QLatin1Char('\n') + subject.image;
}

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

CursorBar::CursorBar(const Theme& theme, ViewState& state, GenerationState& generation,
                     QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_generation(generation) {
    setObjectName(QStringLiteral("cursorBar"));
    setAttribute(Qt::WA_StyledBackground);
    makeLevel();
    makeStep();
    makeCheckpoint();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 16, 8);
    row->setSpacing(20);
    for (CursorPanel* panel : {m_level, m_step, m_checkpoint})
        row->addWidget(panel, 1, Qt::AlignBottom); // where one has a strip, lines stay level
    connect(&state, &ViewState::levelChanged, this, &CursorBar::followLevel);
    connect(&state, &ViewState::phaseChanged, this, [this] {
        followLevel();
        showLevelPictures();
        rememberCheckpoint();
    });
    connect(&state, &ViewState::choiceChanged, this, [this] {
        followStep();
        followCheckpoint();
    });
    connect(&state, &ViewState::checkpointsChanged, this, &CursorBar::followCheckpoint);
    for (const auto signal : {&GenerationState::stepAdded, &GenerationState::activityChanged})
        connect(&generation, signal, this, &CursorBar::followStep);
    connect(&generation, &GenerationState::phaseChanged, this, &CursorBar::followStep);
    followLevel();
    followStep();
    followCheckpoint();
}

LevelSlider* CursorBar::levelSlider() const {
    return m_level->slider();
}

LevelSlider* CursorBar::stepSlider() const {
    return m_step->slider();
}

LevelSlider* CursorBar::checkpointSlider() const {
    return m_checkpoint->slider();
}

void CursorBar::makeLevel() {
    m_level = new CursorPanel(m_theme, QStringLiteral("level"),
                              {tr("Level"), tr("The level that every view shows (Left and Right)"),
                               tr("Play the levels"), tr("Play the levels, coarse to fine (P)")},
                              this);
    m_levelPlay.setInterval(kPlayStep);
    connect(m_level->slider(), &QSlider::valueChanged, &m_state, &ViewState::setLevel);
    connect(m_level, &CursorPanel::playToggled, this, &CursorBar::setPlaying);
    connect(&m_levelPlay, &QTimer::timeout, this, [this] {
        if (m_state.levels() > 0)
            m_state.setLevel((m_state.level() + 1) % m_state.levels());
    });
}

void CursorBar::makeStep() {
    m_step = new CursorPanel(m_theme, QStringLiteral("step"),
                             {tr("Step"),
                              tr("The step of the generation that is shown (Shift+Left and "
                                 "Shift+Right)"),
                              tr("Play the steps"),
                              tr("Play the steps, first to last (Space in the Generate view)")},
                             this);
    connect(m_step->slider(), &QSlider::valueChanged, this,
            [this](int step) { setStep(m_state, m_generation, step); });
    connect(m_step, &CursorPanel::playToggled, this, &CursorBar::stepPlayWanted);
}

void CursorBar::makeCheckpoint() {
    m_checkpoint = new CursorPanel(
        m_theme, QStringLiteral("checkpoint"),
        {tr("Checkpoint"),
         tr("The checkpoint of model A along its training (Ctrl+Left and Ctrl+Right); while Alt "
            "is held, of model B"),
         tr("Play the checkpoints"), tr("Play the checkpoints, each as soon as it is computed")},
        this);
    m_checkpointPlay.setInterval(kPlayStep);
    connect(m_checkpoint->slider(), &QSlider::valueChanged, this, &CursorBar::chooseCheckpoint);
    connect(m_checkpoint, &CursorPanel::playToggled, this, &CursorBar::setPlayingCheckpoints);
    connect(&m_checkpointPlay, &QTimer::timeout, this, &CursorBar::playCheckpoint);
}

void CursorBar::setThumbnails(bool ofLevels, bool ofSteps) {
    m_hasLevelPictures = ofLevels;
    m_hasStepPictures = ofSteps;
    showLevelPictures();
    showStepPictures();
}

void CursorBar::setPlaying(bool isPlaying) {
    m_level->setPlaying(isPlaying);
    if (isPlaying == m_levelPlay.isActive())
        return;
    isPlaying ? m_levelPlay.start() : m_levelPlay.stop();
    Q_EMIT playingChanged(isPlaying);
}

void CursorBar::setPlayingCheckpoints(bool isPlaying) {
    m_checkpoint->setPlaying(isPlaying);
    if (isPlaying == m_checkpointPlay.isActive())
        return;
    isPlaying ? m_checkpointPlay.start() : m_checkpointPlay.stop();
    Q_EMIT checkpointPlayChanged(isPlaying);
}

void CursorBar::playCheckpoint() {
    const auto count = int(m_state.checkpoints(Side::A).size());
    if (count < 2)
        return setPlayingCheckpoints(false);
    if (m_state.phase() != ViewState::Phase::Busy)
        m_state.setCheckpoint(Side::A, (m_state.checkpoint(Side::A) + 1) % count);
}

void CursorBar::followLevel() {
    const bool hasLevels = m_state.content() != nullptr && m_state.level() >= 0;
    LevelSlider* slider = levelSlider();
    slider->setEnabled(hasLevels);
    m_level->playButton()->setEnabled(hasLevels && m_state.levels() > 1);
    const QSignalBlocker blocker(slider); // the state is the truth, also while the range changes
    if (!hasLevels) {
        slider->setRange(0, 0);
        m_level->setValueText(QStringLiteral("–"));
        return setPlaying(false);
    }
    slider->setRange(0, m_state.levels() - 1);
    slider->setValue(m_state.level());
    slider->update();
    m_level->setValueText(levelTitle(m_state.levelInfos(Side::A)[std::size_t(m_state.level())]));
}

void CursorBar::followStep() {
    const int step = m_generation.step();
    const bool isThere = m_generation.phase() == GenerationState::Phase::Ready && step >= 0;
    m_step->setVisible(isThere);
    if (!isThere)
        return;
    const QSignalBlocker blocker(stepSlider());
    stepSlider()->setRange(0, std::max(0, m_generation.steps() - 1));
    stepSlider()->setValue(step);
    stepSlider()->update();
    m_step->setPlaying(m_generation.activity() != GenerationState::Activity::Idle);
    m_step->setValueText(tr("%1 of %2 · %3")
                             .arg(step + 1)
                             .arg(m_generation.steps())
                             .arg(stepDetail(m_generation, step)));
    showStepPictures();
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
    m_checkpoint->setVisible(!steps.isEmpty()); // only a model of a run has others beside it
    if (steps.isEmpty())
        return setPlayingCheckpoints(false);
    const QString model = m_state.choice().a.model;
    const int index = m_state.checkpoint(Side::A);
    LevelSlider* slider = checkpointSlider();
    const QSignalBlocker blocker(slider);
    slider->setRange(0, int(steps.size()) - 1);
    slider->setValue(index >= 0 ? index : nearestCheckpoint(steps, model));
    slider->setMark(m_state.hasB() ? int(steps.indexOf(m_state.choice().b.model)) : -1);
    m_checkpoint->playButton()->setEnabled(steps.size() > 1);
    const QString step = stepText(model);
    m_checkpoint->setValueText(index >= 0 ? step : tr("%1, no longer kept").arg(step));
    showCheckpointPictures();
}

void CursorBar::showLevelPictures() {
    QList<QImage> pictures;
    if (const auto content = m_hasLevelPictures ? m_state.content() : nullptr)
        for (const LevelPictures& level : content->levels)
            pictures << level.picture;
    levelSlider()->setThumbnails(pictures);
}

void CursorBar::showStepPictures() {
    QList<QImage> pictures;
    const Branch* branch = m_hasStepPictures ? m_generation.branch() : nullptr;
    for (int step = 0; branch != nullptr && step < m_generation.steps(); ++step) {
        const GenerationState::Record record = m_generation.record(*branch, step);
        pictures << (record ? record->pictureAt(m_generation.choice().level) : QImage());
    }
    stepSlider()->setThumbnails(pictures);
}

/// Of a checkpoint its finest picture is kept, so that the strip fills as one walks along.
void CursorBar::rememberCheckpoint() {
    const auto content = m_state.content();
    const Subject& subject = m_state.contentSubject(Side::A);
    if (!content || content->levels.empty() ||
        !m_state.checkpoints(Side::A).contains(subject.model))
        return;
    if (m_seen.size() >= kSeenPictures)
        m_seen.clear();
    m_seen[seenKey(subject)] = content->levels.back().picture.scaled(
        kSeenSide, kSeenSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    showCheckpointPictures();
}

void CursorBar::showCheckpointPictures() {
    QList<QImage> pictures;
    for (const QString& path : m_state.checkpoints(Side::A))
        pictures << m_seen.value(seenKey({path, m_state.choice().a.image}));
    checkpointSlider()->setThumbnails(pictures);
}

} // namespace hierascope::widgets
