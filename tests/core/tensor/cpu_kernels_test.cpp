// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/cpu_kernels.h"

#include <cmath>
#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

TEST(CpuKernels, NormaliseRows) {
    for (const std::int64_t width : {3, 16, 50}) {
        const at::Tensor x = at::randn({width});
        const at::Tensor gain = at::randn({width});
        const at::Tensor out = at::empty({width});
        cpuKernels().normalise(x.const_data_ptr<float>(), gain.const_data_ptr<float>(), 1e-5, width,
                               out.data_ptr<float>());
        const at::Tensor expected = x * (x.square().mean() + 1e-5).rsqrt() * gain;
        EXPECT_TRUE(out.allclose(expected, 1e-5, 1e-6)) << width;
    }
}

TEST(CpuKernels, GateBySilu) {
    for (const std::int64_t width : {1, 32, 37}) {
        const at::Tensor x = at::randn({2, width}) * 20.0;
        const at::Tensor out = at::empty({width});
        cpuKernels().gate(x.const_data_ptr<float>(), width, out.data_ptr<float>());
        EXPECT_TRUE(out.allclose(at::silu(x[0]) * x[1], 1e-5, 1e-6)) << width;
    }
}

TEST(CpuKernels, GateExtremeNumbers) {
    const at::Tensor x = at::tensor({-1e4F, -200.0F, 0.0F, 200.0F, 1.0F, 1.0F, 1.0F, 1.0F});
    const at::Tensor out = at::empty({4});
    cpuKernels().gate(x.const_data_ptr<float>(), 4, out.data_ptr<float>());
    EXPECT_NEAR(out[0].item<float>(), 0.0F, 1e-30);
    EXPECT_NEAR(out[1].item<float>(), 0.0F, 1e-30);
    EXPECT_EQ(out[2].item<float>(), 0.0F);
    EXPECT_FLOAT_EQ(out[3].item<float>(), 200.0F);
}

TEST(CpuKernels, AttendToTheVisibleColumnsOnly) {
    for (const std::int64_t width : {4, 16, 64, 70}) {
        const std::int64_t columns = 100;
        const at::Tensor queries = at::randn({3, width}) * 3.0;
        const at::Tensor keys = at::randn({columns, width});
        const at::Tensor values = at::randn({columns, width});
        const at::Tensor transposed = at::full({width, 2 * kKeyBlock}, std::nan(""), at::kFloat);
        transposed.narrow(1, 0, columns).copy_(keys.t());
        const std::vector<std::int64_t> visible{1, 64, 99};
        std::vector<float> scores(2 * kKeyBlock);
        const at::Tensor out = at::empty({3, width});
        cpuKernels().attend({queries.const_data_ptr<float>(), width, 3,
                             transposed.const_data_ptr<float>(), 2 * kKeyBlock,
                             values.const_data_ptr<float>(), visible.data(), width, scores.data(),
                             out.data_ptr<float>(), width});
        for (std::int64_t i = 0; i < 3; ++i) {
            const std::int64_t count = visible[static_cast<std::size_t>(i)];
            const at::Tensor logits =
                keys.narrow(0, 0, count).matmul(queries[i]) / std::sqrt(static_cast<double>(width));
            const at::Tensor expected =
                at::softmax(logits, 0).unsqueeze(0).matmul(values.narrow(0, 0, count))[0];
            EXPECT_TRUE(out[i].allclose(expected, 1e-4, 1e-5)) << width << ", " << count;
        }
    }
}

} // namespace
} // namespace hierascope::tensor
