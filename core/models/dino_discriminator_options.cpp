// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dino_discriminator_options.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/models/options_reader.h"

namespace hierascope::models {

namespace {

constexpr std::int64_t kHeadWidth = 64;

Result<at::Tensor> requireTensor(const std::map<std::string, at::Tensor>& tensors,
                                 const std::string& name, std::int64_t dimensions) {
    const auto found = tensors.find(name);
    if (found == tensors.end())
        return failure(ErrorCode::BadData,
                       "Tensor '" + name + "' is missing, expected DINO's vision transformer.");
    if (found->second.dim() != dimensions)
        return failure(ErrorCode::BadData,
                       "Tensor '" + name + "' has " + std::to_string(found->second.dim()) +
                           " dimensions, expected " + std::to_string(dimensions) + ".");
    return found->second;
}

} // namespace

std::int64_t DinoDiscriminatorOptions::tokens() const {
    return (imageSize / patchSize) * (imageSize / patchSize);
}

bool DinoDiscriminatorOptions::isKeyDepth(std::int64_t block) const {
    return block < depth && std::find(keyDepths.begin(), keyDepths.end(), block) != keyDepths.end();
}

std::int64_t DinoDiscriminatorOptions::lastKeyDepth() const {
    std::int64_t last = -1;
    for (const std::int64_t block : keyDepths)
        last = isKeyDepth(block) ? std::max(last, block) : last;
    return last;
}

std::int64_t DinoDiscriminatorOptions::readouts() const {
    std::int64_t count = 1;
    for (std::int64_t block = 0; block < depth; ++block)
        count += isKeyDepth(block) ? 1 : 0;
    return count;
}

Result<void> DinoDiscriminatorOptions::validate() const {
    for (const auto& [field, value, high] :
         {std::tuple{"width", width, std::int64_t{16384}}, std::tuple{"heads", heads, width},
          std::tuple{"depth", depth, std::int64_t{256}},
          std::tuple{"image_size", imageSize, std::int64_t{4096}},
          std::tuple{"patch_size", patchSize, imageSize}}) {
        if (auto range = checkOptionRange(field, value, 1, high); !range)
            return range;
    }
    if (width % heads != 0)
        return optionFailure("heads", std::to_string(heads),
                             "a divisor of the width " + std::to_string(width));
    if (imageSize % patchSize != 0)
        return optionFailure("patch_size", std::to_string(patchSize),
                             "a divisor of the image size " + std::to_string(imageSize));
    if (kernel < 1 || kernel % 2 == 0 || kernel / 2 > tokens())
        return optionFailure("kernel", std::to_string(kernel),
                             "an odd number that reaches at most once around the " +
                                 std::to_string(tokens()) + " patches");
    return {};
}

Result<DinoDiscriminatorOptions>
dinoDiscriminatorOptionsFromTensors(const std::map<std::string, at::Tensor>& tensors) {
    const auto patches = requireTensor(tensors, "patch_embed.proj.weight", 4);
    if (!patches)
        return failure(patches);
    const auto positions = requireTensor(tensors, "pos_embed", 3);
    if (!positions)
        return failure(positions);
    DinoDiscriminatorOptions options;
    options.width = patches->size(0);
    options.patchSize = patches->size(2);
    const std::int64_t places = std::max<std::int64_t>(positions->size(1) - 1, 0);
    const auto grid = std::llround(std::sqrt(static_cast<double>(places)));
    if (grid * grid != places || options.width % kHeadWidth != 0)
        return failure(ErrorCode::BadData,
                       "Tensor 'pos_embed' has " + std::to_string(positions->size(1)) +
                           " rows of " + std::to_string(positions->size(2)) +
                           " numbers, expected one more than a square and a multiple of 64.");
    options.imageSize = grid * options.patchSize;
    options.heads = options.width / kHeadWidth;
    options.depth = 0;
    while (tensors.contains("blocks." + std::to_string(options.depth) + ".norm1.weight"))
        ++options.depth;
    if (auto valid = options.validate(); !valid)
        return failure(valid);
    return options;
}

} // namespace hierascope::models
