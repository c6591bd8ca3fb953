// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace at {
class Tensor;
} // namespace at
namespace c10 {
enum class ScalarType : std::int8_t;
} // namespace c10

namespace hierascope::runtime {

/// The numbers of a tensor of any floating type, row-major.
std::vector<float> valuesOf(const at::Tensor& tensor);

/// @throws c10::Error saying that the model gives `what` with values that are not finite
void checkFinite(const at::Tensor& tensor, const char* what);

/// What `--dtype` names; Usage for any other name.
Result<c10::ScalarType> numberType(const std::string& name);

} // namespace hierascope::runtime
