// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class Theme;
class ViewState;
enum class Side;

/// Paints one image of the filmstrip with the frames of A and B.
class FilmstripDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    FilmstripDelegate(const Theme& theme, const ViewState& state, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// The name of an image, and what is wrong with it.
    static QString tipOf(const QModelIndex& index);

private:
    void paintPicture(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintSide(QPainter& painter, const QRect& cell, Side side, int inset) const;

    const Theme& m_theme;
    const ViewState& m_state;
};

} // namespace hierascope::widgets
