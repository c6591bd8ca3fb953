// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace hierascope::widgets {

class Theme;

/// One cell of the grid of seeds: the picture of a generation that is one click away.
class SeedCell : public QAbstractButton {
    Q_OBJECT

public:
    explicit SeedCell(const Theme& theme, QWidget* parent = nullptr);

    /// @param progress "step 3 of 9" while the picture is not the last one
    void setContent(const QImage& picture, const QString& title, const QString& progress);
    const QImage& picture() const { return m_picture; }

    QSize sizeHint() const override { return {120, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QImage m_picture;
    QString m_title;
    QString m_progress;
};

} // namespace hierascope::widgets
