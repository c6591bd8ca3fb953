// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/hostile_files.h"

/// The tables behind `writeHostileFiles`.
namespace hierascope::testing {

/// Files of one case by name; a name that ends in '/' is a folder.
using FileMap = std::map<std::string, std::string>;

struct HostileRow {
    std::string name;
    HostileKind kind = HostileKind::Tensors;
    FileMap files;
    std::string opened; ///< what the reader is given, relative to the case's folder
    std::vector<std::string> mentions;
    ErrorCode code = ErrorCode::BadData;
};

/// Length field, header and `dataBytes` zero bytes.
std::string tensorFile(std::string_view header, std::size_t dataBytes);

/// `size` bytes of `value`, first byte last: big-endian unless `isLittle`.
std::string integerBytes(unsigned long long value, std::size_t size, bool isLittle);

std::vector<HostileRow> hostileTensorFiles();
std::vector<HostileRow> hostileIndexes();
std::vector<HostileRow> hostileConfigs();
std::vector<HostileRow> hostileArrays();
std::vector<HostileRow> hostileDatasets();

} // namespace hierascope::testing
