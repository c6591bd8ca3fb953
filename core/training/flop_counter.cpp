// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/flop_counter.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include <ATen/core/Tensor.h>

namespace hierascope::training {

namespace {

using Inputs = c10::ArrayRef<const c10::IValue>;

std::atomic<std::int64_t> counted{0}; // a gradient's thread may be another one

std::int64_t product(at::IntArrayRef sizes) {
    std::int64_t numbers = 1;
    for (const std::int64_t size : sizes)
        numbers *= size;
    return numbers;
}

at::IntArrayRef sizesOf(const c10::IValue& value) {
    return value.toTensor().sizes();
}

/// [..., m, k] x [..., k, n]
std::int64_t matrixFlops(at::IntArrayRef a, at::IntArrayRef b) {
    return 2 * product(a) * b.back();
}

/// Each number of a convolution's output takes all of one output channel's weights.
std::int64_t convolutionFlops(std::int64_t outputNumbers, at::IntArrayRef weight) {
    return 2 * outputNumbers * product(weight) / weight[0];
}

/// input, weight, bias, stride, padding, dilation, transposed, output_padding, groups
std::int64_t forwardConvolution(Inputs inputs) {
    const auto input = sizesOf(inputs[0]);
    const auto weight = sizesOf(inputs[1]);
    if (inputs[6].toBool()) // each number of the input goes through its channel's weights
        return 2 * product(input) * product(weight) / weight[0];
    const auto strides = inputs[3].toIntVector();
    const auto padding = inputs[4].toIntVector();
    const auto dilation = inputs[5].toIntVector();
    std::int64_t output = input[0] * weight[0];
    for (std::size_t i = 0; i + 2 < input.size(); ++i) {
        const std::int64_t reach = dilation[i % dilation.size()] * (weight[i + 2] - 1) + 1;
        output *=
            (input[i + 2] + 2 * padding[i % padding.size()] - reach) / strides[i % strides.size()] +
            1;
    }
    return convolutionFlops(output, weight);
}

/// grad_output, input, weight, bias_sizes, stride, padding, dilation, transposed, output_padding,
/// groups, output_mask
std::int64_t backwardConvolution(Inputs inputs) {
    const auto weight = sizesOf(inputs[2]);
    const bool isTransposed = inputs[7].toBool();
    const std::int64_t once = isTransposed
                                  ? 2 * product(sizesOf(inputs[1])) * product(weight) / weight[0]
                                  : convolutionFlops(product(sizesOf(inputs[0])), weight);
    const auto wanted = inputs[10].toBoolList();
    return once * ((wanted[0] ? 1 : 0) + (wanted[1] ? 1 : 0));
}

/// Queries, keys, values from `first` on: two products forward, five backward.
std::int64_t attentionFlops(Inputs inputs, std::size_t first, std::int64_t products) {
    const auto queries = sizesOf(inputs[first]); // [B, A, T, E]
    const auto keys = sizesOf(inputs[first + 1]);
    return products * 2 * product(queries) * keys[keys.size() - 2];
}

std::int64_t flopsOf(std::string_view name, Inputs inputs) {
    if (!name.starts_with("aten::"))
        return 0;
    name.remove_prefix(6);
    if (name == "mm" || name == "bmm")
        return matrixFlops(sizesOf(inputs[0]), sizesOf(inputs[1]));
    if (name == "addmm" || name == "baddbmm")
        return matrixFlops(sizesOf(inputs[1]), sizesOf(inputs[2]));
    if (name == "convolution")
        return forwardConvolution(inputs);
    if (name == "convolution_backward")
        return backwardConvolution(inputs);
    const bool isAttention =
        name.starts_with("_scaled_dot_product_") && name.find("math") == std::string_view::npos;
    if (isAttention && name.ends_with("_backward"))
        return attentionFlops(inputs, 1, 5);
    return isAttention ? attentionFlops(inputs, 0, 2) : 0;
}

std::unique_ptr<at::ObserverContext> count(const at::RecordFunction& call) {
    if (call.inputs().size() >= 2)
        counted += flopsOf(call.name(), call.inputs());
    return nullptr;
}

} // namespace

FlopCounter::FlopCounter() {
    counted = 0;
    m_handle =
        at::addThreadLocalCallback(at::RecordFunctionCallback(&count).needsInputs(true).scopes(
            {at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION}));
}

FlopCounter::~FlopCounter() {
    at::removeCallback(m_handle);
}

double FlopCounter::flops() const {
    return static_cast<double>(counted.load());
}

} // namespace hierascope::training
