// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/config_delegate.h"

#include "widgets/common/theme.h"
#include "widgets/train/config_model.h"

#include <QLineEdit>

namespace hierascope::widgets {

ConfigDelegate::ConfigDelegate(const Theme& theme, const ConfigModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model) {}

QWidget* ConfigDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                      const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setStyleSheet(QStringLiteral("padding: 0 4px; border-radius: 0;"));
    const QString name = index.siblingAtColumn(ConfigModel::NameColumn).data().toString();
    editor->setAccessibleName(name);
    connect(editor, &QLineEdit::textChanged, editor, [this, editor, name](const QString& text) {
        const QString problem = m_model.problemOf(name, text);
        QPalette palette = editor->palette();
        palette.setColor(QPalette::Text,
                         m_theme.color(problem.isEmpty() ? ColorRole::Text : ColorRole::Bad));
        editor->setPalette(palette);
        editor->setToolTip(problem);
    });
    return editor;
}

void ConfigDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.siblingAtColumn(ConfigModel::ValueColumn)
             .data(ConfigModel::ProblemRole)
             .toString()
             .isEmpty())
        option->palette.setColor(QPalette::Text, m_theme.color(ColorRole::Bad));
    else if (index.column() == ConfigModel::NameColumn)
        option->palette.setColor(QPalette::Text, m_theme.color(ColorRole::Secondary));
}

} // namespace hierascope::widgets
