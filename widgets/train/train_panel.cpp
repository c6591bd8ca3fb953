// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/train_panel.h"

#include "widgets/common/segments.h"
#include "widgets/state/train_bench.h"
#include "widgets/train/new_run_panel.h"
#include "widgets/train/run_panel.h"

#include <QDir>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hierascope::widgets {

TrainPanel::TrainPanel(const Theme& theme, TrainBench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_run(new RunPanel(bench, this)),
      m_newRun(new NewRunPanel(theme, bench, this)),
      m_choice(new Segments(tr("Panel"),
                            {{tr("Run"), tr("The chosen run, and what can be done with it")},
                             {tr("New run"), tr("Settings of a run that does not exist yet")}},
                            this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    for (QWidget* page : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_newRun)}) {
        auto* scroll = new QScrollArea(this);
        scroll->setWidget(page);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_pages->addWidget(scroll);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_choice, 0, Qt::AlignHCenter);
    column->addWidget(m_pages, 1);
    connect(m_choice, &Segments::chosen, this, [this](int index) {
        if (index == 0)
            showRun();
        else
            showNewRun();
    });
    connect(m_run, &RunPanel::duplicateWanted, this, &TrainPanel::duplicate);
    connect(m_newRun, &NewRunPanel::started, this, &TrainPanel::showRun);
}

void TrainPanel::showRun() {
    m_choice->setCurrent(0);
    m_pages->setCurrentIndex(0);
}

void TrainPanel::showNewRun() {
    m_choice->setCurrent(1);
    m_pages->setCurrentIndex(1);
}

void TrainPanel::duplicate() {
    const RunSnapshot* run = m_bench.current();
    if (run == nullptr)
        return;
    m_newRun->setConfigFile(QDir(run->path).filePath(QStringLiteral("config.json")), run->name(),
                            deviceOf(run->path));
    showNewRun();
}

} // namespace hierascope::widgets
