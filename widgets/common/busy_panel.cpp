// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/busy_panel.h"

#include "widgets/common/progress_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

BusyPanel::BusyPanel(QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_stage(new QLabel(this)),
      m_bar(new ProgressBar(this)), m_stop(new QPushButton(tr("Stop"), this)) {
    setObjectName(QStringLiteral("busy"));
    m_stage->setProperty("role", QStringLiteral("secondary"));
    m_bar->setFixedWidth(240);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setAccessibleName(tr("Stop this task"));
    m_stop->setToolTip(tr("Stop this task"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title, 0, Qt::AlignCenter);
    layout->addWidget(m_bar, 0, Qt::AlignCenter);
    layout->addWidget(m_stage, 0, Qt::AlignCenter);
    layout->addWidget(m_stop, 0, Qt::AlignCenter);
    connect(m_stop, &QPushButton::clicked, this, &BusyPanel::cancelRequested);
    setProgress(-1.0, {});
}

void BusyPanel::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
    setProgress(-1.0, {});
}

void BusyPanel::setProgress(double fraction, const QString& stage) {
    m_bar->setShare(fraction);
    m_stage->setText(stage);
    m_stage->setVisible(!stage.isEmpty());
}

} // namespace hierascope::widgets
