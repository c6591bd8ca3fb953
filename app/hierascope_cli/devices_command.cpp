// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/devices.h"

namespace hierascope::cli {

namespace {

nlohmann::json jsonOf(const std::vector<runtime::DeviceInfo>& devices) {
    nlohmann::json list = nlohmann::json::array();
    for (const runtime::DeviceInfo& device : devices)
        list.push_back({{"id", device.id},
                        {"name", device.name},
                        {"kind", device.kind},
                        {"memory_total", device.memoryTotal},
                        {"memory_free", device.memoryFree}});
    return {{"devices", list}};
}

Result<void> showDevices(const Session& session) {
    const auto devices = runtime::listDevices();
    if (!devices)
        return failure(devices);
    if (session.common.asJson) {
        std::cout << jsonText(jsonOf(*devices)) << '\n';
        return {};
    }
    constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
    for (const runtime::DeviceInfo& device : *devices) {
        char memory[64];
        std::snprintf(memory, sizeof memory, "%.1f of %.1f GiB free",
                      static_cast<double>(device.memoryFree) / kGibibyte,
                      static_cast<double>(device.memoryTotal) / kGibibyte);
        std::cout << device.id << "  " << device.name << "  " << memory << '\n';
    }
    return {};
}

} // namespace

void addDevicesCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "devices", "List what there is to compute on",
                                   "devices --json");
    command->callback([&session] { session.work = [&session] { return showDevices(session); }; });
}

} // namespace hierascope::cli
