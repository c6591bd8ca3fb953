// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/shape.h"

#include <string>

#include <c10/util/Exception.h>

namespace hierascope::tensor {

namespace {

template <typename Sizes>
std::string textOf(const Sizes& sizes) {
    std::string text = "[";
    for (const std::int64_t size : sizes) {
        if (text.size() > 1)
            text += ", ";
        text += size == kAny ? std::string("any") : std::to_string(size);
    }
    return text + "]";
}

} // namespace

void checkShape(const at::Tensor& tensor, std::initializer_list<std::int64_t> expected,
                std::string_view name) {
    bool fits = tensor.dim() == static_cast<std::int64_t>(expected.size());
    std::int64_t dimension = 0;
    for (const std::int64_t size : expected) {
        if (!fits)
            break;
        fits = size == kAny || tensor.size(dimension) == size;
        ++dimension;
    }
    TORCH_CHECK(fits, "Tensor '", std::string(name), "' is ", textOf(tensor.sizes()), ", expected ",
                textOf(expected), ".");
}

} // namespace hierascope::tensor
