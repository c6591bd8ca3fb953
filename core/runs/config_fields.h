// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::runs {

/// Where one whole number goes, and what it may be.
struct IntegerField {
    const char* key;
    std::int64_t* target;
    std::int64_t low;
    std::int64_t high;
};

/// Where one number goes, and what it may be.
struct NumberField {
    const char* key;
    double* target;
    double low;
    double high;
};

/// BadData: "Field 'FIELD' is FOUND, expected EXPECTED."
tl::unexpected<Error> fieldFailure(const std::string& field, const std::string& found,
                                   const std::string& expected);

/// A value as messages show it: at most 80 characters.
std::string shortText(const nlohmann::json& value);

/// Reads those fields that are there; the others keep what they have.
///
/// @param prefix of the fields' names in messages, "training." for one
Result<void> readIntegers(const nlohmann::json& object, const std::string& prefix,
                          std::initializer_list<IntegerField> fields);
Result<void> readNumbers(const nlohmann::json& object, const std::string& prefix,
                         std::initializer_list<NumberField> fields);
Result<void> readFlag(const nlohmann::json& object, const std::string& prefix, const char* key,
                      bool& target);

/// Reads AdamW's two betas from the key `betas`.
Result<void> readBetas(const nlohmann::json& object, const std::string& prefix,
                       std::array<double, 2>& target);

/// Reads a path that is relative to `folder` unless absolute.
Result<void> readPath(const nlohmann::json& object, const std::string& prefix, const char* key,
                      const std::filesystem::path& folder, std::filesystem::path& target);

/// Fails at a key that is not known, and says which one was probably meant.
Result<void> refuseUnknown(const nlohmann::json& object, const std::string& prefix,
                           std::initializer_list<std::string_view> known);

} // namespace hierascope::runs
