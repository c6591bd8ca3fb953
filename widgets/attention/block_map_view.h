// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "widgets/attention/block_layout.h"
#include "widgets/state/attention_state.h"

#include <QImage>
#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// One token's weights as heat over every block of its sequence, coarse to fine.
///
/// A click makes a token the one that asks; so do the arrow keys with Alt, and Alt+Home and
/// Alt+End in the block before and after.
class BlockMapView : public QWidget {
    Q_OBJECT

public:
    struct Scene {
        std::optional<Side> badge;
        QString caption;
        QString message; ///< in place of the blocks
        QImage picture;  ///< dimmed, under the blocks in space
        std::vector<runtime::TokenBlock> blocks;
        std::vector<float> weights; ///< [T]; empty: not there yet
        bool isDifference = false;
        std::optional<BlockToken> asking;
    };
    /// A token under the mouse, and whether it is there.
    using Hover = std::optional<BlockToken>;

    explicit BlockMapView(const Theme& theme, QWidget* parent = nullptr);

    void setScene(Scene scene);
    const Scene& scene() const { return m_scene; }
    Hover tokenAt(const QPointF& point) const;
    /// Where a token is painted.
    QRectF tokenRect(const BlockToken& token) const;
    /// What the line at the bottom says of the token under the mouse.
    QString hoverText() const;

    QSize sizeHint() const override { return {560, 420}; }
    QSize minimumSizeHint() const override { return {220, 180}; }

Q_SIGNALS:
    void tokenChosen(const hierascope::widgets::BlockToken& token);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void paintBlock(QPainter& painter, std::size_t block) const;
    void paintCell(QPainter& painter, const BlockToken& token, const QColor& color) const;

    const Theme& m_theme;
    Scene m_scene;
    std::vector<BlockPlace> m_places;
    std::vector<QImage> m_heats; ///< by block
    Hover m_hover;
};

} // namespace hierascope::widgets
