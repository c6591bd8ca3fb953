// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "core/runtime/weights.h"

namespace hierascope::runtime {

/// Builds a model and gives it a source's weights; there is never a second copy of them.
///
/// @param build takes how many numbers the weights hold, returns a Result of a model holder
template <typename Build>
std::invoke_result_t<Build, std::int64_t> loadModel(const ModelSource& source, const Build& build) {
    const auto elements = elementsIn(source);
    if (!elements)
        return failure(elements);
    auto model = build(*elements);
    if (!model)
        return model;
    emptyModel(***model);
    auto tensors = readWeights(source);
    if (!tensors)
        return failure(tensors);
    if (auto filled = fillModel(***model, std::move(*tensors), source); !filled)
        return failure(filled);
    returnFreedMemory();
    return model;
}

/// Says what is in a source's weights and what of it does not fit the model that its config
/// describes.
///
/// @param optionsOf takes the source, returns a Result of options
/// @param build     takes the options and how many numbers the weights hold
template <typename OptionsOf, typename Build>
Result<void> inspectModel(const ModelSource& source, ModelInspection& inspection,
                          const OptionsOf& optionsOf, const Build& build) {
    const auto tensors = readStoredTensors(source);
    if (!tensors)
        return failure(tensors);
    const auto options = optionsOf(source);
    if (!options)
        return failure(options);
    const auto model = build(*options, elementsOf(*tensors));
    if (!model)
        return failure(model);
    inspectWeights(***model, *tensors, inspection);
    return {};
}

} // namespace hierascope::runtime
