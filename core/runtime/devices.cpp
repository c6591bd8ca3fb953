// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/devices.h"

#include "core/runtime/guard.h"
#include "core/tensor/device.h"

namespace hierascope::runtime {

Result<std::vector<DeviceInfo>> listDevices() {
    return guarded([]() -> Result<std::vector<DeviceInfo>> {
        std::vector<DeviceInfo> devices;
        for (const tensor::DeviceDescription& device : tensor::listDevices())
            devices.push_back(
                {device.id, device.name, device.kind, device.memoryTotal, device.memoryFree});
        return devices;
    });
}

} // namespace hierascope::runtime
