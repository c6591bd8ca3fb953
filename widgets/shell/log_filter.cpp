// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/log_filter.h"

#include "widgets/shell/log_model.h"

namespace hierascope::widgets {

void LogFilter::setLevel(log::Level least) {
    m_least = least;
    invalidateFilter();
}

void LogFilter::setTyped(const QString& typed) {
    m_typed = typed;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex line = sourceModel()->index(row, 0, parent);
    if (line.data(LogModel::LevelRole).toInt() < int(m_least))
        return false;
    return m_typed.isEmpty() ||
           line.data(LogModel::TextRole).toString().contains(m_typed, Qt::CaseInsensitive) ||
           line.data(LogModel::AreaRole).toString().contains(m_typed, Qt::CaseInsensitive);
}

} // namespace hierascope::widgets
