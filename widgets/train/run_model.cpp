// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/run_model.h"

#include "widgets/state/train_bench.h"
#include "widgets/train/train_text.h"

namespace hierascope::widgets {

RunModel::RunModel(TrainBench& bench, QObject* parent)
    : QAbstractListModel(parent), m_bench(bench) {
    connect(&bench, &TrainBench::changed, this, &RunModel::follow);
    follow();
}

int RunModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_paths.size());
}

QVariant RunModel::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= m_paths.size())
        return {};
    const RunSnapshot* run = m_bench.watch().find(m_paths.at(index.row()));
    if (run == nullptr)
        return {};
    const runs::RunState state = m_bench.stateOf(*run);
    switch (role) {
    case Qt::DisplayRole:
        return run->name();
    case PathRole:
        return run->path;
    case StateRole:
        return runStateText(*run, m_bench);
    case DetailRole:
        return runDetailText(*run);
    case FractionRole:
        return run->status.steps > 0 ? double(run->status.step) / double(run->status.steps) : -1.0;
    case AliveRole:
        return isAliveState(state);
    case ErrorRole:
        return state == runs::RunState::Failed || state == runs::RunState::Lost;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(run->name(), runStateText(*run, m_bench), runDetailText(*run));
    case Qt::ToolTipRole: {
        QStringList lines = {run->path};
        for (const QString& line : {run->problem, QString::fromStdString(run->status.message)})
            if (!line.isEmpty())
                lines << line;
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

void RunModel::follow() {
    QStringList paths;
    for (const RunSnapshot& run : m_bench.watch().runs())
        paths << run.path;
    for (int row = int(m_paths.size()) - 1; row >= 0; --row)
        if (!paths.contains(m_paths.at(row))) {
            beginRemoveRows({}, row, row);
            m_paths.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < paths.size(); ++row) {
        if (row < m_paths.size() && m_paths.at(row) == paths.at(row))
            continue;
        if (m_paths.contains(paths.at(row))) { // an order that changed, which is rare
            beginResetModel();
            m_paths = paths;
            endResetModel();
            return;
        }
        beginInsertRows({}, row, row);
        m_paths.insert(row, paths.at(row));
        endInsertRows();
    }
    if (!m_paths.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace hierascope::widgets
