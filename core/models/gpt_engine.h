// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/models/gpt.h"

namespace hierascope::models {

/// Keys and values of the positions that were fed, of all layers, allocated once.
struct GptCache {
    std::vector<at::Tensor> keys;   ///< one for each layer: [B, A_kv, N, E]
    std::vector<at::Tensor> values; ///< as `keys`
    std::int64_t length = 0;        ///< positions that were fed

    std::int64_t rows() const { return keys.front().size(0); }
    /// Forgets the last rows of the batch.
    void keepRows(std::int64_t rows);
};

/// Runs a generator's weights for inference; not thread-safe.
class GptEngine {
public:
    virtual ~GptEngine() = default;

    /// Makes an empty cache for a batch of `rows`.
    virtual GptCache makeCache(std::int64_t rows) const = 0;

    /// Feeds the next `count` positions, which must end where a step ends; queries read the written
    /// columns only.
    ///
    /// @param cache   grows by `count`; left as it was where the context asks to stop
    /// @param codes   [B, n] int64 on the CPU, all that the positions read
    /// @param labels  [B] int64 on the CPU
    /// @param wanted  logits of this many of the last positions are computed; 0: none
    /// @param context asked between layers
    /// @return        [B, wanted, V] float32 on the CPU; nothing where it was stopped
    /// @throws c10::Error where the positions do not end with a step
    virtual std::optional<at::Tensor> feed(GptCache& cache, const at::Tensor& codes,
                                           const at::Tensor& labels, std::int64_t count,
                                           std::int64_t wanted, const TaskContext& context) = 0;
};

/// Demands that the positions up to `end` (not included) end where a step ends.
void checkStepEnd(const std::vector<std::int64_t>& visible, std::int64_t end);

/// An engine of plain tensor operations, for any device and number type.
std::unique_ptr<GptEngine> makeGptTensorEngine(const Gpt& model);

/// The fastest engine for the device and number type of a model's weights.
///
/// @param takesWeights whether the model may give up its matrices, which are then held once only;
///                     its other functions cannot be used afterwards
std::unique_ptr<GptEngine> makeGptEngine(const Gpt& model, bool takesWeights = false);

} // namespace hierascope::models
