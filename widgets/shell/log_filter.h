// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <QSortFilterProxyModel>

namespace hierascope::widgets {

/// The lines of the log from one level on whose area or text holds what was typed.
class LogFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLevel(log::Level least);
    void setTyped(const QString& typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    log::Level m_least = log::Level::Debug;
    QString m_typed;
};

} // namespace hierascope::widgets
