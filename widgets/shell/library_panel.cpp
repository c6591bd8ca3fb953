// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/library_panel.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/shell/library_delegate.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr int kShownModels = 6;

/// Selects the current row of the state, without asking the state back.
void select(QListView* list, int row) {
    const QModelIndex index = list->model()->index(row, 0);
    list->setCurrentIndex(index);
    if (!index.isValid())
        list->clearSelection();
    else
        list->scrollTo(index);
}

} // namespace

LibraryPanel::LibraryPanel(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state) {
    setObjectName(QStringLiteral("library"));
    setAttribute(Qt::WA_StyledBackground);
    QWidget* modelHeading = makeHeading(tr("MODELS"), tr("Open a model folder"), m_addModel);
    QWidget* imageHeading = makeHeading(tr("IMAGES"), tr("Open images"), m_addImage);
    m_models = makeList(state.models(), tr("Models"));
    m_images = makeList(state.images(), tr("Images"));
    m_models->setItemDelegate(new LibraryDelegate(theme, LibraryDelegate::Kind::Models, this));
    m_images->setItemDelegate(new LibraryDelegate(theme, LibraryDelegate::Kind::Images, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(2);
    layout->addWidget(modelHeading);
    layout->addWidget(m_models);
    layout->addSpacing(8);
    layout->addWidget(imageHeading);
    layout->addWidget(m_images, 1);
    connect(m_addModel, &QToolButton::clicked, this, &LibraryPanel::modelWanted);
    connect(m_addImage, &QToolButton::clicked, this, &LibraryPanel::imageWanted);
    connect(m_models->selectionModel(), &QItemSelectionModel::currentChanged, &state,
            [&state](const QModelIndex& index) { state.setCurrentModel(index.row()); });
    connect(m_images->selectionModel(), &QItemSelectionModel::currentChanged, &state,
            [&state](const QModelIndex& index) { state.setCurrentImage(index.row()); });
    connect(&state, &ViewState::choiceChanged, this, [this] {
        select(m_models, m_state.currentModel());
        select(m_images, m_state.currentImage());
    });
    connect(&state.models(), &LibraryModel::rowsInserted, this, &LibraryPanel::fitModels);
    connect(&state.models(), &LibraryModel::rowsRemoved, this, &LibraryPanel::fitModels);
    connect(&theme, &Theme::changed, this, &LibraryPanel::tint);
    fitModels();
    tint();
}

QWidget* LibraryPanel::makeHeading(const QString& title, const QString& tip, QToolButton*& button) {
    auto* heading = new QWidget(this);
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(8, 2, 4, 2);
    auto* label = new QLabel(title, heading);
    label->setProperty("role", QStringLiteral("heading"));
    button = new QToolButton(heading);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    row->addWidget(label, 1);
    row->addWidget(button);
    return heading;
}

QListView* LibraryPanel::makeList(LibraryModel& model, const QString& name) {
    auto* list = new QListView(this);
    list->setModel(&model);
    list->setAccessibleName(name);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setMinimumWidth(120);
    return list;
}

void LibraryPanel::fitModels() {
    const int rows = std::clamp(m_state.models().rowCount(), 1, kShownModels);
    QStyleOptionViewItem option;
    option.font = m_models->font();
    option.fontMetrics = QFontMetrics(option.font);
    const int height = m_models->itemDelegate()->sizeHint(option, {}).height();
    m_models->setFixedHeight(rows * height + 2);
}

void LibraryPanel::tint() {
    const QIcon icon = tintedIcon(QStringLiteral("add"), m_theme.color(ColorRole::Secondary));
    m_addModel->setIcon(icon);
    m_addImage->setIcon(icon);
}

} // namespace hierascope::widgets
