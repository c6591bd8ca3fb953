// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::tensor {

/// A batch that several processes share: each holds equally many of its rows, in the order of
/// ranks.
///
/// Draws and means that belong to the whole batch go through the functions below, so that many
/// processes compute what one would. They look at the batch of the calling thread; a thread
/// without one is alone, and then they are the plain operations, bit for bit.
class JointBatch {
public:
    virtual ~JointBatch() = default;
    virtual std::int64_t rank() const = 0;
    virtual std::int64_t processes() const = 0;

    /// Replaces each tensor by its sum over all processes; all call it in the same order.
    virtual void addUp(const std::vector<at::Tensor>& tensors) = 0;

    /// The calling thread's; null where it is alone.
    static JointBatch* current();
};

/// Makes a batch the calling thread's for as long as it lives.
class JointBatchGuard {
public:
    /// @param batch null: the thread is alone
    explicit JointBatchGuard(JointBatch* batch);
    ~JointBatchGuard();
    JointBatchGuard(const JointBatchGuard&) = delete;
    JointBatchGuard& operator=(const JointBatchGuard&) = delete;

private:
    JointBatch* m_before;
};

/// `at::rand`: this process's rows of what one process would draw.
///
/// @param sizes of the own rows, the batch first
at::Tensor drawUniform(at::IntArrayRef sizes, const at::TensorOptions& options);

/// `at::randn_like`: this process's rows of what one process would draw.
///
/// @param like [B, ...]
at::Tensor drawNormalLike(const at::Tensor& like);

/// `at::dropout` of rows.
///
/// @param x [B, ...]
at::Tensor dropout(const at::Tensor& x, double probability, bool isTraining);

/// The mean over processes of what is a mean over rows; the gradient is that of the own part, whose
/// mean over processes is then the gradient of the whole.
at::Tensor meanOfAll(const at::Tensor& mean);

/// The sum over processes, without a gradient.
at::Tensor sumOfAll(const at::Tensor& own);

/// The rows of all processes, without a gradient.
///
/// @param rows [R, ...], as many in every process
/// @return     [R processes, ...]
at::Tensor rowsOfAll(const at::Tensor& rows);

} // namespace hierascope::tensor
