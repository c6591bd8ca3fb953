// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/curve_panel.h"

#include <algorithm>
#include <utility>

#include "widgets/common/flow_layout.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/train/curve_points.h"
#include "widgets/train/train_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kSmoothSteps = 99;
constexpr int kFirstSmoothing = 60;

/// Those that are shown before anybody chooses.
bool isFirst(const QString& metric) {
    return metric == QLatin1String("loss") || metric == QLatin1String("psnr");
}

} // namespace

CurvePanel::CurvePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_bar(nullptr), m_metrics(new QWidget(this)),
      m_metricRow(new FlowLayout(m_metrics)),
      m_scale(new Segments(tr("Values"),
                           {{tr("Linear"), tr("Values on a linear axis")},
                            {tr("Log"), tr("Values on a logarithmic axis; zero is left out")}},
                           this)),
      m_axis(new Segments(tr("Axis"),
                          {{tr("Steps"), tr("Over the steps of the training")},
                           {tr("Time"), tr("Over the time that the training took")}},
                          this)),
      m_smoothing(new QSlider(Qt::Horizontal, this)), m_grid(new QGridLayout) {
    auto* controls = new QWidget(this);
    m_bar = new FlowLayout(controls);
    m_bar->setContentsMargins(0, 0, 0, 0);
    m_bar->setSpacing(8);
    m_smoothing->setRange(0, kSmoothSteps);
    m_smoothing->setValue(kFirstSmoothing);
    m_smoothing->setFixedWidth(110);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("How much of the mean before stays in each value"));
    auto* label = new QLabel(tr("Smoothing"), this);
    label->setProperty("role", QStringLiteral("secondary"));
    m_metricRow->setContentsMargins(0, 0, 0, 0);
    m_metricRow->setSpacing(4);
    m_bar->addWidget(m_scale);
    m_bar->addWidget(m_axis);
    m_bar->addWidget(label);
    m_bar->addWidget(m_smoothing);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(controls);
    column->addWidget(m_metrics);
    column->addLayout(m_grid, 1);
    connect(m_scale, &Segments::chosen, this, [this](int index) {
        setLook({index == 1, m_look.isTime});
    });
    connect(m_axis, &Segments::chosen, this, [this](int index) {
        setLook({m_look.isLogarithmic, index == 1});
    });
    connect(m_smoothing, &QSlider::valueChanged, this, &CurvePanel::fill);
}

QToolButton* CurvePanel::makeToggle(const QString& text, const QString& tip) {
    auto* button = new QToolButton(m_metrics);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setCheckable(true);
    button->setProperty("role", QStringLiteral("segment"));
    m_metricRow->addWidget(button);
    button->show();
    return button;
}

void CurvePanel::setSources(std::vector<Source> sources) {
    m_sources = std::move(sources);
    addMetrics();
    fill();
}

void CurvePanel::addMetrics() {
    const std::size_t before = m_toggles.size();
    for (const Source& source : m_sources)
        for (const auto& [metric, points] : *source.curves) {
            if (m_toggles.contains(metric))
                continue;
            QToolButton* toggle =
                makeToggle(metricText(metric), tr("Show or hide the metric %1").arg(metric));
            toggle->setChecked(isFirst(metric));
            m_toggles[metric] = toggle;
            connect(toggle, &QToolButton::toggled, this, [this] {
                arrange();
                fill();
            });
        }
    if (m_toggles.size() != before || m_charts.empty())
        arrange();
}

QStringList CurvePanel::shownMetrics() const {
    QStringList shown;
    for (const auto& [metric, toggle] : m_toggles)
        if (toggle->isChecked())
            shown << metric;
    if (shown.isEmpty() && m_toggles.empty())
        shown << QStringLiteral("loss");
    return shown;
}

CurveChart* CurvePanel::chart(const QString& metric) const {
    const auto found = m_charts.find(metric);
    return found == m_charts.end() ? nullptr : found->second;
}

void CurvePanel::setMetricShown(const QString& metric, bool isShown) {
    if (const auto found = m_toggles.find(metric); found != m_toggles.end())
        found->second->setChecked(isShown);
}

void CurvePanel::setSmoothing(double weight) {
    m_smoothing->setValue(int(weight * 100.0 + 0.5));
}

void CurvePanel::setLook(const CurveChart::Look& look) {
    m_look = look;
    m_scale->setCurrent(look.isLogarithmic ? 1 : 0);
    m_axis->setCurrent(look.isTime ? 1 : 0);
    fill();
}

void CurvePanel::arrange() {
    const QStringList shown = shownMetrics();
    std::erase_if(m_charts, [&shown](const auto& entry) {
        if (shown.contains(entry.first))
            return false;
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    const int columns = shown.size() > 1 ? 2 : 1;
    for (int i = 0; i < shown.size(); ++i) {
        CurveChart*& chart = m_charts[shown.at(i)];
        if (chart == nullptr) {
            chart = new CurveChart(m_theme, this);
            chart->setTitle(metricText(shown.at(i)));
            connect(chart, &CurveChart::hovered, this, [this](const std::optional<double>& x) {
                for (const auto& [metric, other] : m_charts)
                    other->setHover(x);
            });
        }
        m_grid->removeWidget(chart);
        m_grid->addWidget(chart, i / columns, i % columns);
    }
}

CurveLine CurvePanel::lineOf(const Source& source, const QString& metric) const {
    CurveLine line{source.name, source.color, {}, {}};
    const auto found = source.curves->find(metric);
    if (found == source.curves->end())
        return line;
    std::vector<QPointF> points;
    points.reserve(found->second.size());
    for (const RunPoint& point : found->second)
        points.emplace_back(m_look.isTime ? point.seconds : point.step, point.value);
    const double weight = m_smoothing->value() / 100.0;
    line.points = thinned(smoothed(points, weight));
    if (weight > 0.0)
        line.raw = thinned(points);
    return line;
}

void CurvePanel::fill() {
    for (const auto& [metric, chart] : m_charts) {
        std::vector<CurveLine> lines;
        for (const Source& source : m_sources)
            lines.push_back(lineOf(source, metric));
        chart->setLook(m_look);
        chart->setLines(std::move(lines));
    }
}

} // namespace hierascope::widgets
