// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/io/dataset.h"

namespace hierascope::io {

/// Opens WebDataset shards: files `KEY.EXT` that share a key, one after another, are one example.
///
/// The picture is the file whose extension is that of an image, the class the number in `KEY.cls`;
/// examples without a picture are left out. Shards are read through once for the places of their
/// pictures, 24 bytes each; pictures are read when asked for, in any order.
/// @source https://github.com/webdataset/webdataset: the key ends at the first dot of the name
Result<std::unique_ptr<ImageDataset>>
openTarDataset(const std::vector<std::filesystem::path>& shards);

} // namespace hierascope::io
