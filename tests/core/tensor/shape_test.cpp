// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/shape.h"

#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

using ::testing::HasSubstr;

TEST(CheckShape, AcceptsWhatFits) {
    EXPECT_NO_THROW(checkShape(at::zeros({2, 3, 4}), {2, kAny, 4}, "x"));
}

TEST(CheckShape, NamesTheTensorAndBothShapes) {
    try {
        checkShape(at::zeros({2, 3}), {2, kAny, 4}, "latent");
        FAIL() << "no exception";
    } catch (const c10::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("Tensor 'latent' is [2, 3], expected [2, any, 4]."));
    }
}

} // namespace
} // namespace hierascope::tensor
