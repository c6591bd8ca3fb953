// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// How often codes are used, the most used first, on a logarithmic scale.
class UsageCurve : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString name;
        QColor color;
        bool isDashed = false; ///< told apart without colour
        std::vector<std::int64_t> counts;
    };

    explicit UsageCurve(const Theme& theme, QWidget* parent = nullptr);

    void setLines(const QString& title, std::vector<Line> lines);
    const std::vector<Line>& lines() const { return m_lines; }

    QSize minimumSizeHint() const override { return {240, 120}; }
    QSize sizeHint() const override { return {560, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    std::vector<Line> m_lines; ///< counts in decreasing order
};

} // namespace hierascope::widgets
