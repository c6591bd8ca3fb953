// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/models/gpt_options.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Codes of labelled pictures.
struct CodeSet {
    at::Tensor codes;  ///< [M, N] int64
    at::Tensor labels; ///< [M] int64
};

/// Where codes come from.
struct CodeSource {
    std::filesystem::path tokenizer; ///< model folder of a ResTok
    std::filesystem::path data;      ///< labelled pictures
    runs::CropOptions crops;         ///< `flip` is ignored: each picture gives one row
    std::int64_t images = 0;         ///< how many, from the first; 0: all
    double brokenShare = 0.01;       ///< of the pictures that may be broken
};

/// Reads codes from `cache` if it was made from the same tokenizer and data, else computes and
/// writes them.
///
/// A tokenizer or labels that do not fit the generator are an error naming both.
Result<CodeSet> codesOf(const CodeSource& source, const models::GptOptions& generator,
                        const std::filesystem::path& cache, at::Device device,
                        const TaskContext& context);

} // namespace hierascope::training
