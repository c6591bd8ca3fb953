// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSpinBox;
class QToolButton;

namespace hierascope::widgets {

class Segments;
class ViewState;

/// Chooses what of the posterior is decoded: its mean, or a sample that a seed decides.
class PosteriorPanel : public QWidget {
    Q_OBJECT

public:
    explicit PosteriorPanel(ViewState& state, QWidget* parent = nullptr);

    Segments* kinds() const { return m_kinds; }
    QSpinBox* seed() const { return m_seed; }

private:
    void follow();

    ViewState& m_state;
    Segments* m_kinds;
    QWidget* m_seedRow;
    QSpinBox* m_seed;
    QToolButton* m_next;
};

} // namespace hierascope::widgets
