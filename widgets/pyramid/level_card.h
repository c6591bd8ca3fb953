// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/tokenizer.h"
#include "widgets/state/pyramid_content.h"

#include <QAbstractButton>

namespace hierascope::widgets {

class Theme;

/// One rung of the ladder: a level's picture, what it added, and its figures; a click chooses it.
class LevelCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit LevelCard(const Theme& theme, QWidget* parent = nullptr);

    void setLevel(const runtime::LevelReconstruction& level, const LevelPictures& pictures);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintFrame(QPainter& painter) const;
    void paintPictures(QPainter& painter, const QRect& area) const;
    void paintRow(QPainter& painter, const QRect& row, const QString& left,
                  const QString& right) const;

    const Theme& m_theme;
    LevelPictures m_pictures;
    QString m_title;
    QString m_shortTitle;
    QString m_tokens;
    QString m_psnr;
    QString m_ssim;
    QString m_values;
};

} // namespace hierascope::widgets
