// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace hierascope::widgets {

class GenerationState;
class LevelSlider;
class Theme;
class ViewState;

/// The bar under the Generate view with the step cursor.
class StepBar : public QWidget {
    Q_OBJECT

public:
    StepBar(const Theme& theme, ViewState& state, GenerationState& generation,
            QWidget* parent = nullptr);

    LevelSlider* slider() const { return m_slider; }

private:
    void follow();

    GenerationState& m_generation;
    QLabel* m_value;
    LevelSlider* m_slider;
};

} // namespace hierascope::widgets
