// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_tsne.py's other side: points in (float32 on stdin), seconds and the result out.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "core/analysis/density.h"
#include "core/analysis/neighbors.h"

namespace {

using namespace hierascope::analysis;

std::vector<float> readPoints() {
    const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

template <typename Value>
void write(double seconds, const std::vector<Value>& values) {
    std::cout << seconds << '\n';
    std::cout.write(reinterpret_cast<const char*>(values.data()),
                    static_cast<std::streamsize>(values.size() * sizeof(Value)));
}

} // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::fputs("Usage: hierascope_bench_analysis neighbours|density WIDTH K THREADS < points\n",
                   stderr);
        return 2;
    }
    const std::string what = arguments[1];
    const std::int64_t width = std::atoll(arguments[2]);
    const std::int64_t k = std::atoll(arguments[3]);
    const Workers workers(std::atoi(arguments[4]));
    const std::vector<float> values = readPoints();
    const PointTable points = {values, static_cast<std::int64_t>(values.size()) / width, width};
    const auto start = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    if (what == "neighbours") {
        const auto found = findNeighbors(points, k, workers, hierascope::TaskContext());
        write(seconds(), found->indices);
    } else {
        const auto density = densityAtPoints(points, workers, hierascope::TaskContext());
        write(seconds(), *density);
    }
    return 0;
}
