// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_environment.h"

#include <thread>

#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>
#include <sys/utsname.h>
#include <torch/version.h>

#include "core/io/json_file.h"
#include "core/runs/run_status.h"

namespace hierascope::training {

Result<void> noteEnvironment(const std::filesystem::path& run, c10::Device device) {
    const std::filesystem::path file = run / "environment.json";
    std::error_code error;
    if (std::filesystem::exists(file, error))
        return {};
    utsname system{};
    ::uname(&system);
    return io::writeJsonFile(
        file, nlohmann::json{{"program", "hierascope"},
                             {"torch", TORCH_VERSION},
                             {"system", std::string(system.sysname) + " " + system.release},
                             {"machine", system.machine},
                             {"host", runs::hostName()},
                             {"processors", std::thread::hardware_concurrency()},
                             {"device", device.str()},
                             {"threads", at::get_num_threads()}});
}

} // namespace hierascope::training
