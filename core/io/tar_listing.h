// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/result.h"

namespace hierascope::io {

/// One file inside a tar, with the place of its bytes.
struct TarMember {
    std::string name;         ///< anything may stand here: never use it as a path
    std::uint64_t offset = 0; ///< of its first byte, from the start of the tar
    std::uint64_t size = 0;
};

/// Calls `take` for every ordinary file of an uncompressed tar, in order; contents are skipped.
///
/// Links, folders and devices are left out. A tar that is cut, compressed or damaged is BadData
/// naming the member before, and so is what `take` returns.
Result<void> listTar(const std::filesystem::path& path,
                     const std::function<Result<void>(const TarMember&)>& take);

} // namespace hierascope::io
