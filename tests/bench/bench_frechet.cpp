// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>

#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include "core/io/npy.h"
#include "core/metrics/frechet.h"
#include "core/tensor/device.h"

namespace {

using namespace hierascope;

at::Tensor readTable(io::NpyArray& array, const char* path) {
    auto read = io::readNpy(path);
    if (!read)
        throw std::runtime_error(read.error().message);
    array = *std::move(read);
    if (array.dtype != io::DType::F32 || array.shape.size() != 2)
        throw std::runtime_error(std::string(path) + ": expected float32 [N, D].");
    return at::from_blob(array.bytes.data(), array.shape, at::kFloat);
}

metrics::Moments momentsOf(const at::Tensor& table) {
    constexpr std::int64_t kBatch = 64; // as a pass over pictures would hand them over
    metrics::MomentSum sum;
    for (std::int64_t first = 0; first < table.size(0); first += kBatch)
        sum.add(table.narrow(0, first, std::min(kBatch, table.size(0) - first)));
    return sum.moments();
}

} // namespace

/// hierascope_bench_frechet A.npy B.npy THREADS: seconds of both moments, of the distance, its
/// value
int main(int argc, char** argv) {
    if (argc != 4)
        return 2;
    try {
        const c10::InferenceMode inference;
        tensor::setThreadCount(std::stoi(argv[3]));
        io::NpyArray a;
        io::NpyArray b;
        const at::Tensor ofA = readTable(a, argv[1]);
        const at::Tensor ofB = readTable(b, argv[2]);
        const auto seconds = [start = std::chrono::steady_clock::now()] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        const metrics::Moments momentsA = momentsOf(ofA);
        const metrics::Moments momentsB = momentsOf(ofB);
        const double gathered = seconds();
        const auto distance = metrics::frechetDistance(momentsA, momentsB);
        std::printf("%.6f %.6f %.12g\n", gathered, seconds() - gathered, distance.value);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
