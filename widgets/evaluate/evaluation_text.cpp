// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluation_text.h"

#include <algorithm>

#include "core/runtime/evaluation_metrics.h"
#include "widgets/evaluate/score_model.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("EvaluationText", text);
}

QString cellOf(const char* key, const runtime::Figures& figures) {
    const auto found = figures.find(key);
    return found == figures.end() || !found->second.value ? QStringLiteral("-")
                                                          : figureText(key, *found->second.value);
}

QString titleOf(const runtime::Metric& metric) {
    const QString unit = QString::fromUtf8(metric.unit);
    const QString title = QString::fromUtf8(metric.title);
    return unit.isEmpty() ? title : title + QStringLiteral(" [") + unit + QLatin1Char(']');
}

/// Rows of figures under the metrics that any of them has.
template <typename FiguresOf>
void addFigures(TextTable& table, std::size_t rows, FiguresOf figuresOf) {
    for (const runtime::Metric& metric : runtime::allMetrics()) {
        bool isThere = false;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto found = figuresOf(row).find(metric.key);
            isThere = isThere || (found != figuresOf(row).end() && found->second.value);
        }
        if (!isThere)
            continue;
        table.header << titleOf(metric);
        for (std::size_t row = 0; row < rows; ++row)
            table.rows[row] << cellOf(metric.key, figuresOf(row));
    }
}

} // namespace

TextTable setTable(const runtime::Evaluation& evaluation) {
    TextTable table{{say(QT_TRANSLATE_NOOP("EvaluationText", "Metric")),
                     say(QT_TRANSLATE_NOOP("EvaluationText", "Value")),
                     say(QT_TRANSLATE_NOOP("EvaluationText", "95 % interval")),
                     say(QT_TRANSLATE_NOOP("EvaluationText", "Images")),
                     say(QT_TRANSLATE_NOOP("EvaluationText", "Note"))},
                    {}};
    for (const runtime::Metric& metric : runtime::allMetrics()) {
        const auto found = evaluation.set.find(metric.key);
        if (found == evaluation.set.end())
            continue;
        const runtime::Figure& figure = found->second;
        QString interval;
        if (figure.low && figure.high)
            interval = figureText(metric.key, *figure.low) + QStringLiteral(" – ") +
                       figureText(metric.key, *figure.high);
        table.rows.push_back({titleOf(metric), cellOf(metric.key, evaluation.set), interval,
                              figure.value ? QString::number(figure.count) : QString(),
                              QString::fromStdString(figure.note)});
    }
    return table;
}

TextTable levelTable(const runtime::Evaluation& evaluation) {
    TextTable table{{say(QT_TRANSLATE_NOOP("EvaluationText", "Level"))}, {}};
    for (const runtime::LevelInfo& level : evaluation.levels)
        table.rows.push_back({QString::fromStdString(level.name)});
    addFigures(table, table.rows.size(), [&](std::size_t row) -> const runtime::Figures& {
        return evaluation.levelFigures[row];
    });
    return table;
}

TextTable classTable(const runtime::Evaluation& evaluation) {
    TextTable table{{say(QT_TRANSLATE_NOOP("EvaluationText", "Class")),
                     say(QT_TRANSLATE_NOOP("EvaluationText", "Images"))},
                    {}};
    for (const runtime::ClassScore& score : evaluation.classes)
        table.rows.push_back({QString::fromStdString(score.name), QString::number(score.images)});
    addFigures(table, table.rows.size(), [&](std::size_t row) -> const runtime::Figures& {
        return evaluation.classes[row].figures;
    });
    return table;
}

} // namespace hierascope::widgets
