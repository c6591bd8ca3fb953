// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "core/base/log.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace hierascope::widgets {

/// One line of the log.
struct LogLine {
    QDateTime time;
    log::Level level = log::Level::Info;
    QString area;
    QString text;
};

/// The word for a level.
QString levelWord(log::Level level);

/// The newest lines of the log, oldest first.
class LogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TextRole = Qt::DisplayRole,
        TimeRole = Qt::UserRole,
        LevelRole, ///< int of log::Level
        AreaRole,
        LineRole, ///< all of the line, as it is copied
    };
    static constexpr int kMostLines = 5000;

    using QAbstractListModel::QAbstractListModel;

    /// Adds a line on the GUI thread; where there are too many the oldest ones go.
    void append(LogLine line);
    void append(log::Level level, const QString& area, const QString& text);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void makeRoom();

    std::deque<LogLine> m_lines;
};

} // namespace hierascope::widgets
