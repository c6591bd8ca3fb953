// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"
#include "core/runtime/official_source.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// What the runtime can do with one family of tokenizers.
struct Family {
    std::string name; ///< as `family` in config.json has it

    /// Checks `options` and fills in those that the config leaves out.
    Result<void> (*completeOptions)(ModelSource& source);
    Result<std::shared_ptr<Tokenizer>> (*open)(const ModelSource& source,
                                               const OpenOptions& options,
                                               const TaskContext& context);
    /// Whether a checkpoint in another program's layout is of this family; may be null.
    bool (*isOfficial)(const OfficialCheckpoint& checkpoint);
    /// Turns such a checkpoint into a source of this project's layout.
    Result<ModelSource> (*fromOfficial)(const OfficialCheckpoint& checkpoint);
    /// Fills the fields of `inspection` that depend on the architecture.
    Result<void> (*inspect)(const ModelSource& source, ModelInspection& inspection);
};

/// Finds the family that a config names; BadData with the known ones if there is none.
Result<const Family*> findFamily(const ModelSource& source);

/// Finds the family whose official layout a checkpoint has; null if there is none.
const Family* findOfficialFamily(const OfficialCheckpoint& checkpoint);

} // namespace hierascope::runtime
