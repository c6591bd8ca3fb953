// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/view_state.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/runtime/recipe_picture.h"
#include "widgets/state/choice_command.h"
#include "widgets/state/generation_edit.h"

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

constexpr int kUndoSteps = 500;

/// What is chosen after `row` leaves the list: the next one, else the one before, else none.
QString neighbour(const LibraryModel& library, int row) {
    for (const int other : {row + 1, row - 1})
        if (library.hasRow(other) && !library.item(other).isGenerator)
            return library.item(other).path;
    return {};
}

} // namespace

ViewState::ViewState(QObject* parent) : QObject(parent) {
    m_undo.setUndoLimit(kUndoSteps);
}

int ViewState::currentModel(Side side) const {
    return side == Side::B && !hasB() ? -1 : m_models.rowOf(m_choice.resolved(side).model);
}

int ViewState::currentImage(Side side) const {
    return side == Side::B && !hasB() ? -1 : m_images.rowOf(m_choice.resolved(side).image);
}

void ViewState::choose(const ViewChoice& choice, Change change, const QString& undoText) {
    if (choice == m_choice)
        return;
    ViewChoice next = choice;
    if (next.selection != m_choice.selection && next.attention == m_choice.attention)
        next.attention.imageToken.reset(); // what is selected anywhere asks in the Attention view
    m_undo.push(new ChoiceCommand(*this, next, change, undoText));
}

void ViewState::apply(const ViewChoice& choice) {
    const ViewChoice before = std::exchange(m_choice, choice);
    for (const Subject& subject : {choice.a, choice.b}) {
        if (!subject.model.isEmpty())
            joinModels(subject.model);
        if (!subject.image.isEmpty())
            m_images.add(subject.image);
    }
    for (const QString& path : {choice.generation.a, choice.generation.b})
        if (!path.isEmpty())
            m_models.setGenerator(m_models.add(path));
    Q_EMIT choiceChanged(before);
    tellLevels();
}

/// A checkpoint takes the row of another one of its run that nobody shows, else a new row.
void ViewState::joinModels(const QString& path) {
    if (m_models.rowOf(path) >= 0)
        return;
    const QString folder = QFileInfo(path).path();
    const bool isCheckpoint = QFileInfo(folder).fileName() == QLatin1String("checkpoints");
    for (int row = 0; isCheckpoint && row < m_models.rowCount(); ++row) {
        const QString& other = m_models.item(row).path;
        if (QFileInfo(other).path() == folder && other != m_choice.a.model &&
            other != m_choice.b.model)
            return m_models.setPath(row, path);
    }
    m_models.add(path);
}

int ViewState::checkpoint(Side side) const {
    return int(checkpoints(side).indexOf(m_choice.resolved(side).model));
}

void ViewState::setCheckpoint(Side side, int index) {
    if (index >= 0 && index < checkpoints(side).size())
        setModel(side, checkpoints(side).at(index));
}

void ViewState::stepCheckpoint(Side side, int by) {
    const int here = checkpoint(side);
    // From one that a training took away meanwhile, to the newest.
    setCheckpoint(side, here >= 0 ? here + by : int(checkpoints(side).size()) - 1);
}

void ViewState::setCheckpoints(Side side, const QStringList& paths) {
    if (paths == at(side).checkpoints)
        return;
    at(side).checkpoints = paths;
    Q_EMIT checkpointsChanged(side);
}

void ViewState::setFindings(const QString& model, const QString& text) {
    m_findings[model] = text;
    Q_EMIT findingsChanged();
}

void ViewState::setModel(Side side, const QString& path) {
    ViewChoice next = m_choice;
    (side == Side::A ? next.a : next.b).model = path;
    choose(next, Change::Subject, tr("Model"));
}

void ViewState::setImage(Side side, const QString& path) {
    ViewChoice next = m_choice;
    (side == Side::A ? next.a : next.b).image = path;
    choose(next, Change::Image, tr("Image"));
}

void ViewState::setCurrentModel(int row) {
    if (!m_models.hasRow(row))
        return;
    const LibraryItem& item = m_models.item(row);
    item.isGenerator ? setGenerator(*this, Side::A, item.path) : setModel(Side::A, item.path);
}

void ViewState::setCurrentImage(int row) {
    if (m_images.hasRow(row))
        setImage(Side::A, m_images.item(row).path);
}

void ViewState::stepImage(int by) {
    if (m_images.rowCount() > 0)
        setCurrentImage(std::clamp(currentImage() + by, 0, m_images.rowCount() - 1));
}

void ViewState::compareWith(const Subject& b) {
    ViewChoice next = m_choice;
    next.b = b;
    if (next.compare == Compare::OnlyA)
        next.compare = Compare::SideBySide;
    choose(next, Change::Subject, tr("Compare"));
}

void ViewState::clearB() {
    ViewChoice next = m_choice;
    next.b = {};
    next.compare = Compare::OnlyA;
    choose(next, Change::Subject, tr("Clear B"));
}

void ViewState::swapSubjects() {
    if (!hasB())
        return;
    ViewChoice next = m_choice;
    next.a = m_choice.resolved(Side::B);
    next.b = m_choice.a;
    if (next.b.image == next.a.image)
        next.b.image.clear(); // it goes on following A's image
    choose(next, Change::Subject, tr("Swap A and B"));
}

void ViewState::removeModel(int row) {
    if (!m_models.hasRow(row))
        return;
    const QString path = m_models.item(row).path;
    ViewChoice next = m_choice;
    if (next.a.model == path)
        next.a.model = neighbour(m_models, row);
    if (next.b.model == path)
        next.b.model.clear();
    if (!next.hasB())
        next.compare = Compare::OnlyA;
    for (QString* generator : {&next.generation.a, &next.generation.b})
        if (*generator == path)
            generator->clear();
    m_models.remove(row);
    choose(next, Change::Subject, tr("Remove Model"));
}

void ViewState::removeImage(int row) {
    if (!m_images.hasRow(row))
        return;
    const QString path = m_images.item(row).path;
    ViewChoice next = m_choice;
    if (next.a.image == path)
        next.a.image = neighbour(m_images, row);
    if (next.b.image == path)
        next.b.image.clear();
    if (!next.hasB())
        next.compare = Compare::OnlyA;
    m_images.remove(row);
    choose(next, Change::Subject, tr("Remove Image"));
}

void ViewState::setCompare(Compare compare) {
    ViewChoice next = m_choice;
    next.compare = hasB() ? compare : Compare::OnlyA;
    choose(next, Change::Look, tr("Comparison"));
}

void ViewState::setPicture(Picture picture) {
    ViewChoice next = m_choice;
    next.picture = picture;
    choose(next, Change::Look, tr("Picture"));
}

void ViewState::setOverlay(TokenOverlay overlay) {
    ViewChoice next = m_choice;
    next.overlay = overlay;
    choose(next, Change::Look, tr("Token Overlay"));
}

void ViewState::setSampling(const Sampling& sampling) {
    ViewChoice next = m_choice;
    next.sampling = sampling;
    choose(next, Change::Sampling, tr("Posterior"));
}

void ViewState::selectTokens(Side side, const std::vector<std::int64_t>& tokens,
                             SelectionMode mode) {
    if (level(side) < 0)
        return;
    const runtime::LevelInfo& info = levelInfos(side)[std::size_t(level(side))];
    ViewChoice next = m_choice;
    if (mode == SelectionMode::Replace)
        next.selection.clear();
    for (const std::int64_t token : tokens) {
        if (token < 0 || token >= info.tokens())
            continue;
        const TokenRef ref{level(side), info.rows, info.columns, token};
        if (!next.selection.insert(ref).second && mode == SelectionMode::Toggle)
            next.selection.erase(ref);
    }
    choose(next, Change::Selection, tr("Selection"));
}

void ViewState::clearSelection() {
    ViewChoice next = m_choice;
    next.selection.clear();
    choose(next, Change::Selection, tr("Selection"));
}

const std::vector<runtime::LevelInfo>& ViewState::levelInfos(Side side) const {
    static const std::vector<runtime::LevelInfo> none;
    const Shown& shown = at(side);
    if (shown.content)
        return shown.content->levelInfos;
    return shown.info ? shown.info->levels : none;
}

int ViewState::levels(Side side) const {
    return int(levelInfos(side).size());
}

int ViewState::level(Side side) const {
    const int finest = levels(Side::A) - 1;
    const int chosen =
        m_choice.level == ViewChoice::kFinestLevel ? finest : std::min(m_choice.level, finest);
    if (side == Side::A || chosen < 0)
        return side == Side::A ? chosen : levels(Side::B) - 1;
    return runtime::nearestLevel(levelInfos(Side::B), levelInfos(Side::A)[std::size_t(chosen)]);
}

void ViewState::setLevel(int level) {
    const int finest = levels() - 1;
    if (finest < 0)
        return;
    const int inside = std::clamp(level, 0, finest);
    ViewChoice next = m_choice;
    next.level = inside == finest ? ViewChoice::kFinestLevel : inside;
    choose(next, Change::Level, tr("Level"));
}

void ViewState::stepLevel(int by) {
    setLevel(level() + by);
}

void ViewState::tellLevels() {
    const std::array<int, kSides.size()> now = {level(Side::A), level(Side::B)};
    if (now == m_toldLevels)
        return;
    m_toldLevels = now;
    Q_EMIT levelChanged(now[0]);
}

void ViewState::setFlipped(bool isFlipped) {
    const bool next = isFlipped && hasB();
    if (next == m_isFlipped)
        return;
    m_isFlipped = next;
    Q_EMIT flippedChanged(next);
}

void ViewState::setHover(const std::optional<QPointF>& share) {
    if (share == m_hover)
        return;
    m_hover = share;
    Q_EMIT hoverChanged();
}

void ViewState::setModelInfo(Side side, std::shared_ptr<const runtime::ModelInfo> info) {
    if (at(side).info == info)
        return;
    at(side).info = std::move(info);
    Q_EMIT modelInfoChanged(side);
    tellLevels();
}

void ViewState::setPreview(Side side, const QImage& preview) {
    if (at(side).preview.cacheKey() == preview.cacheKey())
        return;
    at(side).preview = preview;
    Q_EMIT previewChanged(side);
}

void ViewState::setPhase(Side side, Phase phase) {
    at(side).phase = phase;
    Q_EMIT phaseChanged(side);
    tellLevels();
}

void ViewState::setEmpty(Side side) {
    at(side).content.reset();
    setPhase(side, Phase::Empty);
}

void ViewState::setBusy(Side side, const QString& title) {
    at(side).busyTitle = title;
    setPhase(side, Phase::Busy);
}

void ViewState::setProgress(Side side, const Progress& progress) {
    Q_EMIT progressChanged(side, progress);
}

void ViewState::setContent(Side side, const Subject& subject,
                           std::shared_ptr<const PyramidContent> content) {
    at(side).subject = subject;
    at(side).content = std::move(content);
    setPhase(side, Phase::Ready);
}

void ViewState::setFailed(Side side, const Error& error) {
    at(side).content.reset();
    at(side).error = error;
    setPhase(side, Phase::Failed);
}

void ViewState::setStopped(Side side) {
    at(side).content.reset();
    setPhase(side, Phase::Stopped);
}

void ViewState::setDifference(std::shared_ptr<const DifferencePicture> difference) {
    if (difference == m_difference)
        return;
    m_difference = std::move(difference);
    Q_EMIT differenceChanged();
}

} // namespace hierascope::widgets
