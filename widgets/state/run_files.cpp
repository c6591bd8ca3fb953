// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_files.h"

#include <utility>

#include "core/base/atomic_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "widgets/state/services.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

using nlohmann::json;

constexpr int kIndent = 2;
constexpr const char* kStartFile = "window.json"; // how this window starts a run

json::json_pointer pointerOf(const QString& name) {
    json::json_pointer pointer;
    for (const QString& part : name.split(QLatin1Char('.')))
        pointer /= part.toStdString();
    return pointer;
}

void addFields(const json& object, const QString& prefix, std::vector<ConfigField>& fields) {
    for (const auto& [key, value] : object.items()) {
        const QString name = prefix + QString::fromStdString(key);
        if (value.is_object() && !value.empty())
            addFields(value, name + QLatin1Char('.'), fields);
        else
            fields.push_back({name, value});
    }
}

QByteArray contents(const QString& path, bool& isRead) {
    constexpr qint64 kMost = 1 << 20;
    QFile file(path);
    isRead = file.open(QIODevice::ReadOnly) && file.size() <= kMost;
    return isRead ? file.readAll() : QByteArray();
}

std::string expectationOf(const json& value) {
    if (value.is_boolean())
        return "true or false";
    if (value.is_number_integer())
        return "a whole number";
    if (value.is_number())
        return "a number";
    if (value.is_string())
        return "a text in quotation marks";
    return value.is_array() ? "a list in [ ]" : "an object in { }";
}

bool isSameKind(const json& value, const json& before) {
    if (before.is_null())
        return true;
    if (before.is_number_integer())
        return value.is_number_integer();
    if (before.is_number())
        return value.is_number();
    return value.type() == before.type();
}

} // namespace

Result<json> readTrainConfig(const QString& file) {
    bool isRead = false;
    const QByteArray bytes = contents(file, isRead);
    if (!isRead)
        return failure(ErrorCode::NoInput, "Cannot read config '" + file.toStdString() + "'.");
    json config = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!config.is_object())
        return failure(ErrorCode::BadData,
                       "Config '" + file.toStdString() + "' is no JSON object.");
    for (const char* part : {"data", "training", "options"})
        if (config.contains(part) && !config[part].is_object())
            return failure(ErrorCode::BadData, "Config '" + file.toStdString() + "': field '" +
                                                   part + "' is no object.");
    runs::makePathsAbsolute(config, systemPath(QFileInfo(file).absolutePath()));
    return config;
}

std::vector<ConfigField> fieldsOf(const json& config) {
    std::vector<ConfigField> fields;
    if (config.is_object())
        addFields(config, {}, fields);
    return fields;
}

json fieldOf(const json& config, const QString& name) {
    const json::json_pointer pointer = pointerOf(name);
    return config.contains(pointer) ? config.at(pointer) : json();
}

void setField(json& config, const QString& name, json value) {
    config[pointerOf(name)] = std::move(value);
}

void removeField(json& config, const QString& name) {
    const json::json_pointer pointer = pointerOf(name);
    if (config.contains(pointer))
        config[pointer.parent_pointer()].erase(pointer.back());
}

Result<json> fieldFromText(const QString& text, const json& before) {
    json value = json::parse(text.toStdString(), nullptr, false);
    if (value.is_discarded() || !isSameKind(value, before))
        return failure(ErrorCode::BadData, "Expected " + expectationOf(before) + ".");
    return value;
}

Result<QString> makeRun(const QString& folder, const NewRun& run) {
    const bool isName = !run.name.isEmpty() && !run.name.contains(QLatin1Char('/')) &&
                        !run.name.startsWith(QLatin1Char('.'));
    if (!isName)
        return failure(ErrorCode::Usage,
                       "'" + run.name.toStdString() + "' cannot be the name of a run's folder.");
    const QString path = QDir::cleanPath(QDir(folder).absoluteFilePath(run.name));
    if (const auto valid = runs::trainConfigFromJson(run.config, systemPath(folder)); !valid)
        return failure(valid);
    const auto made = runs::RunFolder::create(systemPath(path));
    if (!made)
        return failure(made);
    const json start{{"device", run.device.toStdString()}};
    if (auto written = writeFileAtomically(made->path() / kStartFile, start.dump(kIndent) + "\n");
        !written)
        return failure(written);
    if (auto written = writeFileAtomically(made->config(), run.config.dump(kIndent) + "\n");
        !written)
        return failure(written);
    return path;
}

QString deviceOf(const QString& run) {
    bool isRead = false;
    const QByteArray bytes = contents(QDir(run).filePath(QString::fromLatin1(kStartFile)), isRead);
    const json start = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    const json device = start.is_object() ? start.value("device", json()) : json();
    return device.is_string() ? QString::fromStdString(device.get<std::string>())
                              : QStringLiteral("auto");
}

QString freeRunName(const QString& folder, const QString& wish) {
    QString name = wish;
    for (int number = 2; QFileInfo::exists(QDir(folder).filePath(name)); ++number)
        name = QStringLiteral("%1-%2").arg(wish).arg(number);
    return name;
}

} // namespace hierascope::widgets
