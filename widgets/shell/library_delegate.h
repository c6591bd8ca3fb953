// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/view_choice.h"

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class Theme;
class ViewState;

/// Paints one line of the library: thumbnail or dot, name, detail, and the badges of A and B.
class LibraryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Kind { Models, Images };

    LibraryDelegate(const Theme& theme, const ViewState& state, Kind kind,
                    QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::vector<Side> badges(const QModelIndex& index) const;
    int paintMark(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void paintBadge(QPainter& painter, const QRect& badge, Side side) const;
    void paintText(QPainter& painter, const QRect& text, const QFont& font,
                   const QModelIndex& index) const;

    const Theme& m_theme;
    const ViewState& m_state;
    Kind m_kind;
};

} // namespace hierascope::widgets
