// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QImage>

namespace hierascope::widgets {

/// One line of the library: a model folder or an image.
struct LibraryItem {
    QString path;
    QString name;
    QString detail;   ///< second line: what it is, or what is wrong with it
    QImage thumbnail; ///< null until it has been read, and for models
    bool hasError = false;
};

/// The models or the images that were opened, in the order in which they came.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        DetailRole = Qt::UserRole,
        PathRole,
        ThumbnailRole,
        ErrorRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Adds `path` unless it is there already; returns its row.
    int add(const QString& path);
    void remove(int row);
    const LibraryItem& item(int row) const { return m_items[std::size_t(row)]; }
    int rowOf(const QString& path) const;
    bool hasRow(int row) const { return row >= 0 && row < rowCount(); }

    void setDetail(int row, const QString& detail);
    void setThumbnail(int row, const QImage& thumbnail);
    void setError(int row, const QString& sentence);
    void clearError(int row);

private:
    std::vector<LibraryItem> m_items;
};

} // namespace hierascope::widgets
