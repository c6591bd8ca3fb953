// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/labelled_pictures.h"

#include <algorithm>
#include <utility>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>

#include "core/training/batch_source.h"

namespace hierascope::training {

Result<std::shared_ptr<const io::ImageDataset>> openLabelled(const PictureSource& source,
                                                             std::int64_t classes) {
    auto data = openPictures(source.data, source.brokenShare);
    if (!data)
        return data;
    if ((*data)->classes().size() == 1 && classes > 1)
        return failure(ErrorCode::BadData, "Data '" + source.data.string() + "' has one class ('" +
                                               (*data)->classes().front() +
                                               "'), and the generator learns " +
                                               std::to_string(classes) +
                                               "; expected a folder of pictures for each class.");
    return data;
}

Result<std::int64_t> labelOf(const io::ImageDataset& data, std::int64_t picture,
                             const PictureSource& source, std::int64_t classes) {
    const auto label = data.label(picture);
    if (label && *label < classes)
        return *label;
    return failure(ErrorCode::BadData,
                   "Data '" + source.data.string() + "': picture " + std::to_string(picture) +
                       " has " + (label ? "class " + std::to_string(*label) : "no class") +
                       ", expected one of " + std::to_string(classes) + " classes.");
}

Result<void> forEachBatch(const io::ImageDataset& data, const PictureSource& source, int side,
                          std::int64_t classes, const TaskContext& context,
                          const std::function<void(const LabelledBatch&)>& take) {
    constexpr std::int64_t kBatch = 64;
    const std::int64_t count =
        source.images > 0 ? std::min(source.images, data.size()) : data.size();
    for (std::int64_t first = 0; first < count; first += kBatch) {
        if (context.stopRequested())
            return cancelled();
        const std::int64_t end = std::min(first + kBatch, count);
        std::vector<at::Tensor> pictures;
        LabelledBatch batch;
        for (std::int64_t i = first; i < end; ++i) {
            auto picture = evaluationPicture(data, i, side, source.crops);
            if (!picture)
                return failure(picture);
            const auto label = labelOf(data, i, source, classes);
            if (!label)
                return failure(label);
            pictures.push_back(std::move(*picture));
            batch.labels.push_back(*label);
        }
        batch.pictures = at::cat(pictures);
        take(batch);
        context.report({end, count, "encode"});
    }
    return {};
}

at::Tensor cacheKey(const std::string& hash, const PictureSource& source) {
    return at::tensor({static_cast<std::int64_t>(std::stoull(hash.substr(0, 15), nullptr, 16)),
                       source.images, std::int64_t{source.crops.padding}},
                      at::kLong);
}

} // namespace hierascope::training
