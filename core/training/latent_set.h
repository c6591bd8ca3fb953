// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/models/dit_options.h"
#include "core/models/hieratok.h"
#include "core/training/labelled_pictures.h"

namespace hierascope::training {

/// Posteriors of labelled pictures.
struct LatentSet {
    at::Tensor mean;   ///< [M, C, h, w]
    at::Tensor spread; ///< [M, C, h, w], standard deviation
    at::Tensor labels; ///< [M] int64
};

/// Mean and standard deviation of each channel of posterior samples.
struct LatentStatistics {
    std::vector<double> mean;
    std::vector<double> deviation;
};

/// Opens a frozen HieraTok whose latent maps a generator is to learn; BadData naming both where
/// they do not fit.
Result<models::HieraTok> openLatentTokenizer(const std::filesystem::path& folder,
                                             const models::DitOptions& generator,
                                             at::Device device);

/// Reads posteriors from `cache` if it was made from the same tokenizer and data, else computes and
/// writes them.
Result<LatentSet> latentsOf(const PictureSource& source, const models::DitOptions& generator,
                            models::HieraTok& tokenizer, const std::filesystem::path& cache,
                            const TaskContext& context);

/// Of the first 10,000 pictures at most, without drawing: the variance of samples is that of the
/// means and the mean variance.
///
/// @source LightningDiT, arXiv:2501.01423, datasets/img_latent_dataset.py: each channel, 10,000
///         pictures
LatentStatistics statisticsOf(const LatentSet& set);

} // namespace hierascope::training
