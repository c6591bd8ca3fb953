// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/device.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <thread>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <dlfcn.h>
#include <sched.h>
#include <unistd.h>

#include "core/tensor/idle_team.h"

namespace hierascope::tensor {

namespace {

/// What opening the CUDA half of LibTorch came to; empty `reason` means it works.
struct CudaState {
    int deviceCount = 0;
    std::string reason;
};

CudaState openCuda() {
    if (::dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL) == nullptr) {
        const char* why = ::dlerror();
        return {0, std::string("LibTorch's CUDA library cannot be opened (") +
                       (why != nullptr ? why : "unknown reason") + ")"};
    }
    if (!at::globalContext().hasCUDA())
        return {0, "no NVIDIA driver was found"};
    const int count = static_cast<int>(at::detail::getCUDAHooks().deviceCount());
    return {count, count > 0 ? std::string() : "no CUDA device was found"};
}

const CudaState& cudaState() {
    static const CudaState state = openCuda();
    return state;
}

/// The value after the colon of the first line that starts with `field`; empty where none does.
std::string fieldOf(const std::filesystem::path& file, std::string_view field) {
    std::ifstream info(file);
    for (std::string line; std::getline(info, line);) {
        const auto colon = line.find(':');
        const auto value = line.find_first_not_of(" \t", colon + 1);
        if (line.starts_with(field) && colon != std::string::npos && value != std::string::npos)
            return line.substr(value);
    }
    return {};
}

/// The driver lists its cards by bus address, which is CUDA's order where CUDA_DEVICE_ORDER says so
/// and where all cards are alike; a name is for people only.
std::string cudaName(int index) {
    std::vector<std::filesystem::path> cards;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", error))
        cards.push_back(entry.path() / "information");
    std::sort(cards.begin(), cards.end());
    const auto card = static_cast<std::size_t>(index);
    const std::string name = card < cards.size() ? fieldOf(cards[card], "Model") : std::string();
    return name.empty() ? "NVIDIA GPU " + std::to_string(index) : name;
}

std::int64_t systemMemory(std::string_view field) {
    std::ifstream info("/proc/meminfo");
    for (std::string line; std::getline(info, line);) {
        if (!line.starts_with(field))
            continue;
        std::int64_t kibibytes = 0;
        const auto digit = line.find_first_of("0123456789");
        if (digit != std::string::npos)
            std::from_chars(line.data() + digit, line.data() + line.size(), kibibytes);
        return kibibytes * 1024;
    }
    return 0;
}

DeviceDescription describeCuda(int index) {
    const at::Device device(at::kCUDA, static_cast<at::DeviceIndex>(index));
    DeviceDescription description;
    description.id = device.str();
    description.kind = "cuda";
    description.name = cudaName(index);
    if (auto* allocator = dynamic_cast<c10::DeviceAllocator*>(c10::GetAllocator(at::kCUDA))) {
        const auto [free, total] = allocator->getMemoryInfo(device.index());
        description.memoryFree = static_cast<std::int64_t>(free);
        description.memoryTotal = static_cast<std::int64_t>(total);
    }
    return description;
}

} // namespace

std::vector<DeviceDescription> listDevices() {
    const std::string processor = fieldOf("/proc/cpuinfo", "model name");
    std::vector<DeviceDescription> devices{{"cpu", processor.empty() ? "CPU" : processor, "cpu",
                                            systemMemory("MemTotal:"),
                                            systemMemory("MemAvailable:")}};
    for (int index = 0; index < cudaState().deviceCount; ++index)
        devices.push_back(describeCuda(index));
    return devices;
}

Result<at::Device> chooseDevice(const std::string& specification) {
    if (specification == "cpu")
        return at::Device(at::kCPU);
    if (specification == "auto")
        return cudaState().deviceCount > 0 ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);

    int index = 0;
    if (specification.starts_with("cuda:")) {
        const char* begin = specification.data() + 5;
        const char* end = specification.data() + specification.size();
        const auto [parsed, error] = std::from_chars(begin, end, index);
        if (error != std::errc() || parsed != end || index < 0)
            return failure(ErrorCode::Usage,
                           "Device '" + specification + "' is not one of auto, cpu, cuda, cuda:N.");
    } else if (specification != "cuda") {
        return failure(ErrorCode::Usage,
                       "Device '" + specification + "' is not one of auto, cpu, cuda, cuda:N.");
    }
    const CudaState& cuda = cudaState();
    if (index >= cuda.deviceCount) {
        const std::string reason =
            cuda.reason.empty()
                ? "there are only " + std::to_string(cuda.deviceCount) + " CUDA devices"
                : cuda.reason;
        return failure(ErrorCode::NoDevice,
                       "Device '" + specification + "' is not available: " + reason + ".");
    }
    return at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index));
}

std::int64_t usedMemory(at::Device device) {
    if (device.is_cpu()) {
        std::ifstream pages("/proc/self/statm"); // proc(5): size, resident
        std::int64_t size = 0;
        std::int64_t resident = 0;
        return pages >> size >> resident ? resident * ::sysconf(_SC_PAGESIZE) : 0;
    }
    auto* allocator = dynamic_cast<c10::DeviceAllocator*>(c10::GetAllocator(device.type()));
    if (allocator == nullptr || !allocator->initialized())
        return 0;
    const auto stats = allocator->getDeviceStats(std::max<at::DeviceIndex>(device.index(), 0));
    return stats.reserved_bytes[0].current; // all pools together
}

void setThreadCount(int threads) {
    if (threads <= 0) {
        cpu_set_t allowed;
        CPU_ZERO(&allowed);
        threads = ::sched_getaffinity(0, sizeof allowed, &allowed) == 0
                      ? CPU_COUNT(&allowed)
                      : static_cast<int>(std::thread::hardware_concurrency());
    }
    at::set_num_threads(std::max(1, threads));
    static const IdleTeam team(at::get_num_threads());
}

} // namespace hierascope::tensor
