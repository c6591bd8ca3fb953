// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QPointF>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// One run's values of one metric.
struct CurveLine {
    QString name;
    QColor color;
    std::vector<QPointF> raw;    ///< painted faintly under the others; by x
    std::vector<QPointF> points; ///< smoothed; by x
};

/// One metric of several runs over steps or seconds, with what lies under the mouse.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    explicit CurveChart(const Theme& theme, QWidget* parent = nullptr);

    /// How values and places are shown.
    struct Look {
        bool isLogarithmic = false; ///< values at or below 0 are left out
        bool isTime = false;        ///< x is in seconds
        bool operator==(const Look&) const = default;
    };
    void setTitle(const QString& title);
    void setLook(const Look& look);
    void setLines(std::vector<CurveLine> lines);
    const std::vector<CurveLine>& lines() const { return m_lines; }
    /// Where the values are read, in x; none shows the last ones.
    void setHover(const std::optional<double>& x);
    /// What is said at the top: a line for each run.
    QStringList readings() const;

Q_SIGNALS:
    void hovered(const std::optional<double>& x);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Range {
        double low = 0.0;
        double high = 1.0;
        double share(double value) const { return (value - low) / (high - low); }
    };

    void measure();
    QRectF plot() const;
    double height(double value) const; ///< on the axis, which may be logarithmic
    QPointF toScreen(const QPointF& point) const;
    bool isShown(const QPointF& point) const;
    void paintAxes(QPainter& painter) const;
    void paintLine(QPainter& painter, const std::vector<QPointF>& points, const QColor& color,
                   double width) const;
    void paintReadings(QPainter& painter) const;
    QString placeText(double x) const;
    const QPointF* reading(const CurveLine& line) const;

    const Theme& m_theme;
    QString m_title;
    Look m_look;
    std::vector<CurveLine> m_lines;
    std::optional<double> m_hover;
    Range m_x;
    Range m_y; ///< of heights
};

} // namespace hierascope::widgets
