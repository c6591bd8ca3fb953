// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/generate/step_model.h"

#include <QListView>

namespace hierascope::widgets {

class StepDelegate;
class Theme;

/// The pictures after each step, side by side; Left and Right move the step cursor.
class StepStrip : public QListView {
    Q_OBJECT

public:
    explicit StepStrip(const Theme& theme, QWidget* parent = nullptr);

    void setSteps(const std::vector<runtime::StepInfo>& layout, std::vector<StepModel::Step> steps);
    /// @param step from 0, -1 for none
    void setStep(int step);
    StepModel& steps() { return m_steps; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitCards();

    StepModel m_steps;
    StepDelegate* m_delegate;
    bool m_isFollowing = false; ///< the cursor moves the strip, not the other way round
};

} // namespace hierascope::widgets
