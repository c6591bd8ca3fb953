// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/state/attention_state.h"

#include <QString>
#include <QWidget>

class QLabel;

namespace hierascope::widgets {

class GridTable;
class ImageView;
class Theme;

/// One side of the measured influence: pixels that moved, cells that moved, attention, score.
class InfluenceRow : public QWidget {
    Q_OBJECT

public:
    InfluenceRow(const Theme& theme, QWidget* parent = nullptr);

    /// @param level which of the pictures is large
    void show(const AttentionState& attention, Side side, std::size_t level, const QString& message,
              const QString& caption);
    QString sentence() const;
    GridTable* levels() const { return m_levels; }

private:
    const Theme& m_theme;
    QLabel* m_title;
    std::array<ImageView*, 3> m_views; ///< pixels, cells, attention
    GridTable* m_levels;
    QLabel* m_sentence;
};

} // namespace hierascope::widgets
