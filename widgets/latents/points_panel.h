// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/latent_choice.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QMenu;
class QSpinBox;
class QToolButton;

namespace hierascope::widgets {

class LatentState;
class ViewState;

/// Which points are mapped, and how they are laid out.
class PointsPanel : public QWidget {
    Q_OBJECT

public:
    PointsPanel(ViewState& state, LatentState& latents, QWidget* parent = nullptr);

    void follow();
    void setDemo(const QString& folder);
    /// Takes a dropped folder or file as the data; the choice remembers it.
    void addData(const QString& path);

    QComboBox* sourceBox() const { return m_source; }
    QComboBox* dataBox() const { return m_data; }
    QComboBox* limitBox() const { return m_limit; }
    QComboBox* methodBox() const { return m_method; }
    QDoubleSpinBox* perplexityBox() const { return m_perplexity; }
    QSpinBox* iterationsBox() const { return m_iterations; }
    QSpinBox* seedBox() const { return m_seed; }

private:
    void addPoints(QFormLayout& form);
    void addMapping(QFormLayout& form);
    void connectBoxes();
    void fillData();
    void fillLevels();
    void chooseData(int index);
    void chooseFolder();
    void toggleLevel(int level, bool isOn);
    bool hasSource(LatentSource source) const;
    template <typename Edit>
    void askAgain(const QString& what, Edit edit);
    template <typename Edit>
    void layAgain(const QString& what, Edit edit);

    ViewState& m_state;
    LatentState& m_latents;
    QString m_demo;
    QStringList m_folders; ///< that were opened here, the latest last
    QComboBox* m_source;
    QToolButton* m_levels;
    QMenu* m_levelMenu;
    QComboBox* m_data;
    QComboBox* m_limit;
    QComboBox* m_method;
    QDoubleSpinBox* m_perplexity;
    QSpinBox* m_iterations;
    QSpinBox* m_seed;
    QFormLayout* m_form;
};

} // namespace hierascope::widgets
