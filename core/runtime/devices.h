// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace hierascope::runtime {

/// One thing to compute on.
struct DeviceInfo {
    std::string id;               ///< what `OpenOptions::device` takes: "cpu", "cuda:0"
    std::string name;             ///< for people
    std::string kind;             ///< "cpu" or "cuda"
    std::int64_t memoryTotal = 0; ///< bytes
    std::int64_t memoryFree = 0;  ///< bytes
};

/// Lists what there is to compute on, the CPU first.
Result<std::vector<DeviceInfo>> listDevices();

} // namespace hierascope::runtime
