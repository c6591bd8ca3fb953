// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/train/config_delegate.h"
#include "widgets/train/config_model.h"
#include "widgets/train/new_run_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

// The form of a new run: its fields and where they stand.
namespace hierascope::widgets {

namespace {

constexpr int kTableHeight = 220;

} // namespace

QToolButton* NewRunPanel::makeButton(const char* role, const QString& text, const QString& tip) {
    QToolButton* button = makeToolButton(this, role, text, tip);
    button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    return button;
}

void NewRunPanel::makeTable() {
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterRole(ConfigModel::SearchRole);
    m_table->setModel(m_found);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setItemDelegate(new ConfigDelegate(m_theme, *m_model, m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(kTableHeight);
    m_table->header()->setSectionResizeMode(ConfigModel::NameColumn, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(ConfigModel::ValueColumn, QHeaderView::Interactive);
    m_table->header()->resizeSection(ConfigModel::ValueColumn, 100);
    m_table->header()->setStretchLastSection(false);
    m_table->setAccessibleName(tr("All settings"));
    m_table->setToolTip(tr("Press F2 or click twice to change a value, which is JSON"));
    m_search->setPlaceholderText(tr("Search all settings"));
    m_search->setAccessibleName(tr("Search all settings"));
    m_search->setToolTip(tr("Shows the settings whose name, help or value has this text"));
    m_help->setWordWrap(true);
    m_help->setProperty("role", QStringLiteral("secondary"));
    m_help->setText(tr("Choose a setting to read what it means."));
    m_help->setMinimumHeight(3 * m_help->fontMetrics().height());
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, m_help,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    m_help->setText(index.data(ConfigModel::HelpRole).toString());
            });
    m_search->setClearButtonEnabled(true);
}

void NewRunPanel::makeFields() {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    const auto add = [&](const QString& name, const QString& tip, QWidget* field) {
        auto* label = new QLabel(name, this);
        label->setProperty("role", QStringLiteral("secondary"));
        label->setToolTip(tip);
        field->setAccessibleName(name);
        field->setToolTip(tip);
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        field->setMinimumWidth(40);
        form->addRow(label, field);
    };
    constexpr int kMostSteps = 1'000'000'000;
    constexpr int kMostBatch = 65536;
    m_steps->setRange(1, kMostSteps);
    m_batch->setRange(1, kMostBatch);
    m_steps->setGroupSeparatorShown(true);
    m_device->addItems({QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda")});
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(tr("Preset"), tr("Where the settings come from; each can be changed"), m_presets);
    add(tr("Name"), tr("The name of the run's folder"), m_name);
    add(tr("Data"), tr("A folder of images, or a packed set; drop it on this view"), m_data);
    auto* data = new QHBoxLayout;
    data->addWidget(m_choose);
    data->addWidget(m_demo);
    form->addRow(QString(), data);
    add(tr("Device"), tr("Where it trains: the best there is, the processor, or a GPU"), m_device);
    add(tr("Steps"), tr("How many batches it learns from; a run can be extended later"), m_steps);
    add(tr("Batch"), tr("Images in a step; memory grows with it"), m_batch);
    add(tr("Learning rate"), tr("The peak of the schedule, per step"), m_rate);
    for (QLabel* label : {m_problem, m_cost}) {
        label->setWordWrap(true);
        label->hide();
    }
    m_problem->setProperty("role", QStringLiteral("warning"));
    m_cost->setFont(numberFont());
    auto* ends = new QHBoxLayout;
    ends->addWidget(m_ask);
    ends->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addLayout(form);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(m_help);
    column->addWidget(m_problem);
    column->addWidget(m_cost);
    column->addLayout(ends);
}

} // namespace hierascope::widgets
