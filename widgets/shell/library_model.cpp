// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/library_model.h"

#include <algorithm>

#include <QFileInfo>

namespace hierascope::widgets {

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LibraryItem& item = m_items[std::size_t(index.row())];
    switch (role) {
    case NameRole:
        return item.name;
    case DetailRole:
        return item.detail;
    case PathRole:
        return item.path;
    case ThumbnailRole:
        return item.thumbnail;
    case ErrorRole:
        return item.hasError;
    case Qt::ToolTipRole:
        return item.hasError ? item.path + QLatin1Char('\n') + item.detail : item.path;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.name : item.name + QStringLiteral(", ") + item.detail;
    default:
        return {};
    }
}

int LibraryModel::add(const QString& path) {
    const int known = rowOf(path);
    if (known >= 0)
        return known;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_items.push_back({path, QFileInfo(path).fileName(), {}, {}, false});
    endInsertRows();
    return row;
}

void LibraryModel::remove(int row) {
    if (!hasRow(row))
        return;
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

int LibraryModel::rowOf(const QString& path) const {
    const auto found = std::ranges::find(m_items, path, &LibraryItem::path);
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

void LibraryModel::setDetail(int row, const QString& detail) {
    m_items[std::size_t(row)].detail = detail;
    Q_EMIT dataChanged(index(row), index(row));
}

void LibraryModel::setThumbnail(int row, const QImage& thumbnail) {
    m_items[std::size_t(row)].thumbnail = thumbnail;
    Q_EMIT dataChanged(index(row), index(row));
}

void LibraryModel::setError(int row, const QString& sentence) {
    m_items[std::size_t(row)].hasError = true;
    setDetail(row, sentence);
}

void LibraryModel::clearError(int row) {
    if (!m_items[std::size_t(row)].hasError)
        return;
    m_items[std::size_t(row)].hasError = false;
    setDetail(row, {});
}

} // namespace hierascope::widgets
