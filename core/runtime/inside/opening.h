// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/model_source.h"

namespace torch::nn {
class Module;
} // namespace torch::nn

/// What opening a model of any family begins and ends with.
namespace hierascope::runtime {

/// Where a model computes, and in which numbers.
struct ComputePlace {
    c10::Device device;
    c10::ScalarType type;
};

/// Also sets how many threads compute.
Result<ComputePlace> choosePlace(const OpenOptions& options);

/// The SHA-256 of a source's weights, which are loaded next; Cancelled at a wish to stop.
Result<std::string> hashBeforeLoading(const ModelSource& source, const TaskContext& context);

/// How many numbers a model holds.
std::int64_t parametersOf(const torch::nn::Module& model);

/// Says in the info of a model or a generator how large it is, which weights it has, and where it
/// computes.
template <typename Info>
void addWeightFacts(Info& info, const torch::nn::Module& model, const std::string& sha256,
                    const ComputePlace& place) {
    info.parameters += parametersOf(model);
    info.summary += ", " + millions(info.parameters) + " M parameters";
    info.sha256 = sha256;
    info.device = place.device.str();
}

} // namespace hierascope::runtime
