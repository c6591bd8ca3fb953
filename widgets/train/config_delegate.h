// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class ConfigModel;
class Theme;

/// Edits a value of a config and marks it while it does not fit.
class ConfigDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ConfigDelegate(const Theme& theme, const ConfigModel& model, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    const ConfigModel& m_model;
};

} // namespace hierascope::widgets
