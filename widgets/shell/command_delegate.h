// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class Theme;

/// Paints one action of the palette: check, text, menu, and its key at the right.
class CommandDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CommandDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintCheck(QPainter& painter, const QRect& row) const;

    const Theme& m_theme;
};

} // namespace hierascope::widgets
