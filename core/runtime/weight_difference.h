// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// How far one tensor of B lies from that of A.
struct TensorChange {
    std::string name;
    std::vector<std::int64_t> shape;
    double normA = 0.0;    ///< Euclidean, of all values
    double normB = 0.0;    ///< Euclidean, of all values
    double distance = 0.0; ///< Euclidean norm of B - A
    double relative = 0.0; ///< distance / normA; infinite where A is all zero and B is not
    double cosine = 1.0;   ///< of the angle between A and B; 1 where both are zero
    double largest = 0.0;  ///< absolute value of the largest difference of one weight
};

/// Which tensors of two checkpoints moved, and which cannot be compared.
struct WeightDifference {
    std::vector<TensorChange> tensors; ///< the one that moved most in relation to itself first
    std::vector<std::string> onlyInA;  ///< by name
    std::vector<std::string> onlyInB;  ///< by name
    std::vector<std::string> reshaped; ///< in both, of different shapes
    double distance = 0.0;             ///< of all compared tensors together
    double relative = 0.0;             ///< of all compared tensors together
    std::int64_t values = 0;           ///< numbers that were compared
    std::int64_t equal = 0;            ///< tensors that are the same bit for bit
};

/// Compares the weights of two checkpoints, tensor by tensor, under the names of their models.
///
/// @return the error of a checkpoint that cannot be read, BadData if no tensor can be compared, or
///         Cancelled
Result<WeightDifference> compareWeights(const std::filesystem::path& a,
                                        const std::filesystem::path& b,
                                        const OpenOptions& options = {},
                                        const TaskContext& context = {});

} // namespace hierascope::runtime
