// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/probe_panel.h"

#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/train/moment_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

ProbePanel::ProbePanel(MomentStrip* strip, QWidget* parent)
    : QFrame(parent), m_strip(strip), m_place(new QLabel(this)),
      m_previous(makeButton(QStringLiteral("‹"), tr("The picture before of the probe set"), -1)),
      m_next(makeButton(QStringLiteral("›"), tr("The next picture of the probe set"), 1)) {
    strip->setParent(this);
    auto* title = new QLabel(tr("The probe set through training"), this);
    title->setToolTip(tr("The same held-out pictures at each step that shows them "
                         "(training.sample_every)"));
    m_place->setProperty("role", QStringLiteral("secondary"));
    m_place->setFont(numberFont());
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_previous);
    head->addWidget(m_place);
    head->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(strip);
    connect(strip, &MomentStrip::probeChanged, this, &ProbePanel::follow);
    follow();
}

QToolButton* ProbePanel::makeButton(const QString& text, const QString& tip, int by) {
    QToolButton* button = makeToolButton(this, "quiet", text, tip);
    button->setAccessibleName(tip);
    connect(button, &QToolButton::clicked, this,
            [this, by] { m_strip->setProbe(m_strip->probe() + by); });
    return button;
}

void ProbePanel::follow() {
    const int count = m_strip->probes();
    m_place->setText(count > 0 ? tr("%1 of %2").arg(m_strip->probe() + 1).arg(count) : QString());
    m_previous->setEnabled(m_strip->probe() > 0);
    m_next->setEnabled(m_strip->probe() + 1 < count);
    for (QToolButton* button : {m_previous, m_next})
        button->setVisible(count > 1);
}

} // namespace hierascope::widgets
