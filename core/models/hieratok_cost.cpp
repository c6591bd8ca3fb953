// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_cost.h"

namespace hierascope::models {

namespace {

double square(std::int64_t value) {
    return static_cast<double>(value) * static_cast<double>(value);
}

double transformerFlops(const VitOptions& vit, std::int64_t tokens) {
    const double count = static_cast<double>(tokens);
    const double linear = 2.0 * count * (4.0 + 2.0 * vit.mlpRatio) * square(vit.width);
    const double attention = 4.0 * count * count * static_cast<double>(vit.width);
    return static_cast<double>(vit.layers) * (linear + attention);
}

double branchFlops(const HieraTokOptions& options, std::int64_t scale) {
    const auto channels = static_cast<double>(options.latentChannels);
    const double width = static_cast<double>(options.decoder.width);
    const bool isBase = scale == options.gridSize();
    if (options.downsample == Downsample::Interpolate || options.isSingleScale() ||
        options.convWidth == ConvWidth::Narrow ||
        (isBase && options.finest == FinestLevel::Projection))
        return 2.0 * square(scale) * channels *
               width; // one projection; narrow ones add under 0.1 %
    const double ratio = static_cast<double>(options.gridSize()) / static_cast<double>(scale);
    const double first = 2.0 * square(scale) * channels * ratio * ratio * width;
    return first + 2.0 * 10.0 * square(scale) * width * width; // 1 x 1 and 3 x 3
}

} // namespace

double forwardFlops(const HieraTokOptions& options) {
    const double patch = 3.0 * square(options.patchSize);
    const std::int64_t base = options.gridSize() * options.gridSize();
    const std::int64_t tokens = options.tokenCount();
    double flops =
        transformerFlops(options.encoder, base) + transformerFlops(options.decoder, tokens) +
        2.0 * static_cast<double>(base) * patch * static_cast<double>(options.encoder.width) +
        2.0 * static_cast<double>(tokens) * patch * static_cast<double>(options.decoder.width);
    for (const std::int64_t scale : options.scales)
        flops += branchFlops(options, scale);
    return flops;
}

} // namespace hierascope::models
