// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/run_snapshot.h"

#include <QScrollArea>

class QHBoxLayout;
class QToolButton;

namespace hierascope::widgets {

class SampleShelf;
class Theme;
class ViewState;

/// The checkpoints of a run and what the probe set looked like at them, by step.
///
/// A click makes a checkpoint A, with Alt B.
class MomentStrip : public QScrollArea {
    Q_OBJECT

public:
    MomentStrip(const Theme& theme, ViewState& state, SampleShelf& shelf,
                QWidget* parent = nullptr);

    void setMoments(const std::vector<RunMoment>& moments);
    QToolButton* button(std::size_t index) const { return m_buttons.at(index); }

Q_SIGNALS:
    void checkpointChosen(const QString& path, bool isB);

private:
    QToolButton* makeButton();
    void follow();
    void showMoment(std::size_t index);

    const Theme& m_theme;
    ViewState& m_state;
    SampleShelf& m_shelf;
    std::vector<RunMoment> m_moments;
    std::vector<QToolButton*> m_buttons;
    QHBoxLayout* m_row;
};

} // namespace hierascope::widgets
