// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/joint_batch.h"

#include <functional>

#include <ATen/Context.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

/// One of three processes, whose others hold the same values.
class Third : public JointBatch {
public:
    explicit Third(std::int64_t rank) : m_rank(rank) {}
    std::int64_t rank() const override { return m_rank; }
    std::int64_t processes() const override { return 3; }
    void addUp(const std::vector<at::Tensor>& tensors) override {
        for (const at::Tensor& tensor : tensors)
            tensor.mul_(3);
    }

private:
    std::int64_t m_rank;
};

at::Tensor seeded(const std::function<at::Tensor()>& draw) {
    at::manual_seed(7);
    return draw();
}

/// Draws of the three processes, one after another.
at::Tensor inThirds(const std::function<at::Tensor()>& draw) {
    std::vector<at::Tensor> parts;
    for (std::int64_t rank = 0; rank < 3; ++rank) {
        Third third(rank);
        const JointBatchGuard guard(&third);
        parts.push_back(seeded(draw));
    }
    return at::cat(parts);
}

TEST(JointBatch, DrawsWhatOneProcessWould) {
    const auto own = at::ones({2, 5, 4, 3});
    const auto whole = at::ones({6, 5, 4, 3});
    EXPECT_TRUE(inThirds([] {
                    return drawUniform({2, 1, 1}, at::kFloat);
                }).equal(seeded([] {
        return drawUniform({6, 1, 1}, at::kFloat);
    })));
    for (const auto format : {at::MemoryFormat::Contiguous, at::MemoryFormat::ChannelsLast})
        EXPECT_TRUE(inThirds([&] {
                        return drawNormalLike(own.contiguous(format));
                    }).equal(seeded([&] { return drawNormalLike(whole.contiguous(format)); })));
    EXPECT_TRUE(inThirds([&] {
                    return dropout(own, 0.3, true);
                }).equal(seeded([&] { return dropout(whole, 0.3, true); })));
}

TEST(JointBatch, LeavesTheGeneratorWhereOneProcessWould) {
    at::Tensor after;
    inThirds([&after] {
        drawNormalLike(at::ones({2, 7}));
        after = at::empty({4}).uniform_();
        return after;
    });
    at::manual_seed(7);
    drawNormalLike(at::ones({6, 7}));
    EXPECT_TRUE(at::empty({4}).uniform_().equal(after));
}

TEST(JointBatch, MeansPassTheGradientOfTheOwnPart) {
    Third third(1);
    const JointBatchGuard guard(&third);
    auto x = at::full({2}, 3.0).set_requires_grad(true);
    const auto mean = meanOfAll(x.mean());
    EXPECT_FLOAT_EQ(mean.item<float>(), 3.0F);
    mean.square().backward();
    EXPECT_FLOAT_EQ(x.grad()[0].item<float>(), 3.0F); // 2 * 3 / 2
    EXPECT_EQ(rowsOfAll(at::ones({2, 4})).sizes(), (std::vector<std::int64_t>{6, 4}));
}

TEST(JointBatch, EndsWithItsGuard) {
    Third third(0);
    {
        const JointBatchGuard guard(&third);
        EXPECT_EQ(JointBatch::current(), &third);
    }
    EXPECT_EQ(JointBatch::current(), nullptr);
}

} // namespace
} // namespace hierascope::tensor
