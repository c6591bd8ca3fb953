// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/task_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/progress_bar.h"
#include "widgets/common/theme.h"
#include "widgets/tasks/task_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr double kVisibleAfterSeconds = 0.3;

} // namespace

TaskBar::TaskBar(const Theme& theme, TaskListModel& tasks, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tasks(tasks), m_parts(new QWidget(this)),
      m_title(new QLabel(m_parts)), m_bar(new ProgressBar(m_parts)), m_share(new QLabel(m_parts)),
      m_cancel(new QToolButton(m_parts)) {
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_parts);
    auto* row = new QHBoxLayout(m_parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_bar),
                          static_cast<QWidget*>(m_share), static_cast<QWidget*>(m_cancel)})
        row->addWidget(part, 0, Qt::AlignVCenter);
    m_title->setProperty("role", QStringLiteral("secondary"));
    m_share->setFont(numberFont());
    m_bar->setFixedWidth(140);
    m_bar->setAccessibleName(tr("Progress of the task"));
    m_cancel->setProperty("role", QStringLiteral("quiet"));
    m_cancel->setToolTip(tr("Stop this task"));
    m_cancel->setAccessibleName(tr("Stop this task"));
    m_parts->hide();
    setAccessibleName(tr("Running tasks"));
    m_clock.setInterval(100);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_tasks.cancel(m_row); });
    connect(&m_clock, &QTimer::timeout, this, &TaskBar::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&tasks, signal, this, &TaskBar::refresh);
    connect(&tasks, &QAbstractItemModel::dataChanged, this, &TaskBar::refresh);
    connect(&theme, &Theme::changed, this, &TaskBar::tint);
    tint();
}

bool TaskBar::showsTask() const {
    return m_row >= 0;
}

void TaskBar::refresh() {
    m_row = -1;
    int others = 0;
    for (int row = 0; row < m_tasks.rowCount(); ++row) {
        const double seconds = m_tasks.index(row).data(TaskListModel::SecondsRole).toDouble();
        if (seconds < kVisibleAfterSeconds)
            continue;
        if (m_row < 0)
            m_row = row;
        else
            ++others;
    }
    if (m_tasks.rowCount() == 0)
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
    m_parts->setVisible(m_row >= 0);
    if (m_row >= 0)
        showRow(m_row, others);
}

void TaskBar::showRow(int row, int others) {
    const QModelIndex task = m_tasks.index(row);
    QString title = task.data(TaskListModel::TitleRole).toString();
    const QString stage = task.data(TaskListModel::StageRole).toString();
    if (!stage.isEmpty())
        title += QStringLiteral(" · ") + stage;
    if (others > 0)
        title += tr("  (and %1 more)").arg(others);
    m_title->setText(title);
    const double fraction = task.data(TaskListModel::FractionRole).toDouble();
    m_bar->setShare(fraction);
    m_share->setVisible(fraction >= 0.0);
    m_share->setText(tr("%1 %").arg(int(fraction * 100.0)));
}

void TaskBar::tint() {
    m_cancel->setIcon(tintedIcon(QStringLiteral("close"), m_theme.color(ColorRole::Secondary)));
}

} // namespace hierascope::widgets
