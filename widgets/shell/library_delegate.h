// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class Theme;

/// Paints one line of the library: thumbnail or dot, name, detail, and the badge of model A.
class LibraryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Kind { Models, Images };

    LibraryDelegate(const Theme& theme, Kind kind, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintMark(QPainter& painter, const QRect& row, const QModelIndex& index,
                  bool isCurrent) const;
    void paintBadge(QPainter& painter, const QRect& row) const;

    const Theme& m_theme;
    Kind m_kind;
};

} // namespace hierascope::widgets
