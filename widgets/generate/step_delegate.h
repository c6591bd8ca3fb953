// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hierascope::widgets {

class Theme;

/// Paints a step: its picture, which tokens are new, its number and its tokens.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StepDelegate(const Theme& theme, QObject* parent = nullptr);

    /// Fits every card into the width of the view while they stay large enough.
    void setCardWidth(int width) { m_width = width; }
    int cardHeight() const;
    static constexpr int kNarrowest = 70;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintFrame(QPainter& painter, const QRect& card, const QStyleOptionViewItem& option) const;
    void paintPicture(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintTokens(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintWords(QPainter& painter, const QRect& place, const QModelIndex& index) const;

    const Theme& m_theme;
    int m_width = kNarrowest;
};

} // namespace hierascope::widgets
