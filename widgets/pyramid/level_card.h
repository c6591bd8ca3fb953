// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/runtime/tokenizer.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_choice.h"

#include <QAbstractButton>

namespace hierascope::widgets {

class Theme;

/// One rung of the ladder: a level's picture, what it added, and its figures; a click chooses it.
class LevelCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit LevelCard(const Theme& theme, QWidget* parent = nullptr);

    void setLevel(const runtime::LevelReconstruction& level, const LevelPictures& pictures,
                  Side side);
    /// Adds a line with the other side's figures and their difference.
    ///
    /// @param level the other side's level of the same grid, null where it has none
    void setCompared(bool isComparing, const runtime::LevelReconstruction* level);
    /// Marks areas on the picture, in shares of its sides.
    void setSelected(const std::vector<QRectF>& areas);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void describe();
    int lines() const; ///< of text under the pictures
    void paintFrame(QPainter& painter) const;
    void paintCompared(QPainter& painter, const QRect& row) const;
    void paintSelected(QPainter& painter, const QRect& place) const;
    void paintPictures(QPainter& painter, const QRect& area) const;
    void paintRow(QPainter& painter, const QRect& row, const QString& left,
                  const QString& right) const;

    const Theme& m_theme;
    runtime::LevelInfo m_level;
    double m_psnrValue = 0.0;
    Side m_side = Side::A;
    bool m_isComparing = false;
    std::optional<double> m_comparedPsnr;
    QString m_ownPsnr;
    std::vector<QRectF> m_selected;
    QImage m_picture;
    QImage m_residual;
    QString m_title;
    QString m_shortTitle;
    QString m_tokens;
    QString m_psnr;
    QString m_ssim;
    QString m_values;
    QString m_bits;
};

} // namespace hierascope::widgets
