// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QLayout>

namespace hierascope::widgets {

/// Puts widgets side by side like words, and begins a new row where the width ends.
///
/// A widget added with `addGap` before it stands at the right edge while one row is enough.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// What comes after is pushed to the right edge of its row.
    void addGap();

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Row {
        std::vector<std::size_t> items;
        int width = 0;
        int height = 0;
    };

    std::vector<Row> rows(int width) const;
    int place(const QRect& rect, bool isMoving) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    std::size_t m_gap; ///< index of the first item after the gap
};

} // namespace hierascope::widgets
