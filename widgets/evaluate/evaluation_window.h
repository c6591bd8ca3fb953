// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/table_text.h"
#include "widgets/evaluate/evaluation_bench.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QTableView;
class QTableWidget;
class QTabWidget;

namespace hierascope::widgets {

class ScoreModel;
class ViewState;

/// Figures of model A over a set of images, in tables; not modal, and the work goes on without it.
class EvaluationWindow : public QDialog {
    Q_OBJECT

public:
    EvaluationWindow(ViewState& state, EvaluationBench& bench, QWidget* parent = nullptr);

    /// Adds a folder or a packed set to the choice, and chooses it.
    void setData(const QString& path);
    void setImages(int images);
    void start();
    void stop();
    QTabWidget* tabs() const { return m_tabs; }
    QTableView* images() const { return m_images; }
    EvaluationWish wish() const;

Q_SIGNALS:
    /// A row was picked: show this image.
    void imageWanted(const QString& path);
    void sheetWanted();

private:
    QWidget* makeForm();
    QWidget* makeImages();
    QWidget* makeButtons();
    void askForFolder();
    void askForFile(const QString& title, QString& file);
    void askForTables();
    void follow();
    void showTables();
    TextTable shownTable() const;

    ViewState& m_state;
    EvaluationBench& m_bench;
    ScoreModel* m_scores;
    QSortFilterProxyModel* m_sorted;
    QLabel* m_model;
    QComboBox* m_data;
    QSpinBox* m_count;
    QPushButton* m_start;
    QLabel* m_outcome;
    QTabWidget* m_tabs;
    QTableWidget* m_set;
    QTableWidget* m_levels;
    QTableWidget* m_classes;
    QTableView* m_images;
    QComboBox* m_level;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_sheet;
    QString m_lpips;
    QString m_inception;
    std::shared_ptr<const runtime::Evaluation> m_shown;
};

/// Writes a table of texts into a widget; columns of numbers stand right.
void fillTable(QTableWidget& widget, const TextTable& table);

} // namespace hierascope::widgets
