// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/packed_matrix.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

at::Tensor product(const PackedMatrix& matrix, const at::Tensor& x) {
    const at::Tensor out = at::empty({x.size(0), matrix.outWidth()}, at::kFloat);
    matrix.multiply(x.const_data_ptr<float>(), x.size(0), out.data_ptr<float>());
    return out;
}

TEST(PackedMatrix, MultipliesAsLinearDoes) {
    for (const auto& [out, in] : {std::pair{1, 1}, std::pair{31, 7}, std::pair{32, 64},
                                  std::pair{33, 513}, std::pair{100, 1100}}) {
        const at::Tensor weight = at::randn({out, in});
        const PackedMatrix matrix({weight});
        for (const int rows : {1, 2, 5, 12, 13, 40}) {
            const at::Tensor x = at::randn({rows, in});
            EXPECT_TRUE(product(matrix, x).allclose(at::linear(x, weight), 1e-4, 1e-4))
                << out << " x " << in << ", " << rows << " rows";
        }
    }
}

TEST(PackedMatrix, AddsToWhatIsThere) {
    const at::Tensor weight = at::randn({35, 20});
    const at::Tensor x = at::randn({3, 20});
    const at::Tensor out = at::ones({3, 35});
    PackedMatrix({weight}).multiply(x.const_data_ptr<float>(), 3, out.data_ptr<float>(), true);
    EXPECT_TRUE(out.allclose(at::linear(x, weight) + 1.0, 1e-4, 1e-5));
}

TEST(PackedMatrix, JoinsMatrices) {
    const at::Tensor a = at::randn({10, 8});
    const at::Tensor b = at::randn({30, 8});
    const at::Tensor x = at::randn({2, 8});
    const at::Tensor both = product(PackedMatrix({a, b}), x);
    EXPECT_TRUE(both.narrow(1, 0, 10).allclose(at::linear(x, a), 1e-4, 1e-5));
    EXPECT_TRUE(both.narrow(1, 10, 30).allclose(at::linear(x, b), 1e-4, 1e-5));
}

TEST(PackedMatrix, GivesARowTheSameWhateverIsBesideIt) {
    const PackedMatrix matrix({at::randn({70, 600})});
    const at::Tensor x = at::randn({29, 600});
    const at::Tensor together = product(matrix, x);
    for (std::int64_t row = 0; row < 29; ++row)
        EXPECT_TRUE(product(matrix, x.narrow(0, row, 1))[0].equal(together[row])) << row;
}

} // namespace
} // namespace hierascope::tensor
