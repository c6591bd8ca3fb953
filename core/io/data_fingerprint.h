// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace hierascope::io {

/// What tells whether a data set is still the same.
struct DataFingerprint {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::string sha256; ///< of one file's bytes, else of the names and sizes of all

    bool operator==(const DataFingerprint&) const = default;
};

/// Takes the fingerprint of what `openDataset` would open.
///
/// Visible files count. A single file over 4 GiB goes by its name and size, as the files of a
/// folder.
Result<DataFingerprint> fingerprintOf(const std::filesystem::path& data);

} // namespace hierascope::io
