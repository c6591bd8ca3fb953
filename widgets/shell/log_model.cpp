// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/log_model.h"

#include <utility>

#include <QThread>

namespace hierascope::widgets {

namespace {

constexpr int kRemovedAtOnce = 100; // views then move their rows less often

QString lineText(const LogLine& line) {
    return QStringLiteral("%1 %2 %3: %4")
        .arg(line.time.toString(Qt::ISODateWithMs), levelWord(line.level), line.area, line.text);
}

} // namespace

QString levelWord(log::Level level) {
    switch (level) {
    case log::Level::Debug:
        return LogModel::tr("debug");
    case log::Level::Info:
        return LogModel::tr("info");
    case log::Level::Warning:
        return LogModel::tr("warning");
    case log::Level::Error:
        return LogModel::tr("error");
    }
    return {};
}

void LogModel::append(LogLine line) {
    Q_ASSERT(QThread::currentThread() == thread());
    makeRoom();
    beginInsertRows({}, rowCount(), rowCount());
    m_lines.push_back(std::move(line));
    endInsertRows();
}

void LogModel::append(log::Level level, const QString& area, const QString& text) {
    append({QDateTime::currentDateTime(), level, area, text});
}

void LogModel::makeRoom() {
    if (rowCount() < kMostLines)
        return;
    beginRemoveRows({}, 0, kRemovedAtOnce - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + kRemovedAtOnce);
    endRemoveRows();
}

void LogModel::clear() {
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogLine& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case TextRole:
    case Qt::ToolTipRole:
        return line.text;
    case TimeRole:
        return line.time;
    case LevelRole:
        return int(line.level);
    case AreaRole:
        return line.area;
    case LineRole:
    case Qt::AccessibleTextRole:
        return lineText(line);
    default:
        return {};
    }
}

} // namespace hierascope::widgets
