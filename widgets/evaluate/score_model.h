// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/evaluation.h"

#include <QAbstractTableModel>

namespace hierascope::widgets {

/// The images of an evaluation: original, finest picture, name, class, and each metric of a level.
class ScoreModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Original, Finest, Name, Class, FirstMetric };
    /// The number of a cell, so that a proxy sorts by it and not by its text.
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kPathRole = Qt::UserRole + 1; ///< the image's file; may be empty

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(std::shared_ptr<const runtime::Evaluation> evaluation);
    /// @param level -1: the finest
    void setLevel(int level);
    /// The column of a metric, -1 where it is not shown.
    int columnOf(const std::string& metric) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double valueOf(const QModelIndex& index) const;

    std::shared_ptr<const runtime::Evaluation> m_evaluation;
    int m_level = -1;
};

/// A figure as a table shows it: with its unit's digits, "-" where there is none.
QString figureText(const std::string& metric, double value);

} // namespace hierascope::widgets
