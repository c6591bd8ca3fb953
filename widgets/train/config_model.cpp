// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/config_model.h"

#include <algorithm>
#include <utility>

namespace hierascope::widgets {

ConfigModel::ConfigModel(QObject* parent) : QAbstractTableModel(parent) {}

void ConfigModel::setConfig(nlohmann::json config) {
    beginResetModel();
    m_config = std::move(config);
    m_rows.clear();
    for (const ConfigField& field : fieldsOf(m_config))
        m_rows.push_back({field.name, QString::fromStdString(field.value.dump()), {}});
    endResetModel();
}

void ConfigModel::setValue(const QString& name, const nlohmann::json& value) {
    setField(m_config, name, value);
    const auto row = std::ranges::find(m_rows, name, &Row::name);
    if (row == m_rows.end())
        return setConfig(std::move(m_config));
    row->text = QString::fromStdString(value.dump());
    row->problem.clear();
    const QModelIndex cell = index(int(row - m_rows.begin()), ValueColumn);
    Q_EMIT dataChanged(cell, cell);
}

QString ConfigModel::problem() const {
    const auto row =
        std::ranges::find_if(m_rows, [](const Row& r) { return !r.problem.isEmpty(); });
    return row == m_rows.end() ? QString() : QStringLiteral("%1: %2").arg(row->name, row->problem);
}

int ConfigModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConfigModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant ConfigModel::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == NameColumn ? row.name : row.text;
    case Qt::ToolTipRole:
        return row.problem.isEmpty() ? QStringLiteral("%1 = %2").arg(row.name, row.text)
                                     : row.problem;
    case ProblemRole:
        return row.problem;
    default:
        return {};
    }
}

bool ConfigModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != ValueColumn || index.row() >= rowCount())
        return false;
    Row& row = m_rows[std::size_t(index.row())];
    row.text = value.toString();
    auto read = fieldFromText(row.text, fieldOf(m_config, row.name));
    row.problem = read ? QString() : QString::fromStdString(read.error().message);
    if (read)
        setField(m_config, row.name, std::move(*read));
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Setting") : tr("Value");
}

Qt::ItemFlags ConfigModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.column() == ValueColumn ? base | Qt::ItemIsEditable : base;
}

} // namespace hierascope::widgets
