// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/task_row.h"

#include "widgets/common/icons.h"
#include "widgets/common/progress_bar.h"
#include "widgets/common/theme.h"
#include "widgets/tasks/task_list_model.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

/// As clocks show it: 0:07, 12:30, 1:02:03.
QString clockText(double elapsedSeconds) {
    const auto all = qint64(elapsedSeconds);
    const auto padded = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    const QString seconds = QLatin1Char(':') + padded(all % 60);
    const qint64 minutes = all / 60;
    if (minutes < 60)
        return QString::number(minutes) + seconds;
    return QString::number(minutes / 60) + QLatin1Char(':') + padded(minutes % 60) + seconds;
}

} // namespace

TaskRow::TaskRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_time(new QLabel(this)),
      m_stage(new QLabel(this)), m_bar(new ProgressBar(this)), m_stop(new QToolButton(this)) {
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_time->setFont(numberFont());
    m_time->setProperty("role", QStringLiteral("secondary"));
    m_time->setToolTip(tr("How long the task has run"));
    m_stage->setTextFormat(Qt::PlainText);
    m_stage->setProperty("role", QStringLiteral("secondary"));
    m_stage->setWordWrap(true);
    m_bar->setToolTip(tr("How far the task has come"));
    m_stop->setProperty("role", QStringLiteral("quiet"));
    m_stop->setFocusPolicy(Qt::StrongFocus);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_time, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_stop, 0, 2, Qt::AlignVCenter);
    grid->addWidget(m_bar, 1, 0, 1, 3);
    grid->addWidget(m_stage, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_stop, &QToolButton::clicked, this, &TaskRow::stopRequested);
    connect(&theme, &Theme::changed, this, &TaskRow::tint);
    tint();
}

void TaskRow::showTask(const QModelIndex& task) {
    const QString title = task.data(TaskListModel::TitleRole).toString();
    const QString stage = task.data(TaskListModel::StageRole).toString();
    m_title->setText(title);
    m_stage->setText(stage);
    m_stage->setVisible(!stage.isEmpty());
    showFraction(task.data(TaskListModel::FractionRole).toDouble());
    showSeconds(task.data(TaskListModel::SecondsRole).toDouble());
    m_bar->setAccessibleName(tr("Progress of %1").arg(title));
    m_stop->setAccessibleName(tr("Stop %1").arg(title));
    m_stop->setToolTip(tr("Stop %1").arg(title));
    setAccessibleName(title);
    setAccessibleDescription(stage);
}

void TaskRow::showFraction(double fraction) {
    m_bar->setShare(fraction);
}

void TaskRow::showSeconds(double seconds) {
    m_time->setText(clockText(seconds));
}

void TaskRow::tint() {
    m_stop->setIcon(tintedIcon(QStringLiteral("close"), m_theme.color(ColorRole::Secondary)));
}

} // namespace hierascope::widgets
