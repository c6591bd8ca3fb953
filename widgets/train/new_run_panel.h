// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/run_files.h"
#include "widgets/state/train_estimate.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace hierascope::widgets {

class ConfigModel;
class Theme;
class TrainBench;

/// Makes a run: a preset or another run's settings, the data, what matters first, and all else.
class NewRunPanel : public QWidget {
    Q_OBJECT

public:
    NewRunPanel(const Theme& theme, TrainBench& bench, QWidget* parent = nullptr);

    /// The folder of presets, and the demo's images; empty for none.
    void setPresets(const QString& folder, const QString& demoData);
    /// Takes a file's settings for a run with a name like this.
    void setConfigFile(const QString& file, const QString& name, const QString& device);
    void setData(const QString& path);
    void setConfig(const nlohmann::json& config);
    /// What would be started.
    NewRun newRun() const;
    /// What is wrong with it, empty where nothing is.
    QString problem() const;

    bool isEstimating() const { return m_estimate->isRunning(); }

    ConfigModel& model() { return *m_model; }
    QLineEdit* nameField() const { return m_name; }
    QLineEdit* searchField() const { return m_search; }
    QLineEdit* rateField() const { return m_rate; }
    QTreeView* table() const { return m_table; }
    QSpinBox* stepsField() const { return m_steps; }

public Q_SLOTS:
    void start();
    void estimate();

Q_SIGNALS:
    /// A run was made.
    void started(const QString& path);

private:
    void makeFields();
    void makeTable();
    QToolButton* makeButton(const char* role, const QString& text, const QString& tip);
    void connectFields();
    void choosePreset(int index);
    void chooseData();
    void showConfig();
    void readRate();
    void follow();
    void showCost(const Result<TrainCost>& cost);
    QString dataProblem() const;

    const Theme& m_theme;
    TrainBench& m_bench;
    ConfigModel* m_model;
    QSortFilterProxyModel* m_found;
    TrainEstimate* m_estimate;
    QString m_demoData;
    QComboBox* m_presets;
    QLineEdit* m_name;
    QLineEdit* m_data;
    QToolButton* m_choose;
    QToolButton* m_demo;
    QComboBox* m_device;
    QSpinBox* m_steps;
    QSpinBox* m_batch;
    QLineEdit* m_rate;
    QLineEdit* m_search;
    QTreeView* m_table;
    QLabel* m_help;
    QLabel* m_problem;
    QLabel* m_cost;
    QToolButton* m_ask;
    QToolButton* m_start;
    bool m_isFilling = false;
};

} // namespace hierascope::widgets
