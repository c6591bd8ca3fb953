// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/selection_panel.h"

#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/latent_subsets.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kRow = 26;
constexpr int kMostRows = 6;

QToolButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    QToolButton* button = makeToolButton(parent, "button", text, tip);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

SelectionPanel::SelectionPanel(ViewState& state, LatentState& latents, LatentSubsets& subsets,
                               QWidget* parent)
    : QWidget(parent), m_state(state), m_latents(latents), m_subsets(subsets),
      m_count(new QLabel(this)),
      m_invert(makeButton(tr("Invert"), tr("Select all points that are not selected"), this)),
      m_clear(makeButton(tr("Clear"), tr("Select no point (Ctrl+D)"), this)),
      m_save(makeButton(tr("Save subset"),
                        tr("Keep the selected points under a name (Ctrl+Shift+S)"), this)),
      m_export(makeButton(tr("Export…"),
                          tr("Save the selected points, or all where none is selected, with their "
                             "vectors and places (Ctrl+Shift+E)"),
                          this)),
      m_list(new QListWidget(this)),
      m_remove(makeButton(tr("Delete subset"), tr("Forget the subset that is marked"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* heading = new QLabel(tr("SELECTION"), this);
    heading->setProperty("role", QStringLiteral("heading"));
    m_count->setFont(numberFont());
    m_count->setWordWrap(true);
    auto* buttons = new QGridLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_invert, 0, 0);
    buttons->addWidget(m_clear, 0, 1);
    buttons->addWidget(m_save, 1, 0);
    buttons->addWidget(m_export, 1, 1);
    m_list->setAccessibleName(tr("Subsets"));
    m_list->setToolTip(tr("Press Return or click twice to select a subset's points, F2 to rename"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    column->addWidget(heading);
    column->addWidget(m_count);
    column->addLayout(buttons);
    column->addWidget(m_list);
    column->addWidget(m_remove);
    connect(m_invert, &QToolButton::clicked, this, [this] { invertPoints(m_state, m_latents); });
    connect(m_clear, &QToolButton::clicked, this, [this] { clearPoints(m_state); });
    connect(m_save, &QToolButton::clicked, this, &SelectionPanel::saveSubset);
    connect(m_export, &QToolButton::clicked, this, &SelectionPanel::exportWanted);
    connect(m_remove, &QToolButton::clicked, this, &SelectionPanel::removeSubset);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        if (const auto& points = m_latents.at(Side::A).points)
            selectPoints(m_state, m_latents, m_subsets.find(m_list->row(item), *points),
                         PointsMode::Replace);
    });
    connect(m_list, &QListWidget::itemChanged, this,
            [this](QListWidgetItem* item) { renameSubset(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &SelectionPanel::follow);
    connect(&subsets, &LatentSubsets::changed, this, &SelectionPanel::fillList);
    fillList();
}

void SelectionPanel::fillList() {
    const QSignalBlocker blocker(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const LatentSubsets::Subset& subset : m_subsets.all()) {
        auto* item = new QListWidgetItem(subset.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(tr("%1 points").arg(countText(std::int64_t(subset.places.size()))));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, kMostRows) * kRow + 4);
    const bool hasSome = m_list->count() > 0;
    m_list->setVisible(hasSome);
    m_remove->setVisible(hasSome);
    follow();
}

void SelectionPanel::saveSubset() {
    const auto& points = m_latents.at(Side::A).points;
    const PointSet::Indices& chosen = selectedPoints(m_latents, Side::A);
    if (points && !chosen.empty())
        m_subsets.save(m_subsets.freeName(), *points, chosen);
}

void SelectionPanel::renameSubset(int row) {
    m_subsets.rename(row, m_list->item(row)->text());
    fillList(); // a name that is taken does not stay
}

void SelectionPanel::removeSubset() {
    m_subsets.remove(m_list->currentRow());
}

void SelectionPanel::follow() {
    const auto& points = m_latents.at(Side::A).points;
    const PointSet::Indices& chosen = selectedPoints(m_latents, Side::A);
    const bool hasMap = m_latents.hasMap();
    if (!points || chosen.empty())
        m_count->setText(tr("No point is selected."));
    else if (chosen.size() == 1 && !m_latents.neighbours().empty())
        m_count->setText(tr("1 point; rings mark its %1 nearest in latent space")
                             .arg(m_latents.neighbours().size()));
    else
        m_count->setText(tr("%1 points in %2 images")
                             .arg(countText(std::int64_t(chosen.size())),
                                  countText(std::int64_t(imagesOf(*points, chosen).size()))));
    m_invert->setEnabled(hasMap);
    m_clear->setEnabled(!chosen.empty());
    m_save->setEnabled(!chosen.empty());
    m_export->setEnabled(hasMap);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace hierascope::widgets
