// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/models/gpt_options.h"
#include "core/training/labelled_pictures.h"

namespace hierascope::training {

/// Codes of labelled pictures.
struct CodeSet {
    at::Tensor codes;  ///< [M, N] int64
    at::Tensor labels; ///< [M] int64
};

/// Reads codes from `cache` if it was made from the same tokenizer and data, else computes and
/// writes them. The tokenizer is a ResTok.
///
/// A tokenizer or labels that do not fit the generator are an error naming both.
Result<CodeSet> codesOf(const PictureSource& source, const models::GptOptions& generator,
                        const std::filesystem::path& cache, at::Device device,
                        const TaskContext& context);

} // namespace hierascope::training
