// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/io/dataset.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Opens a data set for training: broken pictures are named in the log and left out, up to a share.
Result<std::shared_ptr<const io::ImageDataset>> openPictures(const std::filesystem::path& data,
                                                             double brokenShare);

/// Training pictures as batches; which ones is a function of (seed, position) alone, so a resumed
/// run sees exactly what an uninterrupted one would have seen.
class BatchSource {
public:
    /// @param side pixels of the square pictures that the model takes
    BatchSource(std::shared_ptr<const io::ImageDataset> data, int side, std::uint64_t seed,
                const runs::CropOptions& crops = {});

    /// Draws without replacement inside an epoch, resizes if the options say so, crops at random
    /// where a picture is larger, and flips half of them if the options say so.
    ///
    /// @param positions in the order in which the whole run sees pictures
    /// @return          [count, 3, side, side] float32 in [-1, 1]
    Result<at::Tensor> pictures(const std::vector<std::int64_t>& positions) const;

private:
    std::int64_t pictureAt(std::int64_t position) const;

    std::shared_ptr<const io::ImageDataset> m_data;
    int m_side;
    std::uint64_t m_seed;
    runs::CropOptions m_crops;
};

/// Picture `index` as evaluation sees it: shorter side to `side`, centre crop.
///
/// @return [1, 3, side, side] float32 in [-1, 1]
Result<at::Tensor> evaluationPicture(const io::ImageDataset& data, std::int64_t index, int side,
                                     const runs::CropOptions& crops = {});

} // namespace hierascope::training
