// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/tensor_values.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/isfinite.h>
#include <c10/util/Exception.h>

namespace hierascope::runtime {

std::vector<float> valuesOf(const at::Tensor& tensor) {
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* values = plain.data_ptr<float>();
    return {values, values + plain.numel()};
}

void checkFinite(const at::Tensor& tensor, const char* what) {
    TORCH_CHECK(at::isfinite(tensor).all().item<bool>(), "The model gives ", what,
                " with values that are not finite: its weights are broken.");
}

Result<c10::ScalarType> numberType(const std::string& name) {
    if (name == "float32")
        return at::kFloat;
    if (name == "bfloat16")
        return at::kBFloat16;
    return failure(ErrorCode::Usage, "Number type '" + name + "' is not one of float32, bfloat16.");
}

} // namespace hierascope::runtime
