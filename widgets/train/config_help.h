// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

/// What the fields of a training's config mean, for people.
namespace hierascope::widgets {

/// A field that a person may set.
struct ConfigHelp {
    QString unit; ///< "steps", "seconds", ...; empty where it has none
    QString text; ///< one sentence
};

/// The help of a field: "training.loss.kl"; both empty where nobody wrote one.
ConfigHelp configHelp(const QString& field);

/// Writes every field of training that a config leaves out, as it would be taken.
void addTrainingDefaults(nlohmann::json& config);

/// The fields that need not be there: paths and the like, which have no value of their own.
QStringList optionalFields(const nlohmann::json& config);

} // namespace hierascope::widgets
