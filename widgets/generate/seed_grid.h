// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

class QGridLayout;

namespace hierascope::widgets {

class GenerationState;
class SeedCell;
class Theme;

/// Several seeds at once, all at the step under the cursor; a click makes one the generation.
class SeedGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostSeeds = 36;

    SeedGrid(const Theme& theme, const GenerationState& generation, QWidget* parent = nullptr);

    /// Shows the grid as it is now.
    void follow();
    const std::vector<SeedCell*>& cells() const { return m_cells; }
    /// All pictures as one.
    QImage picture() const;

Q_SIGNALS:
    void seedChosen(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeCells(int count);

    const Theme& m_theme;
    const GenerationState& m_generation;
    QGridLayout* m_grid;
    std::vector<SeedCell*> m_cells;
};

} // namespace hierascope::widgets
