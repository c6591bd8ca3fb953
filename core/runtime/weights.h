// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"

namespace at {
class Tensor;
} // namespace at
namespace torch::nn {
class Module;
} // namespace torch::nn

namespace hierascope::runtime {

using Tensors = std::map<std::string, at::Tensor>;

/// How many numbers all tensors hold together.
std::int64_t elementsOf(const Tensors& tensors);

/// Names and shapes of a weights file's tensors, without their values where the format allows.
Result<TensorShapes> shapesOfWeights(const std::filesystem::path& weights,
                                     const KeyRenaming& renaming);

/// How many numbers a source's weights hold; reads no values where the format allows.
Result<std::int64_t> elementsIn(const ModelSource& source);

/// Loads a source's weights under the model's names; what only training needs is left out.
Result<Tensors> readStoredTensors(const ModelSource& source);

/// The same, checked for use: whole numbers, which a model would convert in silence, and values
/// that are not finite are errors.
Result<Tensors> readWeights(const ModelSource& source);

/// Frees the memory of a model's values, before `fillModel` gives it others.
void emptyModel(torch::nn::Module& model);

/// Gives the tensors to a model; every one that does not fit is an error naming file and tensor.
///
/// Tensors that an override leaves over are listed in the log, not refused.
Result<void> fillModel(torch::nn::Module& model, Tensors tensors, const ModelSource& source);

/// Gives memory that was freed back to the system: the allocator keeps blocks of a tensor's size.
void returnFreedMemory();

/// Compares a source's weights with a model: tensors, parameters and every key that does not fit.
void inspectWeights(const torch::nn::Module& model, const Tensors& tensors,
                    ModelInspection& inspection);

/// BadData if a config asks for more parameters than twice the numbers that the weights hold:
/// memory is not taken for such a model.
///
/// @param least what the model has at least
Result<void> checkParameterCount(std::int64_t least, std::int64_t elements,
                                 const ModelSource& source);

/// BadData unless the config's `preprocess.size` is the model's.
Result<void> checkImageSize(std::int64_t imageSize, const ModelSource& source);

} // namespace hierascope::runtime
