// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/io/dataset.h"
#include "core/io/model_folder.h"
#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"
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

/// Some pictures with their classes, as a tokenizer takes them.
struct LabelledBatch {
    at::Tensor pictures; ///< [B, 3, Y, X] in [-1, 1]
    std::vector<std::int64_t> labels;
};

/// Goes through all pictures of a source in batches, and tells how far it is.
///
/// @param side  of the pictures that a tokenizer takes, pixels
/// @param take  takes each batch, on the CPU
/// @return      the first picture's error, or Cancelled
Result<void> forEachBatch(const io::ImageDataset& data, const PictureSource& source, int side,
                          std::int64_t classes, const TaskContext& context,
                          const std::function<void(const LabelledBatch&)>& take);

/// Gives a tokenizer that is not trained its weights; BadData with the first tensor that does not
/// fit.
///
/// @param where what messages call it
template <typename Model, typename Options>
Result<Model> loadFrozen(const Options& options, const io::ModelFolder& folder,
                         const std::string& where, at::Device device) {
    auto tensors = io::loadTensors(folder.weights);
    if (!tensors)
        return failure(tensors);
    Model model(options);
    const auto fit = models::loadStateDict(*model, *tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData, where + fit.firstProblem() + ".");
    model->to(device);
    model->eval();
    return model;
}

/// What a cache must have been made from, as numbers that a tensor can hold: [3] int64.
///
/// @param hash SHA-256 of the tokenizer's weights, hex
at::Tensor cacheKey(const std::string& hash, const PictureSource& source);

} // namespace hierascope::training
