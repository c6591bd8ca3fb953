// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/state_dict.h"

#include <utility>

#include <torch/utils.h>

namespace hierascope::models {

namespace {

std::string textOf(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

} // namespace

std::map<std::string, at::Tensor> stateDict(const torch::nn::Module& module) {
    std::map<std::string, at::Tensor> tensors;
    for (const auto& parameter : module.named_parameters())
        tensors[parameter.key()] = parameter.value();
    for (const auto& buffer : module.named_buffers())
        tensors[buffer.key()] = buffer.value();
    return tensors;
}

std::string StateDictFit::firstProblem() const {
    if (!mismatched.empty()) {
        const ShapeMismatch& first = mismatched.front();
        return "tensor '" + first.name + "' is " + textOf(first.found) + ", expected " +
               textOf(first.expected);
    }
    if (!missing.empty())
        return "tensor '" + missing.front() + "' is missing (" + std::to_string(missing.size()) +
               " missing in all)";
    if (!unexpected.empty())
        return "tensor '" + unexpected.front() + "' is not part of this model (" +
               std::to_string(unexpected.size()) + " such in all)";
    return {};
}

StateDictFit compareStateDict(const torch::nn::Module& module,
                              const std::map<std::string, at::Tensor>& tensors) {
    StateDictFit fit;
    const auto own = stateDict(module);
    for (const auto& [name, tensor] : own) {
        const auto found = tensors.find(name);
        if (found == tensors.end())
            fit.missing.push_back(name);
        else if (found->second.sizes() != tensor.sizes())
            fit.mismatched.push_back({name, found->second.sizes().vec(), tensor.sizes().vec()});
    }
    for (const auto& [name, tensor] : tensors) {
        if (!own.contains(name))
            fit.unexpected.push_back(name);
    }
    return fit;
}

StateDictFit loadStateDict(torch::nn::Module& module,
                           const std::map<std::string, at::Tensor>& tensors) {
    const torch::NoGradGuard guard;
    for (auto& [name, tensor] : stateDict(module)) {
        const auto found = tensors.find(name);
        if (found != tensors.end() && found->second.sizes() == tensor.sizes())
            tensor.copy_(found->second);
    }
    return compareStateDict(module, tensors);
}

void dropValues(torch::nn::Module& module) {
    const torch::NoGradGuard guard;
    for (auto& [name, tensor] : stateDict(module))
        tensor.set_data(at::empty({1}, tensor.options()).expand(tensor.sizes()));
}

StateDictFit adoptStateDict(torch::nn::Module& module, std::map<std::string, at::Tensor> tensors) {
    const torch::NoGradGuard guard;
    const StateDictFit fit = compareStateDict(module, tensors);
    for (auto& [name, tensor] : stateDict(module)) {
        const auto found = tensors.find(name);
        if (found == tensors.end() || found->second.sizes() != tensor.sizes())
            continue;
        at::Tensor values = std::move(found->second);
        tensors.erase(found);
        const bool isOwn = values.scalar_type() == tensor.scalar_type() && values.is_contiguous() &&
                           values.storage().nbytes() == values.nbytes() &&
                           values.storage().use_count() == 1;
        tensor.set_data(isOwn ? values : values.to(tensor.scalar_type(), false, true).contiguous());
    }
    return fit;
}

} // namespace hierascope::models
