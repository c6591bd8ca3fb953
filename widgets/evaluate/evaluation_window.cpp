// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluation_window.h"

#include "widgets/evaluate/evaluation_text.h"
#include "widgets/evaluate/score_model.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kThumbnail = 48;

QPushButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    return button;
}

QTableWidget* makeTable(const QString& name, QWidget* parent) {
    auto* table = new QTableWidget(parent);
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    return table;
}

} // namespace

EvaluationWindow::EvaluationWindow(ViewState& state, EvaluationBench& bench, QWidget* parent)
    : QDialog(parent), m_state(state), m_bench(bench), m_scores(new ScoreModel(this)),
      m_sorted(new QSortFilterProxyModel(this)), m_model(new QLabel(this)),
      m_data(new QComboBox(this)), m_count(new QSpinBox(this)),
      m_start(makeButton(tr("Evaluate"), tr("Measure model A on these images"), this)),
      m_outcome(new QLabel(this)), m_tabs(new QTabWidget(this)),
      m_set(makeTable(tr("Figures of the set"), this)),
      m_levels(makeTable(tr("Figures of each level"), this)),
      m_classes(makeTable(tr("Figures of each class"), this)), m_images(new QTableView(this)),
      m_level(new QComboBox(this)),
      m_save(makeButton(tr("Save…"), tr("Write evaluation.json and tables into a folder"), this)),
      m_copy(makeButton(tr("Copy"), tr("Copy the table that is shown"), this)),
      m_sheet(makeButton(tr("Comparison Sheet…"),
                         tr("Measure A and B on these images and save pictures with numbers"),
                         this)) {
    setWindowTitle(tr("Evaluation"));
    setObjectName(QStringLiteral("evaluationWindow"));
    setModal(false);
    resize(860, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeForm());
    m_outcome->setWordWrap(true);
    m_outcome->setProperty("role", QStringLiteral("secondary"));
    column->addWidget(m_outcome);
    m_tabs->addTab(m_set, tr("Set"));
    m_tabs->addTab(m_levels, tr("Levels"));
    m_tabs->addTab(makeImages(), tr("Images"));
    m_tabs->addTab(m_classes, tr("Classes"));
    column->addWidget(m_tabs, 1);
    column->addWidget(makeButtons());
    connect(&bench, &EvaluationBench::changed, this, &EvaluationWindow::follow);
    connect(&bench, &EvaluationBench::saved, this,
            [this](const QString& path) { m_outcome->setText(tr("Saved %1").arg(path)); });
    connect(&bench, &EvaluationBench::failed, this,
            [this](const QString& sentence) { m_outcome->setText(sentence); });
    connect(&state, &ViewState::choiceChanged, this, &EvaluationWindow::follow);
    follow();
}

QWidget* EvaluationWindow::makeForm() {
    auto* form = new QWidget(this);
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addRow(tr("Model A"), m_model);
    auto* line = new QHBoxLayout;
    m_data->addItem(tr("The library's images"), QString());
    m_data->setAccessibleName(tr("Images"));
    m_data->setToolTip(tr("Whose reconstructions are measured"));
    m_count->setRange(0, 1000000);
    m_count->setValue(100);
    m_count->setSpecialValueText(tr("all"));
    m_count->setAccessibleName(tr("How many images"));
    m_count->setToolTip(tr("How many images from the first on"));
    auto* folder = makeButton(tr("Folder…"), tr("Choose a folder of images"), form);
    connect(folder, &QPushButton::clicked, this, &EvaluationWindow::askForFolder);
    auto* lpips = makeButton(tr("LPIPS…"), tr("Choose a file of LPIPS weights"), form);
    connect(lpips, &QPushButton::clicked, this,
            [this] { askForFile(tr("LPIPS Weights"), m_lpips); });
    auto* inception = makeButton(
        tr("Inception…"), tr("Choose the weights of the Inception that FID is defined by"), form);
    connect(inception, &QPushButton::clicked, this,
            [this] { askForFile(tr("Inception Weights"), m_inception); });
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_data, folder, m_count, lpips, inception, m_start})
        line->addWidget(widget, widget == m_data ? 1 : 0);
    rows->addRow(tr("Images"), line);
    connect(m_start, &QPushButton::clicked, this, [this] {
        const bool isWorking = m_bench.phase() == EvaluationBench::Phase::Working ||
                               m_bench.phase() == EvaluationBench::Phase::Opening;
        isWorking ? stop() : start();
    });
    return form;
}

QWidget* EvaluationWindow::makeImages() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    m_level->setAccessibleName(tr("Level"));
    m_level->setToolTip(tr("The level whose figures the table shows"));
    column->addWidget(m_level, 0, Qt::AlignLeft);
    m_sorted->setSourceModel(m_scores);
    m_sorted->setSortRole(ScoreModel::kSortRole);
    m_images->setModel(m_sorted);
    m_images->setAccessibleName(tr("Figures of each image"));
    m_images->setToolTip(tr("Pick a row to show the image; a heading sorts"));
    m_images->setSortingEnabled(true);
    m_images->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_images->setSelectionMode(QAbstractItemView::SingleSelection);
    m_images->setIconSize(QSize(kThumbnail, kThumbnail));
    m_images->setTabKeyNavigation(false);
    m_images->verticalHeader()->hide();
    m_images->verticalHeader()->setDefaultSectionSize(kThumbnail + 4);
    column->addWidget(m_images, 1);
    const auto pick = [this](const QModelIndex& index) {
        const QString path = index.siblingAtColumn(0).data(ScoreModel::kPathRole).toString();
        if (!path.isEmpty())
            Q_EMIT imageWanted(path);
    };
    connect(m_images, &QTableView::clicked, this, pick);
    connect(m_images, &QTableView::activated, this, pick);
    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_scores->setLevel(index); });
    return page;
}

QWidget* EvaluationWindow::makeButtons() {
    auto* bar = new QWidget(this);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    auto* copies = new QMenu(m_copy);
    addCopyActions(*copies, [this] { return shownTable(); });
    m_copy->setMenu(copies);
    line->addWidget(m_sheet);
    line->addStretch(1);
    line->addWidget(m_copy);
    line->addWidget(m_save);
    auto* close = makeButton(tr("Close"), tr("The work goes on"), bar);
    line->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &EvaluationWindow::askForTables);
    connect(m_sheet, &QPushButton::clicked, this, &EvaluationWindow::sheetWanted);
    return bar;
}

EvaluationWish EvaluationWindow::wish() const {
    EvaluationWish wish;
    if (const QString path = m_data->currentData().toString(); !path.isEmpty())
        wish.data << path;
    wish.images = m_count->value();
    wish.lpips = m_lpips;
    wish.inception = m_inception;
    return wish;
}

void EvaluationWindow::setData(const QString& path) {
    int row = m_data->findData(path);
    if (row < 0) {
        m_data->addItem(fileNameOf(path), path);
        row = m_data->count() - 1;
    }
    m_data->setCurrentIndex(row);
}

void EvaluationWindow::setImages(int images) {
    m_count->setValue(images);
}

void EvaluationWindow::start() {
    m_bench.start(wish());
}

void EvaluationWindow::stop() {
    m_bench.stop();
}

void EvaluationWindow::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("A Folder of Images"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &EvaluationWindow::setData);
    dialog->open();
}

void EvaluationWindow::askForFile(const QString& title, QString& file) {
    auto* dialog = new QFileDialog(this, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, &file](const QString& path) {
        file = path;
        follow();
    });
    dialog->open();
}

void EvaluationWindow::askForTables() {
    auto* dialog = new QFileDialog(this, tr("A Folder for the Tables"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, &m_bench, &EvaluationBench::save);
    dialog->open();
}

TextTable EvaluationWindow::shownTable() const {
    const auto evaluation = m_bench.evaluation();
    if (!evaluation)
        return {};
    if (m_tabs->currentWidget() == m_levels)
        return levelTable(*evaluation);
    if (m_tabs->currentWidget() == m_classes)
        return classTable(*evaluation);
    if (m_tabs->currentWidget() == m_set)
        return setTable(*evaluation);
    TextTable table;
    for (int column = ScoreModel::Name; column < m_sorted->columnCount(); ++column)
        table.header << m_sorted->headerData(column, Qt::Horizontal).toString();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList cells;
        for (int column = ScoreModel::Name; column < m_sorted->columnCount(); ++column)
            cells << m_sorted->index(row, column).data().toString();
        table.rows.push_back(cells);
    }
    return table;
}

void EvaluationWindow::follow() {
    using Phase = EvaluationBench::Phase;
    const QString model = m_state.choice().a.model;
    m_model->setText(model.isEmpty() ? tr("none is open") : fileNameOf(model));
    const Phase phase = m_bench.phase();
    const bool isWorking = phase == Phase::Opening || phase == Phase::Working;
    m_start->setText(isWorking ? tr("Stop") : tr("Evaluate"));
    m_start->setEnabled(isWorking || !model.isEmpty());
    m_sheet->setEnabled(m_state.hasB() && !m_bench.isSaving());
    const auto evaluation = m_bench.evaluation();
    m_save->setEnabled(evaluation != nullptr);
    m_copy->setEnabled(evaluation != nullptr);
    switch (phase) {
    case Phase::Empty:
        m_outcome->setText(
            tr("Measures model A's reconstructions: press Evaluate. Every number keeps how it "
               "was made."));
        break;
    case Phase::Opening:
        m_outcome->setText(tr("Opening the model"));
        break;
    case Phase::Working:
        m_outcome->setText(
            tr("%1 of %2 images").arg(m_bench.progress().done).arg(m_bench.progress().total));
        break;
    case Phase::Failed:
        m_outcome->setText(QString::fromStdString(m_bench.error().message));
        break;
    case Phase::Ready:
    case Phase::Stopped:
        m_outcome->setText(
            evaluation
                ? tr("%1: %2 images%3")
                      .arg(QString::fromStdString(evaluation->model),
                           QLocale().toString(qulonglong(evaluation->images.size())),
                           phase == Phase::Stopped ? tr(", stopped before the end") : QString())
                : tr("Stopped"));
        break;
    }
    if (evaluation != m_shown) {
        m_shown = evaluation;
        showTables();
    }
}

void EvaluationWindow::showTables() {
    fillTable(*m_set, m_shown ? setTable(*m_shown) : TextTable());
    fillTable(*m_levels, m_shown ? levelTable(*m_shown) : TextTable());
    fillTable(*m_classes, m_shown ? classTable(*m_shown) : TextTable());
    m_tabs->setTabVisible(m_tabs->indexOf(m_classes), m_shown && !m_shown->classes.empty());
    m_scores->setEvaluation(m_shown);
    {
        const QSignalBlocker quiet(m_level);
        m_level->clear();
        if (m_shown)
            for (const runtime::LevelInfo& level : m_shown->levels)
                m_level->addItem(QString::fromStdString(level.name));
        m_level->setCurrentIndex(m_level->count() - 1);
    }
    m_scores->setLevel(m_level->currentIndex());
    // The worst ones first.
    if (const int column = m_scores->columnOf("psnr_full"); column >= 0)
        m_images->sortByColumn(column, Qt::AscendingOrder);
    m_images->resizeColumnsToContents();
}

void fillTable(QTableWidget& widget, const TextTable& table) {
    widget.setColumnCount(int(table.header.size()));
    widget.setHorizontalHeaderLabels(table.header);
    widget.setRowCount(int(table.rows.size()));
    for (int row = 0; row < widget.rowCount(); ++row)
        for (int column = 0; column < widget.columnCount(); ++column) {
            const QString text = table.rows[std::size_t(row)].value(column);
            auto* cell = new QTableWidgetItem(text);
            cell->setToolTip(text);
            bool isNumber = false;
            text.toDouble(&isNumber);
            if (isNumber)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            widget.setItem(row, column, cell);
        }
    widget.resizeColumnsToContents();
}

} // namespace hierascope::widgets
