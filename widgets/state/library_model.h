// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QDateTime>
#include <QImage>

namespace hierascope::widgets {

/// One line of the library: a model folder or an image.
struct LibraryItem {
    int number = 0; ///< in the order of opening
    QString path;
    QString name;
    QString detail;   ///< second line: what it is, or what is wrong with it
    QImage thumbnail; ///< null until it has been read, and for models
    bool hasError = false;
    bool isGenerator = false;   ///< of codes, else a tokenizer
    bool isMissing = false;     ///< the file is not there (any more)
    QDateTime modified;         ///< of the file, invalid until it was looked at
    std::optional<double> psnr; ///< dB of the finest level by model A, once computed
};

/// The models or the images that were opened, in the chosen order.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        DetailRole = Qt::UserRole,
        PathRole,
        ThumbnailRole,
        ErrorRole,
        MissingRole,
        PsnrRole, ///< double, invalid until computed
        GeneratorRole,
    };
    /// Opened: as they came. Time: newest first. Psnr: worst first, what is not computed last.
    enum class Order { Opened, Name, Time, Psnr };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Adds `path` unless it is there already; returns its row.
    int add(const QString& path);
    /// Gives a row another path, which must not be in the list: the next checkpoint of a run.
    void setPath(int row, const QString& path);
    void remove(int row);
    const LibraryItem& item(int row) const { return m_items[std::size_t(row)]; }
    int rowOf(const QString& path) const;
    bool hasRow(int row) const { return row >= 0 && row < rowCount(); }

    Order order() const { return m_order; }
    void setOrder(Order order);

    void setDetail(int row, const QString& detail);
    void setThumbnail(int row, const QImage& thumbnail);
    void setGenerator(int row);
    void setError(int row, const QString& sentence);
    void clearError(int row);
    void setMissing(int row, bool isMissing);
    void setModified(int row, const QDateTime& modified);
    void setPsnr(int row, double psnr);

private:
    void sort();
    void tellChange(int row);

    std::vector<LibraryItem> m_items;
    Order m_order = Order::Opened;
    int m_added = 0;
};

} // namespace hierascope::widgets
