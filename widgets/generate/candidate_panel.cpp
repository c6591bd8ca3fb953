// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/candidate_panel.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/generate/candidate_row.h"
#include "widgets/generate/generation_text.h"
#include "widgets/state/generation_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

CandidatePanel::CandidatePanel(const Theme& theme, const GenerationState& generation,
                               QWidget* parent)
    : QWidget(parent), m_theme(theme), m_generation(generation), m_heading(new QLabel(this)),
      m_facts(new QLabel(this)), m_list(new QVBoxLayout), m_other(new QWidget(this)),
      m_code(new QSpinBox(m_other)), m_put(new QToolButton(m_other)) {
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_facts->setWordWrap(true);
    m_list->setSpacing(2);
    m_code->setAccessibleName(tr("Another code"));
    m_code->setToolTip(tr("Any code of the codebook, also one that was unlikely"));
    m_code->setFont(numberFont());
    m_put->setText(tr("Put it there"));
    m_put->setProperty("role", QStringLiteral("button"));
    m_put->setAccessibleName(tr("Put this code there"));
    m_put->setToolTip(tr("Replace the token by this code, and go on behind its step as a branch"));
    auto* row = new QHBoxLayout(m_other);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_code, 1);
    row->addWidget(m_put);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_facts);
    column->addLayout(m_list);
    column->addWidget(m_other);
    connect(m_put, &QToolButton::clicked, this,
            [this] { Q_EMIT replacementWanted(m_position, m_code->value()); });
    show(-1);
}

CandidateRow* CandidatePanel::rowAt(std::size_t index) {
    while (m_rows.size() <= index) {
        auto* row = new CandidateRow(m_theme, this);
        connect(row, &QAbstractButton::clicked, this,
                [this, row] { Q_EMIT replacementWanted(m_position, row->code()); });
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
    return m_rows[index];
}

void CandidatePanel::show(std::int64_t position) {
    m_position = position;
    for (CandidateRow* row : m_rows)
        row->hide();
    m_heading->setText(position < 0 ? tr("TOKEN") : tr("TOKEN %1").arg(position));
    m_other->hide();
    m_facts->setText(tr("Click a token to see its code, how sure the generator was, and what "
                        "could stand there instead."));
    if (position >= 0)
        showRecord();
}

void CandidatePanel::showRecord() {
    const Branch* branch = m_generation.branch();
    if (branch == nullptr)
        return;
    m_facts->setText(tr("Not written yet."));
    for (int step = 0; step <= m_generation.step(); ++step) {
        const auto record = m_generation.record(*branch, step);
        if (!record || m_position < record->step.first ||
            m_position >= record->step.first + std::int64_t(record->step.codes.size()))
            continue;
        const auto index = std::size_t(m_position - record->step.first);
        const std::int64_t code = record->step.codes[index];
        const double entropy =
            index < record->step.entropy.size() ? double(record->step.entropy[index]) : 0.0;
        m_facts->setText(tr("Code %1, written by %2.\nEntropy %3: %4")
                             .arg(code)
                             .arg(stepWord(step), bitsText(entropy),
                                  record->isGiven ? tr("this step was changed by hand.")
                                                  : tr("the likeliest codes were")));
        std::size_t shown = 0;
        if (index < record->step.candidates.size())
            for (const runtime::Candidate& candidate : record->step.candidates[index]) {
                CandidateRow* row = rowAt(shown++);
                row->setCandidate(candidate.code, candidate.probability, candidate.code == code);
                row->show();
            }
        m_code->setRange(0, int(m_generation.info()->vocabulary) - 1);
        m_code->setValue(int(code));
        m_other->show();
    }
}

} // namespace hierascope::widgets
