// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/io/tensor_file.h"
#include "core/models/hieratok.h"
#include "core/models/state_dict.h"
#include "core/runtime/hieratok_loader.h"
#include "core/runtime/hieratok_tokenizer.h"

namespace hierascope::runtime {

namespace {

std::string dtypeText(const at::Tensor& tensor) {
    switch (tensor.scalar_type()) {
    case at::kDouble:
        return "float64";
    case at::kFloat:
        return "float32";
    case at::kHalf:
        return "float16";
    case at::kBFloat16:
        return "bfloat16";
    case at::kLong:
        return "int64";
    case at::kInt:
        return "int32";
    case at::kShort:
        return "int16";
    case at::kChar:
        return "int8";
    case at::kByte:
        return "uint8";
    case at::kBool:
        return "bool";
    default:
        return std::string(tensor.dtype().name());
    }
}

} // namespace

Result<void> inspectHieraTok(const ModelSource& source, ModelInspection& inspection) {
    const auto tensors = io::loadTensors(source.weights);
    if (!tensors)
        return failure(tensors);
    std::int64_t elements = 0;
    for (const auto& [name, tensor] : *tensors) {
        inspection.tensors.push_back({name, dtypeText(tensor), tensor.sizes().vec()});
        elements += tensor.numel();
    }
    const auto options = hieraTokOptionsOf(source);
    if (!options)
        return failure(options);
    const auto model = buildHieraTok(*options, source, elements);
    if (!model)
        return failure(model);
    for (const at::Tensor& parameter : (***model).parameters())
        inspection.parameters += parameter.numel();
    models::StateDictFit fit = models::compareStateDict(***model, *tensors);
    inspection.missing = std::move(fit.missing);
    inspection.unexpected = std::move(fit.unexpected);
    for (models::ShapeMismatch& mismatch : fit.mismatched)
        inspection.mismatched.push_back(
            {std::move(mismatch.name), std::move(mismatch.found), std::move(mismatch.expected)});
    return {};
}

} // namespace hierascope::runtime
