// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

/// What the window writes for a training, and the fields of a config one by one.
namespace hierascope::widgets {

/// A field of a config: "training.loss.kl" and its value.
struct ConfigField {
    QString name;
    nlohmann::json value;
};

/// A training that somebody wants.
struct NewRun {
    QString name; ///< of its folder
    nlohmann::json config;
    QString device; ///< "auto", "cpu", "cuda"
};

/// Reads a config and makes its paths absolute, so that it may lie anywhere.
Result<nlohmann::json> readTrainConfig(const QString& file);
/// All values below the objects of a config, in its order of names.
std::vector<ConfigField> fieldsOf(const nlohmann::json& config);
/// The value of a field, null where there is none.
nlohmann::json fieldOf(const nlohmann::json& config, const QString& name);
void setField(nlohmann::json& config, const QString& name, nlohmann::json value);
void removeField(nlohmann::json& config, const QString& name);
/// Reads what somebody typed for a field; the error says what is expected.
Result<nlohmann::json> fieldFromText(const QString& text, const nlohmann::json& before);

/// Makes a run's folder with its config, and says in it how it is to be started.
///
/// @return its path
Result<QString> makeRun(const QString& folder, const NewRun& run);
/// The device that a run was made for; "auto" where nothing was said.
QString deviceOf(const QString& run);
/// A name that no run in a folder has: "photos", "photos-2", ...
QString freeRunName(const QString& folder, const QString& wish);

} // namespace hierascope::widgets
