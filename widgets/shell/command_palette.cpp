// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_palette.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/shell/command_delegate.h"
#include "widgets/shell/command_model.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kWidest = 520;
constexpr int kMargin = 16;
constexpr int kTop = 48;
constexpr int kShownRows = 10;

bool isPlainKey(const QKeyEvent& key) {
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

CommandPalette::CommandPalette(const Theme& theme, QWidget& window)
    : QFrame(&window), m_line(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(tr("No action matches"), this)), m_model(new CommandModel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_line->setPlaceholderText(tr("Type the name of an action"));
    m_line->setAccessibleName(tr("Name of an action"));
    m_line->setToolTip(tr("Up and Down choose, Enter runs the action, Escape closes"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions that match"));
    m_list->setToolTip(tr("Click an action to run it"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(theme, this));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_nothing->setProperty("role", QStringLiteral("secondary"));
    m_nothing->setContentsMargins(8, 4, 8, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    hide();
    window.installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void CommandPalette::setActions(const QList<QAction*>& actions) {
    m_model->setActions(actions);
    find(m_line->text());
}

void CommandPalette::open() {
    if (!m_isOpen)
        m_before = window()->focusWidget();
    m_isOpen = true;
    m_line->clear();
    find({});
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::find(const QString& typed) {
    m_model->setFilter(typed);
    makeCurrent(0, 1);
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    place();
}

void CommandPalette::place() {
    const int width = std::min(kWidest, parentWidget()->width() - 2 * kMargin);
    const int row = m_model->rowCount() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(row * std::clamp(m_model->rowCount(), 1, kShownRows));
    layout()->activate();
    const int height = std::min(sizeHint().height(), parentWidget()->height() - kTop - kMargin);
    setGeometry((parentWidget()->width() - width) / 2, kTop, width, height);
}

void CommandPalette::end() {
    if (!m_isOpen)
        return;
    m_isOpen = false; // moving the focus comes back here
    if (window()->focusWidget() == m_line && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
    Q_EMIT closed();
}

void CommandPalette::trigger(const QModelIndex& index) {
    const QPointer<QAction> action = m_model->actionAt(index.row());
    if (!action || !action->isEnabled())
        return;
    end();
    if (action)
        action->trigger();
}

bool CommandPalette::makeCurrent(int row, int step) {
    for (; row >= 0 && row < m_model->rowCount(); row += step) {
        const QModelIndex index = m_model->index(row);
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            continue;
        m_list->setCurrentIndex(index);
        return true;
    }
    return false;
}

void CommandPalette::move(int by) {
    const int wanted =
        std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    const int step = by < 0 ? -1 : 1;
    if (!makeCurrent(wanted, step))
        makeCurrent(wanted, -step);
}

bool CommandPalette::handleKey(int key) {
    switch (key) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-kShownRows);
        return true;
    case Qt::Key_PageDown:
        move(kShownRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        end();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line) {
        if (event->type() == QEvent::Resize && m_isOpen)
            place();
        return QFrame::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride: // else the window's shortcuts would have the keys first
        if (isPlainKey(*static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (isPlainKey(*static_cast<QKeyEvent*>(event)) &&
            handleKey(static_cast<QKeyEvent*>(event)->key()))
            return true;
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            end();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hierascope::widgets
