// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compare_bar.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr int kListedImages = 20;

QToolButton* makeQuietButton(const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

/// The menu's text for a file name: an ampersand is no shortcut.
QString menuText(QString name) {
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

CompareBar::CompareBar(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_chooser(new QToolButton(this)),
      m_segments(new Segments(
          tr("A and B"),
          {{tr("A"), tr("Show A alone (hold B to see B in its place)")},
           {tr("Side by side"), tr("A and B beside each other, moved and zoomed together")},
           {tr("Wipe"), tr("A and B over each other, with a line to drag between them")},
           {tr("Difference"), tr("A minus B, signed: red where A is brighter")}},
          this)),
      m_swap(makeQuietButton(tr("Swap A and B"), this)),
      m_clear(makeQuietButton(tr("Compare no longer"), this)), m_hint(new QLabel(this)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget* part : {static_cast<QWidget*>(m_segments), static_cast<QWidget*>(m_chooser),
                          static_cast<QWidget*>(m_swap), static_cast<QWidget*>(m_clear),
                          static_cast<QWidget*>(m_hint)})
        row->addWidget(part);
    m_chooser->setProperty("role", QStringLiteral("split"));
    auto* menu = new QMenu(m_chooser);
    m_chooser->setMenu(menu);
    m_hint->setProperty("role", QStringLiteral("secondary"));
    m_hint->setText(tr("hold B to flip"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu, m_state); });
    connect(m_chooser, &QToolButton::clicked, this, [this] {
        if (const QString model = suggestion(); !model.isEmpty())
            m_state.compareWith({model, {}});
    });
    connect(&state.models(), &LibraryModel::rowsInserted, this, &CompareBar::follow);
    connect(&state.models(), &LibraryModel::rowsRemoved, this, &CompareBar::follow);
    connect(m_segments, &Segments::chosen, this,
            [this](int index) { m_state.setCompare(Compare(index)); });
    connect(m_swap, &QToolButton::clicked, &state, &ViewState::swapSubjects);
    connect(m_clear, &QToolButton::clicked, &state, &ViewState::clearB);
    connect(&state, &ViewState::choiceChanged, this, &CompareBar::follow);
    connect(&theme, &Theme::changed, this, &CompareBar::tint);
    follow();
    tint();
}

void CompareBar::fillMenu(QMenu& menu, ViewState& state) {
    menu.clear();
    const auto add = [&](const LibraryModel& library, int row, const Subject& b) {
        QAction* action = menu.addAction(menuText(library.item(row).name));
        action->setToolTip(library.item(row).path);
        QObject::connect(action, &QAction::triggered, &state,
                         [&state, b] { state.compareWith(b); });
    };
    const Subject a = state.choice().a;
    menu.addSection(tr("Another model on this image"));
    for (int row = 0; row < state.models().rowCount(); ++row)
        if (const QString& path = state.models().item(row).path;
            path != a.model && !state.models().item(row).isGenerator)
            add(state.models(), row, {path, state.choice().b.image});
    menu.addSection(tr("Another image through this model"));
    for (int row = 0; row < std::min(kListedImages, state.images().rowCount()); ++row)
        if (const QString& path = state.images().item(row).path; path != a.image)
            add(state.images(), row, {state.choice().b.model, path});
    if (menu.actions().size() == 2)
        menu.addAction(tr("Open a second model or image first"))->setEnabled(false);
}

/// The first model that is not A, empty where there is none.
QString CompareBar::suggestion() const {
    for (int row = 0; row < m_state.models().rowCount(); ++row) {
        const LibraryItem& item = m_state.models().item(row);
        if (item.path != m_state.choice().a.model && !item.isGenerator && !item.hasError &&
            !item.isMissing)
            return item.path;
    }
    return {};
}

void CompareBar::follow() {
    const bool hasB = m_state.hasB();
    m_chooser->setVisible(!hasB);
    const QString model = suggestion();
    m_chooser->setPopupMode(model.isEmpty() ? QToolButton::InstantPopup
                                            : QToolButton::MenuButtonPopup);
    m_chooser->setText(model.isEmpty() ? tr("Compare with…")
                                       : tr("Compare with %1").arg(fileNameOf(model)));
    m_chooser->setToolTip(
        model.isEmpty() ? tr("Choose B: another model on this image, or another image")
                        : tr("Show this model as B beside A; the arrow lists other models and "
                             "images"));
    m_chooser->setAccessibleName(m_chooser->toolTip());
    for (QWidget* part : {static_cast<QWidget*>(m_segments), static_cast<QWidget*>(m_swap),
                          static_cast<QWidget*>(m_clear), static_cast<QWidget*>(m_hint)})
        part->setVisible(hasB);
    m_segments->setCurrent(int(m_state.choice().compare));
    updateGeometry();
}

void CompareBar::tint() {
    const QColor color = m_theme.color(ColorRole::Secondary);
    m_swap->setIcon(tintedIcon(QStringLiteral("swap"), color));
    m_clear->setIcon(tintedIcon(QStringLiteral("close"), color));
}

} // namespace hierascope::widgets
