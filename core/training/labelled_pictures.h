// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/io/dataset.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// What a generator's examples are made of, once for each picture.
struct PictureSource {
    std::filesystem::path tokenizer; ///< model folder
    std::filesystem::path data;      ///< labelled pictures
    runs::CropOptions crops;         ///< `flip` is ignored: each picture gives one row
    std::int64_t images = 0;         ///< how many, from the first; 0: all
    double brokenShare = 0.01;       ///< of the pictures that may be broken
};

/// Opens pictures for a generator of so many classes; BadData where all are of one class.
Result<std::shared_ptr<const io::ImageDataset>> openLabelled(const PictureSource& source,
                                                             std::int64_t classes);

/// The class of a picture; BadData where it has none of those that the generator learns.
Result<std::int64_t> labelOf(const io::ImageDataset& data, std::int64_t picture,
                             const PictureSource& source, std::int64_t classes);

/// What a cache must have been made from, as numbers that a tensor can hold: [3] int64.
///
/// @param hash SHA-256 of the tokenizer's weights, hex
at::Tensor cacheKey(const std::string& hash, const PictureSource& source);

} // namespace hierascope::training
