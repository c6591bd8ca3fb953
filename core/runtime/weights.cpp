// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/weights.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <ATen/ops/isfinite.h>
#include <malloc.h>

#include "core/base/log.h"
#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"

namespace hierascope::runtime {

namespace {

constexpr std::size_t kNamesInMessage = 5;

std::string inFile(const std::filesystem::path& file, const std::string& sentence) {
    return "'" + file.string() + "': " + sentence;
}

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

Result<void> checkValues(const Tensors& tensors, const ModelSource& source) {
    for (const auto& [name, tensor] : tensors) {
        if (!tensor.is_floating_point())
            return failure(ErrorCode::BadData,
                           inFile(source.weights, "tensor '" + name + "' is of type " +
                                                      std::string(tensor.dtype().name()) +
                                                      ", expected floating-point numbers."));
        // A sum costs no memory and is finite for all but broken weights.
        const bool isFinite = std::isfinite(tensor.sum(at::kDouble).item<double>());
        if (!isFinite && !at::isfinite(tensor).all().item<bool>())
            return failure(
                ErrorCode::BadData,
                inFile(source.weights, "tensor '" + name + "' holds a value that is not finite."));
    }
    return {};
}

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < kNamesInMessage; ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamesInMessage)
        list += " and " + std::to_string(names.size() - kNamesInMessage) + " more";
    return list;
}

bool isForTraining(const std::string& name, const ModelSource& source) {
    return std::any_of(source.trainingKeys.begin(), source.trainingKeys.end(),
                       [&name](const std::string& start) { return name.starts_with(start); });
}

/// Official checkpoints hold what only their training needs; one line says what is skipped.
void dropTrainingKeys(Tensors& tensors, const ModelSource& source) {
    std::vector<std::string> skipped;
    for (const auto& [name, tensor] : tensors) {
        if (isForTraining(name, source))
            skipped.push_back(name);
    }
    for (const std::string& name : skipped)
        tensors.erase(name);
    if (!skipped.empty())
        log::info("runtime", inFile(source.weights, std::to_string(skipped.size()) +
                                                        " tensors that only training needs are "
                                                        "skipped: " +
                                                        listOf(skipped) + "."));
}

/// Two tensors that would get the same name are an error.
Result<void> renameKeys(Tensors& tensors, const ModelSource& source) {
    if (source.renaming.isEmpty())
        return {};
    Tensors renamed;
    for (auto& [name, tensor] : tensors) {
        const std::string target = source.renaming.apply(name);
        if (!renamed.emplace(target, tensor).second)
            return failure(ErrorCode::BadData, inFile(source.weights, "tensor '" + name +
                                                                          "' and another one would "
                                                                          "both be named '" +
                                                                          target + "'."));
    }
    tensors = std::move(renamed);
    return {};
}

} // namespace

std::int64_t elementsOf(const Tensors& tensors) {
    std::int64_t elements = 0;
    for (const auto& [name, tensor] : tensors)
        elements += tensor.numel();
    return elements;
}

Result<TensorShapes> shapesOfWeights(const std::filesystem::path& weights,
                                     const KeyRenaming& renaming) {
    const auto tensors = io::outlineTensors(weights);
    if (!tensors)
        return failure(tensors);
    TensorShapes shapes;
    for (const auto& [name, tensor] : *tensors)
        shapes[renaming.apply(name)] = tensor.sizes().vec();
    return shapes;
}

Result<std::int64_t> elementsIn(const ModelSource& source) {
    auto tensors = io::outlineTensors(source.weights);
    if (!tensors)
        return failure(tensors);
    return elementsOf(*tensors);
}

Result<Tensors> readStoredTensors(const ModelSource& source) {
    auto tensors = io::loadTensors(source.weights);
    if (!tensors)
        return tensors;
    if (auto renamed = renameKeys(*tensors, source); !renamed)
        return failure(renamed);
    dropTrainingKeys(*tensors, source);
    return tensors;
}

Result<Tensors> readWeights(const ModelSource& source) {
    auto tensors = readStoredTensors(source);
    if (!tensors)
        return tensors;
    if (auto checked = checkValues(*tensors, source); !checked)
        return failure(checked);
    return tensors;
}

void emptyModel(torch::nn::Module& model) {
    models::dropValues(model);
    returnFreedMemory();
}

Result<void> fillModel(torch::nn::Module& model, Tensors tensors, const ModelSource& source) {
    models::StateDictFit fit = models::adoptStateDict(model, std::move(tensors));
    if (source.isOverridden && !fit.unexpected.empty()) {
        log::warning("runtime", inFile(source.weights, std::to_string(fit.unexpected.size()) +
                                                           " tensors are left over by the "
                                                           "overrides: " +
                                                           listOf(fit.unexpected) + "."));
        fit.unexpected.clear();
    }
    if (!fit.fits())
        return failure(ErrorCode::BadData, inFile(source.weights, fit.firstProblem() + "."));
    return {};
}

void returnFreedMemory() {
    ::malloc_trim(0);
}

void inspectWeights(const torch::nn::Module& model, const Tensors& tensors,
                    ModelInspection& inspection) {
    for (const auto& [name, tensor] : tensors)
        inspection.tensors.push_back({name, dtypeText(tensor), tensor.sizes().vec()});
    for (const at::Tensor& parameter : model.parameters())
        inspection.parameters += parameter.numel();
    models::StateDictFit fit = models::compareStateDict(model, tensors);
    inspection.missing = std::move(fit.missing);
    inspection.unexpected = std::move(fit.unexpected);
    for (models::ShapeMismatch& mismatch : fit.mismatched)
        inspection.mismatched.push_back(
            {std::move(mismatch.name), std::move(mismatch.found), std::move(mismatch.expected)});
}

Result<void> checkParameterCount(std::int64_t least, std::int64_t elements,
                                 const ModelSource& source) {
    if (least / 2 <= elements)
        return {};
    return failure(ErrorCode::BadData,
                   inFile(source.configFile, "options describe at least " + std::to_string(least) +
                                                 " parameters, but '" + source.weights.string() +
                                                 "' holds only " + std::to_string(elements) +
                                                 " numbers."));
}

Result<void> checkImageSize(std::int64_t imageSize, const ModelSource& source) {
    const auto size = source.config.at("preprocess").at("size").get<std::int64_t>();
    if (size == imageSize)
        return {};
    return failure(ErrorCode::BadData,
                   inFile(source.configFile, "preprocess.size is " + std::to_string(size) +
                                                 ", expected options.image_size, which is " +
                                                 std::to_string(imageSize) + "."));
}

} // namespace hierascope::runtime
