// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/library_model.h"

#include <algorithm>
#include <utility>

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

/// The file's name; a checkpoint of a run is named after its run.
QString nameOf(const QString& path) {
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    if (folder.fileName() != QLatin1String("checkpoints"))
        return file.fileName();
    return QFileInfo(folder.path()).fileName() + QStringLiteral(" · ") + file.fileName();
}

} // namespace

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
    case MissingRole:
        return item.isMissing;
    case PsnrRole:
        return item.psnr ? QVariant(*item.psnr) : QVariant();
    case GeneratorRole:
        return item.isGenerator;
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
    LibraryItem item;
    item.number = m_added++;
    item.path = path;
    item.name = nameOf(path);
    beginInsertRows({}, row, row);
    m_items.push_back(std::move(item));
    endInsertRows();
    sort();
    return rowOf(path);
}

void LibraryModel::setPath(int row, const QString& path) {
    LibraryItem& item = m_items[std::size_t(row)];
    item.path = path;
    item.name = nameOf(path);
    item.detail.clear();
    item.hasError = false;
    item.isMissing = false;
    tellChange(row);
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
    tellChange(row);
}

void LibraryModel::setThumbnail(int row, const QImage& thumbnail) {
    m_items[std::size_t(row)].thumbnail = thumbnail;
    tellChange(row);
}

void LibraryModel::setGenerator(int row) {
    if (!std::exchange(m_items[std::size_t(row)].isGenerator, true))
        tellChange(row);
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

void LibraryModel::setMissing(int row, bool isMissing) {
    if (m_items[std::size_t(row)].isMissing == isMissing)
        return;
    m_items[std::size_t(row)].isMissing = isMissing;
    tellChange(row);
}

void LibraryModel::setModified(int row, const QDateTime& modified) {
    m_items[std::size_t(row)].modified = modified;
    tellChange(row);
    if (m_order == Order::Time)
        sort();
}

void LibraryModel::setPsnr(int row, double psnr) {
    m_items[std::size_t(row)].psnr = psnr;
    tellChange(row);
    if (m_order == Order::Psnr)
        sort();
}

void LibraryModel::setOrder(Order order) {
    m_order = order;
    sort();
}

void LibraryModel::tellChange(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

void LibraryModel::sort() {
    const auto isBefore = [order = m_order](const LibraryItem& left, const LibraryItem& right) {
        if (order == Order::Name && left.name != right.name)
            return left.name.localeAwareCompare(right.name) < 0;
        if (order == Order::Time && left.modified != right.modified)
            return left.modified > right.modified;
        if (order == Order::Psnr && left.psnr != right.psnr)
            return left.psnr && (!right.psnr || *left.psnr < *right.psnr);
        return left.number < right.number;
    };
    if (std::ranges::is_sorted(m_items, isBefore))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QStringList paths;
    for (const QModelIndex& place : before)
        paths << m_items[std::size_t(place.row())].path;
    std::ranges::stable_sort(m_items, isBefore);
    QModelIndexList after;
    for (const QString& path : paths)
        after << index(rowOf(path));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace hierascope::widgets
