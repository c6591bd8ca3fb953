// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/config_delegate.h"

#include "widgets/common/theme.h"
#include "widgets/train/config_model.h"

#include <QLineEdit>

namespace hierascope::widgets {

ConfigDelegate::ConfigDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QWidget* ConfigDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                      const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setStyleSheet(QStringLiteral("padding: 0 4px; border-radius: 0;"));
    editor->setAccessibleName(index.siblingAtColumn(ConfigModel::NameColumn).data().toString());
    const auto before = fieldFromText(index.data().toString(), nlohmann::json());
    const nlohmann::json value = before ? *before : nlohmann::json();
    connect(editor, &QLineEdit::textChanged, editor, [this, editor, value](const QString& text) {
        const auto read = fieldFromText(text, value);
        QPalette palette = editor->palette();
        palette.setColor(QPalette::Text, m_theme.color(read ? ColorRole::Text : ColorRole::Bad));
        editor->setPalette(palette);
        editor->setToolTip(read ? QString() : QString::fromStdString(read.error().message));
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
