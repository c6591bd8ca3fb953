// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/library_panel.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/shell/library_delegate.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/view_state.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr int kShownModels = 6;
constexpr int kSmallestWidth = 176;

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
    setMinimumWidth(kSmallestWidth);
    QWidget* modelHeading = makeHeading(tr("MODELS"), tr("Open a model folder"), m_addModel);
    QWidget* imageHeading = makeHeading(tr("IMAGES"), tr("Open images"), m_addImage);
    m_sort = makeSortButton();
    static_cast<QHBoxLayout*>(imageHeading->layout())->insertWidget(1, m_sort);
    m_models = makeList(state.models(), tr("Models"));
    m_images = makeList(state.images(), tr("Images"));
    m_models->setItemDelegate(
        new LibraryDelegate(theme, state, LibraryDelegate::Kind::Models, this));
    m_images->setItemDelegate(
        new LibraryDelegate(theme, state, LibraryDelegate::Kind::Images, this));
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
    connect(&state, &ViewState::choiceChanged, this, [this](const ViewChoice& before) {
        const QString& generator = m_state.choice().generation.a;
        if (generator != before.generation.a && !generator.isEmpty())
            select(m_models, m_state.models().rowOf(generator));
        else if (m_state.choice().a.model != before.a.model ||
                 !m_models->currentIndex().data(LibraryModel::GeneratorRole).toBool())
            select(m_models, m_state.currentModel());
        select(m_images, m_state.currentImage());
        m_models->viewport()->update(); // the badges may have moved
        m_images->viewport()->update();
    });
    for (const QListView* list : {m_models, m_images})
        connect(list, &QWidget::customContextMenuRequested, this,
                [this, list](const QPoint& place) { showMenu(list, place); });
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

QToolButton* LibraryPanel::makeSortButton() {
    auto* button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolTip(tr("Sort the images"));
    button->setAccessibleName(button->toolTip());
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    auto* orders = new QActionGroup(menu);
    const QString words[] = {tr("As opened"), tr("By name"), tr("Newest first"),
                             tr("Worst PSNR first")};
    for (int order = 0; order < int(std::size(words)); ++order) {
        QAction* action = menu->addAction(words[order]);
        action->setCheckable(true);
        action->setChecked(order == 0);
        orders->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, order] { m_state.images().setOrder(LibraryModel::Order(order)); });
    }
    button->setMenu(menu);
    return button;
}

void LibraryPanel::showMenu(const QListView* list, const QPoint& place) {
    const QString path = list->indexAt(place).data(LibraryModel::PathRole).toString();
    if (path.isEmpty())
        return;
    const bool isModel = list == m_models;
    const bool isGenerator = list->indexAt(place).data(LibraryModel::GeneratorRole).toBool();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto act) {
        connect(menu->addAction(text), &QAction::triggered, &m_state, act);
    };
    add(tr("Show as A"), [this, path, isModel, isGenerator] {
        if (isGenerator)
            return setGenerator(m_state, Side::A, path);
        isModel ? m_state.setModel(Side::A, path) : m_state.setImage(Side::A, path);
    });
    add(tr("Show as B"), [this, path, isModel, isGenerator] {
        if (isGenerator)
            return setGenerator(m_state, Side::B, path);
        const Subject& b = m_state.choice().b;
        m_state.compareWith(isModel ? Subject{path, b.image} : Subject{b.model, path});
    });
    menu->addSeparator();
    add(tr("Copy the path"), [path] { QApplication::clipboard()->setText(path); });
    add(tr("Remove from the list"), [this, path, isModel] {
        isModel ? m_state.removeModel(m_state.models().rowOf(path))
                : m_state.removeImage(m_state.images().rowOf(path));
    });
    menu->popup(list->viewport()->mapToGlobal(place));
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
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setToolTip(tr("A click shows it as A; the menu (right click) makes it B"));
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
    m_sort->setIcon(tintedIcon(QStringLiteral("sort"), m_theme.color(ColorRole::Secondary)));
}

} // namespace hierascope::widgets
