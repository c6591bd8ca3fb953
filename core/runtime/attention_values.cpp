// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/attention_values.h"

#include <string>

#include <ATen/core/Tensor.h>

#include "core/runtime/tensor_values.h"

namespace hierascope::runtime {

namespace {

Result<void> checkNumber(const char* what, std::int64_t number, std::int64_t count) {
    if (number >= 0 && number < count)
        return {};
    return failure(ErrorCode::Usage, std::string(what) + " " + std::to_string(number) +
                                         " does not exist, expected 0 to " +
                                         std::to_string(count - 1) + ".");
}

} // namespace

Result<void> checkAttentionRequest(const AttentionRequest& request,
                                   const std::vector<AttentionPart>& parts) {
    const AttentionPart& part = parts.at(static_cast<std::size_t>(request.part));
    const bool inEncoder = request.part == AttentionRequest::Part::Encoder;
    if (auto valid =
            checkNumber(inEncoder ? "Encoder layer" : "Decoder layer", request.layer, part.layers);
        !valid)
        return valid;
    return request.head ? checkNumber("Head", *request.head, part.heads) : Result<void>();
}

void fillAttention(const at::Tensor& weights, const std::optional<std::int64_t>& head,
                   AttentionMap& map) {
    const at::Tensor chosen = head ? weights.narrow(1, *head, 1) : weights;
    checkFinite(chosen, "attention");
    map.heads = chosen.size(1);
    map.tokens = chosen.size(2);
    map.weights = valuesOf(chosen);
}

} // namespace hierascope::runtime
