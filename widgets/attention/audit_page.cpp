// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/audit_page.h"

#include <algorithm>

#include "widgets/attention/attention_text.h"
#include "widgets/attention/grid_table.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

namespace hierascope::widgets {

AuditPage::AuditPage(const Theme& theme, ViewState& state, AttentionState& attention,
                     QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_parts{} {
    auto* inside = new QWidget;
    auto* row = new QHBoxLayout(inside);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(32);
    for (Part& part : m_parts) {
        part = makePart();
        row->addWidget(part.whole, 0, Qt::AlignTop);
    }
    row->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Audit of the mask"));
    scroll->setToolTip(tr("What the model declares against what was measured"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

AuditPage::Part AuditPage::makePart() {
    constexpr int kSentenceWidth = 460;
    Part part;
    part.whole = new QWidget(this);
    part.title = new QLabel(part.whole);
    part.icon = new QLabel(part.whole);
    part.verdict = new QLabel(part.whole);
    part.verdict->setWordWrap(true);
    part.verdict->setMinimumWidth(kSentenceWidth);
    part.verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    part.verdict->setToolTip(tr("The outcome of the audit"));
    part.grid = new GridTable(theme(), part.whole);
    auto* column = new QVBoxLayout(part.whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(part.title);
    auto* sentence = new QHBoxLayout;
    sentence->addWidget(part.icon, 0, Qt::AlignTop);
    sentence->addWidget(part.verdict, 1);
    column->addLayout(sentence);
    column->addWidget(part.grid);
    return part;
}

void AuditPage::showAudit(const Part& part, const runtime::MaskAudit& audit) {
    GridTable::Content content;
    content.title = tr("Picture (row) moved by tokens (column)");
    for (const runtime::LevelInfo& level : audit.levels)
        content.rows << levelTitle(level);
    content.columns = content.rows;
    int unused = 0;
    for (std::size_t picture = 0; picture < audit.levels.size(); ++picture)
        for (std::size_t tokens = 0; tokens < audit.levels.size(); ++tokens) {
            GridTable::Cell cell;
            const double moved = audit.measured[audit.at(picture, tokens)];
            const bool isDeclared = audit.declared[audit.at(picture, tokens)] != 0;
            const QString number = weightText(moved);
            cell.isLeak = audit.isLeak(picture, tokens);
            const bool isUnused = audit.isUnused(picture, tokens);
            unused += isUnused ? 1 : 0;
            cell.isFaint = isUnused || !isDeclared;
            cell.text = cell.isLeak  ? tr("⚠ leak %1").arg(number)
                        : isUnused   ? tr("unused")
                        : isDeclared ? number
                                     : QStringLiteral("0");
            cell.tip =
                (cell.isLeak  ? tr("Leak: the picture must not depend on these tokens, yet a pixel "
                                    "moved by %1.")
                 : isUnused   ? tr("The picture may depend on these tokens, but no pixel moved "
                                     "(%1).")
                 : isDeclared ? tr("As declared: the picture depends on these tokens; a pixel "
                                   "moved by %1.")
                              : tr("As declared: the picture does not depend on these tokens "
                                   "(%1)."))
                    .arg(number);
            content.cells.push_back(std::move(cell));
        }
    part.grid->setContent(std::move(content));
    const int leaks = audit.leaks();
    part.icon->setVisible(leaks > 0);
    part.icon->setPixmap(tintedPixmap(QStringLiteral("warning"), theme().color(ColorRole::Bad), 20,
                                      devicePixelRatioF()));
    const QString rule =
        tr("All tokens of a level became noise, one level after the other; up to %1 counts as "
           "no change.")
            .arg(QLocale().toString(audit.tolerance, 'g', 2));
    QStringList lines = {leaks == 0 ? tr("No leak: no picture moved that must not.")
                                    : tr("Leaks: %1. A picture moved that must not.").arg(leaks)};
    if (unused > 0)
        lines << tr("Declared and not used: %1.").arg(unused);
    part.verdict->setText((lines << rule).join(QLatin1Char('\n')));
}

void AuditPage::follow() {
    for (const Side side : kSides) {
        const Part& part = m_parts[std::size_t(side)];
        part.whole->setVisible(attention().isShown(side));
        const AttentionState::Shown& shown = attention().at(side);
        const QString model = fileNameOf(state().choice().resolved(side).model);
        part.title->setText(attention().hasB()
                                ? tr("%1: %2").arg(side == Side::A ? tr("A") : tr("B"), model)
                                : model);
        part.grid->setVisible(shown.audit != nullptr);
        if (shown.audit) {
            showAudit(part, *shown.audit);
            continue;
        }
        part.icon->hide();
        const QString message = messageOf(side);
        part.verdict->setText(!message.isEmpty() ? message
                              : shown.problem    ? QString::fromStdString(shown.problem->message)
                                                 : tr("Auditing the mask…"));
    }
}

QString AuditPage::verdict(Side side) const {
    return m_parts[std::size_t(side)].verdict->text();
}

TextTable AuditPage::table() const {
    TextTable text;
    for (const Side side : kSides)
        if (attention().at(side).audit && attention().isShown(side)) {
            const TextTable one = grid(side)->table();
            if (text.header.isEmpty())
                text.header = QStringList{tr("Model")} + one.header;
            for (const QStringList& cells : one.rows)
                text.rows.push_back(QStringList{side == Side::A ? tr("A") : tr("B")} + cells);
        }
    return text;
}

} // namespace hierascope::widgets
