// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <c10/core/Device.h>

#include "core/base/result.h"

namespace hierascope::tensor {

/// One thing to compute on.
struct DeviceDescription {
    std::string id;               ///< "cpu", "cuda:0": what `--device` takes
    std::string name;             ///< "AMD EPYC", "NVIDIA H100"
    std::string kind;             ///< "cpu" or "cuda"
    std::int64_t memoryTotal = 0; ///< bytes
    std::int64_t memoryFree = 0;  ///< bytes
};

/// Lists the CPU first, then every CUDA device that LibTorch's CUDA library reports.
std::vector<DeviceDescription> listDevices();

/// Turns `auto`, `cpu`, `cuda` or `cuda:N` into a device that is there.
///
/// `auto` is the first CUDA device, else the CPU. Asking for CUDA opens LibTorch's CUDA library at
/// run time; why it is not to be had is said in the error (ErrorCode::NoDevice).
Result<at::Device> chooseDevice(const std::string& specification);

/// Bytes that this process holds on a device: those of the allocator on a GPU, the resident set on
/// the CPU; 0 where nobody says.
std::int64_t usedMemory(at::Device device);

/// Sets how many threads one operator uses; 0 means one per processor that this process may use.
void setThreadCount(int threads);

} // namespace hierascope::tensor
