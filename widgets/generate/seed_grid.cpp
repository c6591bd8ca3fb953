// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/seed_grid.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"
#include "widgets/generate/seed_cell.h"
#include "widgets/state/generation_state.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

int columnsFor(int count) {
    return std::max(1, int(std::ceil(std::sqrt(double(count)))));
}

} // namespace

SeedGrid::SeedGrid(const Theme& theme, const GenerationState& generation, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_generation(generation), m_grid(new QGridLayout(this)) {
    setAccessibleName(tr("Grid of seeds"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(4);
}

void SeedGrid::makeCells(int count) {
    if (int(m_cells.size()) == count)
        return;
    for (SeedCell* cell : m_cells)
        delete cell;
    m_cells.clear();
    const int columns = columnsFor(count);
    for (int i = 0; i < count; ++i) {
        auto* cell = new SeedCell(m_theme, this);
        connect(cell, &QAbstractButton::clicked, this, [this, i] {
            Q_EMIT seedChosen(i);
            follow(); // the state decides what is checked, not the click
        });
        m_grid->addWidget(cell, i / columns, i % columns);
        m_cells.push_back(cell);
    }
}

void SeedGrid::follow() {
    const int count = std::clamp(m_generation.choice().seeds, 1, kMostSeeds);
    makeCells(count);
    const int steps = m_generation.stepsOf(m_generation.choice().settings);
    const int cursor =
        m_generation.choice().step == kNewestStep ? steps - 1 : m_generation.choice().step;
    const Branch* branch = m_generation.branch();
    for (int i = 0; i < count; ++i) {
        const int shown = std::min(cursor, m_generation.doneOfSeed(i) - 1);
        const auto record = m_generation.recordOfSeed(i, shown);
        const GenerationSettings settings = m_generation.settingsOfSeed(i);
        SeedCell* cell = m_cells[std::size_t(i)];
        cell->setContent(record ? record->pictureAt(m_generation.choice().level) : QImage(),
                         tr("seed %1").arg(settings.sampling.seed),
                         shown + 1 < steps ? tr("step %1 of %2").arg(shown + 1).arg(steps)
                                           : QString());
        cell->setChecked(branch != nullptr && branch->prefix.empty() &&
                         branch->settings == settings);
    }
}

QImage SeedGrid::picture() const {
    const int columns = columnsFor(int(m_cells.size()));
    QSize size;
    for (const SeedCell* cell : m_cells)
        size = size.expandedTo(cell->picture().size());
    if (size.isEmpty())
        return {};
    const int rows = (int(m_cells.size()) + columns - 1) / columns;
    QImage all(size.width() * columns, size.height() * rows, QImage::Format_RGB32);
    all.fill(m_theme.color(ColorRole::Canvas));
    QPainter painter(&all);
    for (int i = 0; i < int(m_cells.size()); ++i)
        painter.drawImage(QPoint(i % columns * size.width(), i / columns * size.height()),
                          m_cells[std::size_t(i)]->picture());
    return all;
}

void SeedGrid::keyPressEvent(QKeyEvent* event) {
    const auto focused = std::ranges::find_if(m_cells, &QWidget::hasFocus);
    const int columns = columnsFor(int(m_cells.size()));
    const int by = event->key() == Qt::Key_Up     ? -columns
                   : event->key() == Qt::Key_Down ? columns
                                                  : 0;
    if (focused == m_cells.end() || by == 0)
        return QWidget::keyPressEvent(event);
    const int next = int(focused - m_cells.begin()) + by;
    if (next >= 0 && next < int(m_cells.size()))
        m_cells[std::size_t(next)]->setFocus(Qt::TabFocusReason);
}

} // namespace hierascope::widgets
