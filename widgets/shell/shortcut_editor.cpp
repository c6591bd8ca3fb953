// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcut_editor.h"

#include "widgets/shell/action_text.h"
#include "widgets/shell/shortcut_book.h"
#include "widgets/shell/shortcut_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

QPushButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false); // Enter in the filter must press nothing
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    return button;
}

} // namespace

ShortcutEditor::ShortcutEditor(ShortcutBook& book, QWidget* parent)
    : QDialog(parent), m_book(book), m_model(new ShortcutModel(book, this)),
      m_shown(new QSortFilterProxyModel(this)), m_typed(new QLineEdit(this)), m_list(makeList()),
      m_name(new QLabel(this)), m_edit(new QKeySequenceEdit(this)), m_conflict(new QLabel(this)) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    setModal(false);
    resize(560, 480);
    m_typed->setPlaceholderText(tr("Filter by menu, action or key"));
    m_typed->setClearButtonEnabled(true);
    m_typed->setAccessibleName(tr("Filter of the actions"));
    m_typed->setToolTip(tr("Show only actions whose menu, name or keys hold this"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_typed);
    column->addWidget(m_list, 1);
    addKeyRows(*column);
    addButtons(*column);
    connect(m_typed, &QLineEdit::textChanged, m_shown,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ShortcutEditor::showSelected);
    connect(&book, &ShortcutBook::changed, this, &ShortcutEditor::showSelected);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::tryKey);
    m_list->setCurrentIndex(m_shown->index(0, 0));
    showSelected();
}

QTreeView* ShortcutEditor::makeList() {
    m_shown->setSourceModel(m_model);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* list = new QTreeView(this);
    list->setModel(m_shown);
    list->ensurePolished(); // else a selection before the first show keeps unstyled heights
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setSortingEnabled(true);
    list->header()->setSortIndicatorClearable(true);
    list->sortByColumn(-1, Qt::AscendingOrder); // as in the menus
    list->setAccessibleName(tr("Actions and their keys"));
    list->setAccessibleDescription(tr("Select an action to change its key"));
    list->header()->setSectionResizeMode(ShortcutModel::MenuColumn, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(ShortcutModel::NameColumn, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(ShortcutModel::KeysColumn, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    return list;
}

void ShortcutEditor::addKeyRows(QVBoxLayout& column) {
    m_edit->setClearButtonEnabled(true);
    m_edit->setAccessibleName(tr("Key of the selected action"));
    m_edit->setToolTip(tr("Press the new key; it takes the place of all keys of the action"));
    m_edit->installEventFilter(this);
    m_reset = makeButton(tr("Reset"), tr("Give the selected action its own keys back"), this);
    auto* keys = new QHBoxLayout;
    keys->addWidget(m_name, 1);
    keys->addWidget(m_edit);
    keys->addWidget(m_reset);
    column.addLayout(keys);
    m_conflict->setWordWrap(true);
    m_conflict->setProperty("role", QStringLiteral("warning"));
    m_takeOver =
        makeButton(tr("Take Over"),
                   tr("Give the key to the selected action and take it from the other"), this);
    auto* conflict = new QHBoxLayout;
    conflict->addWidget(m_conflict, 1);
    conflict->addWidget(m_takeOver);
    column.addLayout(conflict);
    connect(m_takeOver, &QPushButton::clicked, this, &ShortcutEditor::takeOver);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction* action = selected())
            m_book.reset(*action);
    });
}

void ShortcutEditor::addButtons(QVBoxLayout& column) {
    QPushButton* resetAll =
        makeButton(tr("Reset All"), tr("Give every action its own keys back"), this);
    QPushButton* close = makeButton(tr("Close"), tr("Close these shortcuts"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(resetAll);
    row->addStretch();
    row->addWidget(close);
    column.addLayout(row);
    connect(resetAll, &QPushButton::clicked, &m_book, &ShortcutBook::resetAll);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

QAction* ShortcutEditor::selected() const {
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->actionAt(m_shown->mapToSource(rows.first()).row());
}

void ShortcutEditor::select(const QAction& action) {
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->actionAt(row) == &action)
            m_list->setCurrentIndex(m_shown->mapFromSource(m_model->index(row, 0)));
}

void ShortcutEditor::showSelected() {
    const QAction* action = selected();
    const QSignalBlocker blocker(m_edit);
    m_edit->setKeySequence(action != nullptr ? action->shortcut() : QKeySequence());
    m_edit->setEnabled(action != nullptr);
    m_reset->setEnabled(action != nullptr && m_book.isCustom(*action));
    m_name->setText(action != nullptr ? tr("Key of '%1'").arg(plainText(*action))
                                      : tr("Select an action"));
    showConflict(nullptr, {});
}

void ShortcutEditor::tryKey(const QKeySequence& key) {
    QAction* action = selected();
    if (action == nullptr)
        return;
    // One chord is enough; Qt 6.4 records up to four.
    const QKeySequence first = key.isEmpty() ? QKeySequence() : QKeySequence(key[0]);
    if (const QAction* other = m_book.conflict(first, action))
        return showConflict(other, first);
    m_book.setKeys(*action, key.isEmpty() ? ShortcutBook::Keys() : ShortcutBook::Keys{first});
    showSelected();
}

void ShortcutEditor::showConflict(const QAction* other, const QKeySequence& key) {
    m_wanted = key;
    m_conflict->setVisible(other != nullptr);
    m_takeOver->setVisible(other != nullptr);
    if (other != nullptr)
        m_conflict->setText(tr("'%1' is used by %2")
                                .arg(key.toString(QKeySequence::NativeText), plainText(*other)));
}

void ShortcutEditor::takeOver() {
    QAction* action = selected();
    const QKeySequence key = m_wanted;
    if (action == nullptr || key.isEmpty())
        return;
    while (QAction* other = m_book.conflict(key, action)) {
        ShortcutBook::Keys left = other->shortcuts();
        left.removeIf([&key](const QKeySequence& used) {
            return key.matches(used) != QKeySequence::NoMatch ||
                   used.matches(key) != QKeySequence::NoMatch;
        });
        m_book.setKeys(*other, left);
    }
    m_book.setKeys(*action, {key});
    m_edit->setFocus();
}

bool ShortcutEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        close(); // the edit would take the key for itself
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace hierascope::widgets
