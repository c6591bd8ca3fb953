// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/codebook_panel.h"

#include "widgets/codebook/codebook_text.h"
#include "widgets/common/room_layout.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/code_difference.h"
#include "widgets/state/view_state.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kSmallestWidth = 296; // as the inspector's

QLabel* makeLabel(const QString& role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    if (!role.isEmpty())
        label->setProperty("role", role);
    return label;
}

} // namespace

CodebookPanel::CodebookPanel(const ViewState& state, const CodebookState& codebook, QWidget* parent)
    : QScrollArea(parent), m_state(state), m_codebook(codebook),
      m_heading(makeLabel(QStringLiteral("heading"), this)),
      m_data(makeLabel(QStringLiteral("secondary"), this)), m_numbers(makeLabel({}, this)),
      m_differences(makeLabel({}, this)),
      m_copyNumbers(makeCopyButton(tr("Copy the numbers"), [this] { return this->table(); })),
      m_copyDifferences(
          makeCopyButton(tr("Copy what differs"), [this] { return differenceTable(m_state); })) {
    setAccessibleName(tr("The codebook's numbers"));
    setAccessibleDescription(tr("Usage in all and per level, and which codes differ"));
    QVBoxLayout* column = layOutInspector(this, kSmallestWidth);
    column->setSpacing(8);
    m_numbers->setAccessibleName(tr("Usage"));
    m_differences->setAccessibleName(tr("What differs"));
    for (QLabel* label : {m_numbers, m_differences}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setToolTip(tr("The numbers can be selected; Copy… takes the whole table"));
    }
    auto* heading = makeLabel(QStringLiteral("heading"), this);
    heading->setText(tr("A AND B IN THIS IMAGE"));
    for (QWidget* part : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_data),
                          static_cast<QWidget*>(m_numbers), static_cast<QWidget*>(m_copyNumbers),
                          static_cast<QWidget*>(heading), static_cast<QWidget*>(m_differences),
                          static_cast<QWidget*>(m_copyDifferences)})
        column->addWidget(part);
    column->addStretch();
    setWidget(column->parentWidget());
    follow();
}

QToolButton* CodebookPanel::makeCopyButton(const QString& name,
                                           const std::function<TextTable()>& table) {
    QToolButton* button = makeToolButton(
        this, "button", tr("Copy…"), tr("Put the table on the clipboard, in one of three forms"));
    button->setAccessibleName(name);
    auto* menu = new QMenu(button);
    addCopyActions(*menu, table);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

TextTable CodebookPanel::table() const {
    return m_codebook.at(Side::A).study ? channelTable(m_codebook) : usageTable(m_codebook);
}

void CodebookPanel::follow() {
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    m_heading->setText(a.study ? tr("CHANNELS") : tr("VOCABULARY"));
    if (a.atlas) {
        const auto& statistics = a.atlas->statistics;
        QString text = tr("%1 codes; %2 tokens, %3 images of %4.")
                           .arg(locale().toString(qlonglong(statistics.size)),
                                locale().toString(qlonglong(statistics.tokens)),
                                locale().toString(qlonglong(statistics.images)),
                                QString::fromStdString(a.atlas->dataName));
        if (!a.atlas->isComplete)
            text += QLatin1Char(' ') + tr("Stopped before the last image.");
        m_data->setText(text);
        m_numbers->setText(richText(usageTable(m_codebook)));
    } else if (a.study) {
        m_data->setText(tr("%1 vectors, %2 images of %3.")
                            .arg(locale().toString(qlonglong(a.study->places)),
                                 locale().toString(qlonglong(a.study->images)),
                                 QString::fromStdString(a.study->dataName)));
        m_numbers->setText({});
    } else {
        m_data->setText(tr("Nothing was counted yet."));
        m_numbers->setText({});
    }
    m_numbers->setVisible(!m_numbers->text().isEmpty());
    m_copyNumbers->setEnabled(a.atlas || a.study);
    const QString why = whyNoCodeDifference(m_state);
    m_differences->setText(why.isEmpty() ? richText(differenceTable(m_state)) : why);
    m_copyDifferences->setEnabled(why.isEmpty());
}

} // namespace hierascope::widgets
