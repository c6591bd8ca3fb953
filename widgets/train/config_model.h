// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/run_files.h"

#include <QAbstractTableModel>

namespace hierascope::widgets {

/// The fields of a config with their values as JSON; what does not fit is kept out of it and
/// marked.
class ConfigModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, kColumns };
    enum Role {
        ProblemRole = Qt::UserRole, ///< what is expected; empty where the value fits
        HelpRole,                   ///< a sentence about the field, with its unit
        SearchRole,                 ///< all text that a search may find
    };

    explicit ConfigModel(QObject* parent = nullptr);

    void setConfig(nlohmann::json config);
    const nlohmann::json& config() const { return m_config; }
    /// Changes a field from elsewhere.
    void setValue(const QString& name, const nlohmann::json& value);
    /// What is wrong with a text for a field, empty where it fits.
    QString problemOf(const QString& name, const QString& text) const;
    /// The first value that does not fit, as "name: what is expected"; empty where all do.
    QString problem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Somebody changed a field in the table.
    void edited();

private:
    struct Row {
        QString name;
        QString text; ///< empty for a field that is left out
        QString problem;
    };

    Row* find(const QString& name);
    Result<nlohmann::json> read(const QString& name, const QString& text) const;
    void mark();
    void check();

    nlohmann::json m_config = nlohmann::json::object();
    std::vector<Row> m_rows;
};

} // namespace hierascope::widgets
