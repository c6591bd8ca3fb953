// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/score_model.h"

#include <cmath>
#include <limits>

#include "core/runtime/evaluation_metrics.h"
#include "widgets/common/pictures.h"

#include <QImage>
#include <QLocale>

namespace hierascope::widgets {

QString figureText(const std::string& metric, double value) {
    if (std::isnan(value))
        return QStringLiteral("-");
    if (std::isinf(value))
        return QStringLiteral("∞");
    return QLocale::c().toString(value, 'f', runtime::findMetric(metric)->digits);
}

void ScoreModel::setEvaluation(std::shared_ptr<const runtime::Evaluation> evaluation) {
    beginResetModel();
    m_evaluation = std::move(evaluation);
    endResetModel();
}

void ScoreModel::setLevel(int level) {
    beginResetModel();
    m_level = level;
    endResetModel();
}

int ScoreModel::columnOf(const std::string& metric) const {
    const int column = m_evaluation ? m_evaluation->columnOf(metric) : -1;
    return column < 0 ? -1 : column + FirstMetric;
}

int ScoreModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_evaluation ? 0 : int(m_evaluation->images.size());
}

int ScoreModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_evaluation ? 0 : FirstMetric + int(m_evaluation->columns.size());
}

double ScoreModel::valueOf(const QModelIndex& index) const {
    const auto& levels = m_evaluation->images[std::size_t(index.row())].levels;
    const std::size_t level =
        m_level < 0 || m_level >= int(levels.size()) ? levels.size() - 1 : std::size_t(m_level);
    return levels[level][std::size_t(index.column() - FirstMetric)];
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const {
    if (!m_evaluation || !index.isValid())
        return {};
    const runtime::ImageScore& image = m_evaluation->images[std::size_t(index.row())];
    if (role == kPathRole)
        return QString::fromStdString(image.file.string());
    const bool isFigure = index.column() >= FirstMetric;
    if (role == Qt::TextAlignmentRole && isFigure)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() <= Finest) {
        const ImageRgb8& picture = index.column() == Original ? image.original : image.finest;
        return picture.isEmpty() ? QVariant() : QVariant(imageFromRgb8(picture));
    }
    if (role == kSortRole && isFigure) {
        const double value = valueOf(index);
        return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    }
    if (role == kSortRole && index.column() <= Finest)
        return int(image.index);
    if (role != Qt::DisplayRole && role != kSortRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Original:
    case Finest:
        return role == Qt::AccessibleTextRole ? QString::fromStdString(image.name) : QVariant();
    case Name:
        return QString::fromStdString(image.name);
    case Class:
        return image.label < 0
                   ? QString()
                   : QString::fromStdString(m_evaluation->classes[std::size_t(image.label)].name);
    default:
        return figureText(m_evaluation->columns[std::size_t(index.column() - FirstMetric)],
                          valueOf(index));
    }
}

QVariant ScoreModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || !m_evaluation)
        return {};
    if (section >= FirstMetric) {
        const runtime::Metric* metric =
            runtime::findMetric(m_evaluation->columns[std::size_t(section - FirstMetric)]);
        if (role == Qt::DisplayRole)
            return QString::fromUtf8(metric->title);
        return role == Qt::ToolTipRole ? QVariant(QString::fromUtf8(metric->formula)) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Original:
        return tr("Original");
    case Finest:
        return tr("Finest level");
    case Name:
        return tr("Image");
    default:
        return tr("Class");
    }
}

} // namespace hierascope::widgets
