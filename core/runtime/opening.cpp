// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/opening.h"

#include <torch/nn/module.h>

#include "core/io/sha256.h"
#include "core/runtime/tensor_values.h"
#include "core/tensor/device.h"

namespace hierascope::runtime {

Result<ComputePlace> choosePlace(const OpenOptions& options) {
    const auto type = numberType(options.dtype);
    if (!type)
        return failure(type);
    const auto device = tensor::chooseDevice(options.device);
    if (!device)
        return failure(device);
    tensor::setThreadCount(options.threads);
    return ComputePlace{*device, *type};
}

Result<std::string> hashBeforeLoading(const ModelSource& source, const TaskContext& context) {
    context.report({0, 2, "Loading"});
    auto sha256 = io::sha256OfFile(source.weights);
    if (!sha256)
        return sha256;
    if (context.stopRequested())
        return cancelled();
    context.report({1, 2, "Loading"});
    return sha256;
}

std::int64_t parametersOf(const torch::nn::Module& model) {
    std::int64_t count = 0;
    for (const at::Tensor& parameter : model.parameters())
        count += parameter.numel();
    return count;
}

} // namespace hierascope::runtime
