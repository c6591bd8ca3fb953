// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/pickle_value.h"
#include "core/io/torch_file.h"

namespace hierascope::io {

/// Says where the storage with this key lies; the error is one clause without a file's name.
using StorageFinder = std::function<Result<TorchStorage>(std::string_view key)>;

/// Walks the values of `document` and adds tensors, other values, names and complaints to
/// `contents`.
void listTorchDocument(const PickleDocument& document, const StorageFinder& finder,
                       TorchContents& contents);

} // namespace hierascope::io
