// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_file.h"

#include <string>

#include "core/base/atomic_file.h"
#include "core/io/input_file.h"
#include "core/io/strict_json.h"

namespace hierascope::io {

Result<nlohmann::json> readJsonFile(const std::filesystem::path& path, const JsonLimits& limits) {
    const auto text = readWholeFile(path, limits.bytes);
    if (!text)
        return failure(text);
    return parseStrictJson(*text, limits.depth, "'" + path.string() + "'");
}

Result<void> writeJsonFile(const std::filesystem::path& path, const nlohmann::json& value) {
    // Text that is not UTF-8 (a foreign file name, say) is written with replacement characters.
    const std::string text =
        value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    return writeFileAtomically(path, text);
}

} // namespace hierascope::io
