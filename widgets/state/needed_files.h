// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/runs/needed_file.h"
#include "widgets/state/view_choice.h"

#include <QStringList>

class QObject;

/// The files that recipes and sessions name, with their hashes.
namespace hierascope::widgets {

class TaskRunner;
class ViewState;

/// The models, images, generators and data of the state's choice, with the hashes that are known.
std::vector<runs::NeededFile> neededFiles(const ViewState& state);

/// Reads files for the hashes that are missing; for a worker thread. One that cannot be read keeps
/// none; what was read once is remembered until the file changes.
void addHashes(std::vector<runs::NeededFile>& files);

/// Compares the hashes in the background: reading large files takes time.
///
/// @param name what sentences begin with: "Recipe in 'x.png'"
/// @param tell gets a sentence for each file that holds other bytes; not called where there is none
void compareHashes(QObject* owner, TaskRunner& runner, std::vector<runs::NeededFile> files,
                   const std::string& name, std::function<void(const QStringList&)> tell);

/// The first file that is not there any more.
std::optional<runs::NeededFile> firstMissing(const std::vector<runs::NeededFile>& files);

} // namespace hierascope::widgets
