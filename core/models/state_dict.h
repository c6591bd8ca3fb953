// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <torch/nn/module.h>

namespace hierascope::models {

/// Parameters and buffers of a module by their dotted names.
std::map<std::string, at::Tensor> stateDict(const torch::nn::Module& module);

/// A tensor whose shape is not what the model needs.
struct ShapeMismatch {
    std::string name;
    std::vector<std::int64_t> found;
    std::vector<std::int64_t> expected;
};

/// How a set of tensors fits a module.
struct StateDictFit {
    std::vector<std::string> missing;
    std::vector<std::string> unexpected;
    std::vector<ShapeMismatch> mismatched;

    bool fits() const { return missing.empty() && unexpected.empty() && mismatched.empty(); }
    /// The first thing that does not fit, as one sentence without a file name; empty if all fits.
    std::string firstProblem() const;
};

/// Compares names and shapes without copying anything.
StateDictFit compareStateDict(const torch::nn::Module& module,
                              const std::map<std::string, at::Tensor>& tensors);

/// Copies every tensor whose name and shape fit into the module, converting its type.
StateDictFit loadStateDict(torch::nn::Module& module,
                           const std::map<std::string, at::Tensor>& tensors);

/// Frees the memory of all values; names, shapes and types stay. Before it computes again the
/// module must be given all of them by `adoptStateDict`.
void dropValues(torch::nn::Module& module);

/// As loadStateDict, but takes the tensors over: one that has the wanted type and memory of its
/// own is not copied.
StateDictFit adoptStateDict(torch::nn::Module& module, std::map<std::string, at::Tensor> tensors);

} // namespace hierascope::models
