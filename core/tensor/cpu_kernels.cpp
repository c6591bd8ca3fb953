// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/cpu_kernels.h"

#include <cmath>
#include <utility>

namespace hierascope::tensor {

namespace {

namespace base {
constexpr int kLanes = 4;
constexpr int kTileRows = 6;
#include "core/tensor/cpu_kernels_body.h"
} // namespace base

#ifdef __x86_64__
#pragma GCC push_options
#pragma GCC target("avx2,fma")
namespace avx2 {
constexpr int kLanes = 8;
constexpr int kTileRows = 6;
#include "core/tensor/cpu_kernels_body.h"
} // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512vl,avx512bw,fma")
namespace avx512 {
constexpr int kLanes = 16;
constexpr int kTileRows = 12;
#include "core/tensor/cpu_kernels_body.h"
} // namespace avx512
#pragma GCC pop_options
#endif

CpuKernels chosenKernels() {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        return avx512::kernels("avx512");
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return avx2::kernels("avx2");
#endif
    return base::kernels("base");
}

} // namespace

const CpuKernels& cpuKernels() {
    static const CpuKernels kernels = chosenKernels();
    return kernels;
}

} // namespace hierascope::tensor
