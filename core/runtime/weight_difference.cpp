// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/weight_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/dot.h>

#include "core/runtime/guard.h"
#include "core/runtime/model_source.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

/// Sums over one pair of tensors, in float64.
struct Sums {
    double a = 0.0;
    double b = 0.0;
    double difference = 0.0;
    double product = 0.0;
    double largest = 0.0;
};

Sums sumsOf(const at::Tensor& a, const at::Tensor& b) {
    const at::Tensor x = a.to(at::kDouble).flatten();
    const at::Tensor y = b.to(at::kDouble).flatten();
    if (x.numel() == 0)
        return {};
    const at::Tensor moved = y - x;
    return {at::dot(x, x).item<double>(), at::dot(y, y).item<double>(),
            at::dot(moved, moved).item<double>(), at::dot(x, y).item<double>(),
            moved.abs().max().item<double>()};
}

double ratio(double part, double whole) {
    if (whole > 0.0)
        return part / whole;
    return part > 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
}

TensorChange changeOf(const std::string& name, const at::Tensor& a, const Sums& sums) {
    TensorChange change{name, a.sizes().vec()};
    change.normA = std::sqrt(sums.a);
    change.normB = std::sqrt(sums.b);
    change.distance = std::sqrt(sums.difference);
    change.relative = ratio(change.distance, change.normA);
    const double norms = change.normA * change.normB;
    change.cosine = norms > 0.0                          ? sums.product / norms
                    : change.normA + change.normB == 0.0 ? 1.0
                                                         : 0.0;
    change.largest = sums.largest;
    return change;
}

Result<Tensors> tensorsOf(const fs::path& model, const OpenOptions& options) {
    const auto source = findModel(model, options);
    if (!source)
        return failure(source);
    return readStoredTensors(*source);
}

Result<WeightDifference> compare(const fs::path& a, const fs::path& b, const OpenOptions& options,
                                 const TaskContext& context) {
    const auto weightsA = tensorsOf(a, options);
    if (!weightsA)
        return failure(weightsA);
    const auto weightsB = tensorsOf(b, options);
    if (!weightsB)
        return failure(weightsB);
    WeightDifference result;
    double all = 0.0;
    double moved = 0.0;
    std::int64_t done = 0;
    for (const auto& [name, own] : *weightsA) {
        throwIfStopped(context);
        context.report({done++, std::int64_t(weightsA->size()), name});
        const auto found = weightsB->find(name);
        if (found == weightsB->end()) {
            result.onlyInA.push_back(name);
            continue;
        }
        if (own.sizes() != found->second.sizes()) {
            result.reshaped.push_back(name);
            continue;
        }
        const Sums sums = sumsOf(own, found->second);
        all += sums.a;
        moved += sums.difference;
        result.values += own.numel();
        result.equal += own.scalar_type() == found->second.scalar_type() && sums.largest == 0.0;
        result.tensors.push_back(changeOf(name, own, sums));
    }
    for (const auto& [name, tensor] : *weightsB)
        if (!weightsA->contains(name))
            result.onlyInB.push_back(name);
    if (result.tensors.empty())
        return failure(ErrorCode::BadData, b.string() +
                                               ": no tensor has the name and shape of one of " +
                                               a.string() + ", so nothing can be compared");
    result.distance = std::sqrt(moved);
    result.relative = ratio(result.distance, std::sqrt(all));
    std::ranges::stable_sort(result.tensors, std::ranges::greater{}, &TensorChange::relative);
    return result;
}

} // namespace

Result<WeightDifference> compareWeights(const fs::path& a, const fs::path& b,
                                        const OpenOptions& options, const TaskContext& context) {
    return guarded([&] { return compare(a, b, options, context); });
}

} // namespace hierascope::runtime
