// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/log_panel.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/shell/log_delegate.h"
#include "widgets/shell/log_filter.h"
#include "widgets/shell/log_model.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

QListView* makeList(const Theme& theme, LogFilter& lines, QWidget* parent) {
    auto* list = new QListView(parent);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSize(9);
    list->setFont(font);
    list->setModel(&lines);
    list->setItemDelegate(new LogDelegate(theme, list));
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(LogPanel::tr("Lines of the log"));
    list->setAccessibleDescription(LogPanel::tr("Newest last; Copy takes the selected lines"));
    return list;
}

QPushButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    return button;
}

} // namespace

LogPanel::LogPanel(const Theme& theme, LogModel& log, QWidget* parent)
    : QWidget(parent), m_log(log), m_lines(new LogFilter(this)), m_level(new QComboBox(this)),
      m_typed(new QLineEdit(this)), m_list(nullptr) {
    m_lines->setSourceModel(&log);
    m_list = makeList(theme, *m_lines, this);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_list, 1);
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, m_list, &QListView::scrollToBottom);
    const QScrollBar* bar = m_list->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isAtEnd = value == bar->maximum(); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_lines, signal, this, [this] {
            if (m_isAtEnd && !m_follow.isActive())
                m_follow.start(0);
        });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

QWidget* LogPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    fillLevels();
    m_typed->setPlaceholderText(tr("Filter"));
    m_typed->setClearButtonEnabled(true);
    m_typed->setAccessibleName(tr("Filter of the log"));
    m_typed->setToolTip(tr("Show only lines whose area or text holds this"));
    QPushButton* copy = makeButton(
        tr("Copy"), tr("Copy the selected lines, or all of them where none is selected"), bar);
    QPushButton* clear = makeButton(tr("Clear"), tr("Forget all lines"), bar);
    row->addWidget(m_level);
    row->addWidget(m_typed, 1);
    row->addWidget(copy);
    row->addWidget(clear);
    connect(m_typed, &QLineEdit::textChanged, m_lines, &LogFilter::setTyped);
    connect(copy, &QPushButton::clicked, this, &LogPanel::copy);
    connect(clear, &QPushButton::clicked, &m_log, &LogModel::clear);
    return bar;
}

void LogPanel::fillLevels() {
    m_level->setAccessibleName(tr("Least level"));
    m_level->setToolTip(tr("Show lines of this level and of graver ones"));
    m_level->addItem(tr("All levels"), int(log::Level::Debug));
    m_level->addItem(tr("Info and graver"), int(log::Level::Info));
    m_level->addItem(tr("Warnings and errors"), int(log::Level::Warning));
    m_level->addItem(tr("Errors"), int(log::Level::Error));
    connect(m_level, &QComboBox::currentIndexChanged, m_lines,
            [this] { m_lines->setLevel(log::Level(m_level->currentData().toInt())); });
}

void LogPanel::copy() {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < m_lines->rowCount(); ++row)
            rows << m_lines->index(row, 0);
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex& row : rows)
        text += row.data(LogModel::LineRole).toString() + QLatin1Char('\n');
    QGuiApplication::clipboard()->setText(text);
}

bool LogPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        copy();
    event->accept(); // else the window would copy its picture
    return true;
}

} // namespace hierascope::widgets
