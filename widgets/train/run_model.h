// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/run_snapshot.h"

#include <QAbstractListModel>

namespace hierascope::widgets {

class TrainBench;

/// Lists the runs of a bench; rows stay the same objects while the runs do.
class RunModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole,
        StateRole,    ///< QString
        DetailRole,   ///< QString
        FractionRole, ///< double in [0, 1], negative where the plan is not known
        AliveRole,    ///< bool
        ErrorRole,    ///< bool: failed or lost
    };

    explicit RunModel(TrainBench& bench, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    int rowOf(const QString& path) const { return int(m_paths.indexOf(path)); }

private:
    void follow();

    TrainBench& m_bench;
    QStringList m_paths;
};

} // namespace hierascope::widgets
