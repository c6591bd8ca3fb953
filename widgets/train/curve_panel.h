// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "widgets/state/run_snapshot.h"
#include "widgets/train/curve_chart.h"

#include <QSet>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QSlider;
class QToolButton;

namespace hierascope::widgets {

class FlowLayout;
class Segments;
class Theme;

/// The curves of the chosen runs, a chart for each metric that is switched on.
class CurvePanel : public QWidget {
    Q_OBJECT

public:
    explicit CurvePanel(const Theme& theme, QWidget* parent = nullptr);

    struct Source {
        QString name;
        QColor color;
        std::shared_ptr<const RunCurves> curves;
    };
    void setSources(std::vector<Source> sources);
    /// The metrics that are shown, by their names in the files.
    QStringList shownMetrics() const;
    CurveChart* chart(const QString& metric) const;
    void setMetricShown(const QString& metric, bool isShown);
    void setSmoothing(double weight);
    void setLook(const CurveChart::Look& look);

private:
    void addMetrics();
    void arrange();
    void fill();
    QToolButton* makeToggle(const QString& text, const QString& tip);
    CurveLine lineOf(const Source& source, const QString& metric) const;

    const Theme& m_theme;
    std::vector<Source> m_sources;
    std::map<QString, QToolButton*> m_toggles;
    std::map<QString, CurveChart*> m_charts;
    CurveChart::Look m_look;
    FlowLayout* m_bar;
    QWidget* m_metrics;
    FlowLayout* m_metricRow;
    Segments* m_scale;
    Segments* m_axis;
    QSlider* m_smoothing;
    QGridLayout* m_grid;
};

} // namespace hierascope::widgets
