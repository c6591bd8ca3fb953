// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/config_model.h"

#include <algorithm>
#include <utility>

#include "core/runs/train_config.h"
#include "widgets/train/config_help.h"

namespace hierascope::widgets {

namespace {

/// Complaints name their field in quotation marks.
bool isAbout(const QString& complaint, const QString& field) {
    return complaint.contains(QLatin1Char('\'') + field + QLatin1Char('\''));
}

QString helpOf(const QString& field) {
    const ConfigHelp help = configHelp(field);
    if (help.text.isEmpty())
        return field;
    const QString unit = help.unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(help.unit);
    return QStringLiteral("%1%2: %3.").arg(field, unit, help.text);
}

} // namespace

ConfigModel::ConfigModel(QObject* parent) : QAbstractTableModel(parent) {}

void ConfigModel::setConfig(nlohmann::json config) {
    beginResetModel();
    m_config = std::move(config);
    m_rows.clear();
    for (const ConfigField& field : fieldsOf(m_config))
        m_rows.push_back({field.name, QString::fromStdString(field.value.dump()), {}});
    for (const QString& name : optionalFields(m_config))
        if (find(name) == nullptr)
            m_rows.push_back({name, {}, {}});
    std::ranges::sort(m_rows, {}, &Row::name);
    mark();
    endResetModel();
}

ConfigModel::Row* ConfigModel::find(const QString& name) {
    const auto row = std::ranges::find(m_rows, name, &Row::name);
    return row == m_rows.end() ? nullptr : &*row;
}

void ConfigModel::setValue(const QString& name, const nlohmann::json& value) {
    setField(m_config, name, value);
    Row* row = find(name);
    if (row == nullptr)
        return setConfig(std::move(m_config));
    row->text = QString::fromStdString(value.dump());
    row->problem.clear();
    check();
}

/// A path that may be left out needs no quotation marks.
Result<nlohmann::json> ConfigModel::read(const QString& name, const QString& text) const {
    const nlohmann::json before = fieldOf(m_config, name);
    if (!optionalFields(m_config).contains(name))
        return fieldFromText(text, before);
    const auto value = nlohmann::json::parse(text.toStdString(), nullptr, false);
    return value.is_string() ? value : nlohmann::json(text.trimmed().toStdString());
}

QString ConfigModel::problemOf(const QString& name, const QString& text) const {
    auto value = read(name, text);
    if (!value)
        return QString::fromStdString(value.error().message);
    if (*value == "" && optionalFields(m_config).contains(name))
        return {};
    nlohmann::json config = m_config;
    setField(config, name, std::move(*value));
    const auto valid = runs::trainConfigFromJson(config, {});
    const QString message = valid ? QString() : QString::fromStdString(valid.error().message);
    return isAbout(message, name) ? message : QString();
}

/// A value that is out of range is marked where it stands.
void ConfigModel::mark() {
    const auto valid = runs::trainConfigFromJson(m_config, {});
    const QString message = valid ? QString() : QString::fromStdString(valid.error().message);
    for (Row& row : m_rows) {
        if (row.text.isEmpty() || fieldFromText(row.text, fieldOf(m_config, row.name)))
            row.problem.clear();
        if (isAbout(message, row.name))
            row.problem = message;
    }
}

void ConfigModel::check() {
    mark();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
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
        return row.problem.isEmpty() ? helpOf(row.name) : row.problem;
    case HelpRole:
        return helpOf(row.name);
    case SearchRole:
        return index.column() == NameColumn ? row.name + QLatin1Char('\n') + helpOf(row.name)
                                            : row.text;
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
    auto read = ConfigModel::read(row.name, row.text);
    row.problem = read ? QString() : QString::fromStdString(read.error().message);
    if (read && *read == "" && optionalFields(m_config).contains(row.name)) {
        row.text.clear();
        removeField(m_config, row.name);
    } else if (read) {
        row.text = QString::fromStdString(read->dump());
        setField(m_config, row.name, std::move(*read));
    }
    if (row.problem.isEmpty())
        check();
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
