// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/view_state.h"

#include <algorithm>
#include <utility>

namespace hierascope::widgets {

namespace {

/// Where the cursor stands after `removed` left a list of now `rows` rows.
int rowAfterRemoval(int current, int removed, int rows) {
    if (removed < current)
        return current - 1;
    return std::min(current, rows - 1);
}

} // namespace

ViewState::ViewState(QObject* parent) : QObject(parent) {}

void ViewState::setCurrentModel(int row) {
    if (row == m_model || (row != -1 && !m_models.hasRow(row)))
        return;
    m_model = row;
    Q_EMIT currentModelChanged(row);
}

void ViewState::setCurrentImage(int row) {
    if (row == m_image || (row != -1 && !m_images.hasRow(row)))
        return;
    m_image = row;
    Q_EMIT currentImageChanged(row);
}

void ViewState::stepImage(int by) {
    if (m_images.rowCount() > 0)
        setCurrentImage(std::clamp(m_image + by, 0, m_images.rowCount() - 1));
}

void ViewState::removeModel(int row) {
    if (!m_models.hasRow(row))
        return;
    const bool isCurrent = row == m_model;
    m_models.remove(row);
    m_model = rowAfterRemoval(m_model, row, m_models.rowCount());
    if (isCurrent)
        Q_EMIT currentModelChanged(m_model);
}

void ViewState::removeImage(int row) {
    if (!m_images.hasRow(row))
        return;
    const bool isCurrent = row == m_image;
    m_images.remove(row);
    m_image = rowAfterRemoval(m_image, row, m_images.rowCount());
    if (isCurrent)
        Q_EMIT currentImageChanged(m_image);
}

int ViewState::levels() const {
    return m_content ? int(m_content->levels.size()) : 0;
}

void ViewState::setLevel(int level) {
    if (levels() == 0)
        return;
    const int inside = std::clamp(level, 0, levels() - 1);
    m_chosenLevel = inside == levels() - 1 ? -1 : inside;
    if (inside == m_level)
        return;
    m_level = inside;
    Q_EMIT levelChanged(m_level);
}

void ViewState::stepLevel(int by) {
    setLevel(m_level + by);
}

void ViewState::setModelInfo(std::shared_ptr<const runtime::ModelInfo> info) {
    m_info = std::move(info);
    Q_EMIT modelInfoChanged();
}

void ViewState::setPhase(Phase phase) {
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void ViewState::setEmpty() {
    m_content.reset();
    setPhase(Phase::Empty);
}

void ViewState::setBusy(const QString& title) {
    m_busyTitle = title;
    setPhase(Phase::Busy);
}

void ViewState::setProgress(const Progress& progress) {
    Q_EMIT progressChanged(progress);
}

void ViewState::setContent(std::shared_ptr<const PyramidContent> content) {
    m_content = std::move(content);
    const int finest = levels() - 1;
    const int level = m_chosenLevel < 0 ? finest : std::min(m_chosenLevel, finest);
    const bool isMoved = level != m_level;
    m_level = level;
    setPhase(Phase::Ready);
    if (isMoved)
        Q_EMIT levelChanged(m_level);
}

void ViewState::setFailed(const Error& error) {
    m_content.reset();
    m_error = error;
    setPhase(Phase::Failed);
}

void ViewState::setStopped() {
    m_content.reset();
    setPhase(Phase::Stopped);
}

} // namespace hierascope::widgets
