// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/runtime/generator.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Writes what `encode` puts out: `latents` [T, C], and `mean` and `logvar` [C, h, w] (KL families)
/// or `codes` [T] int64 and `z_pre_quant` [T, C] (quantised ones).
Result<void> savePyramid(const std::filesystem::path& path, const TokenPyramid& pyramid);

/// What a tensor file holds for a decoder: one of the two.
struct StoredTokens {
    std::vector<float> latents;      ///< [T, C]
    std::vector<std::int64_t> codes; ///< [T]
};

/// Reads `codes`, where the model has a codebook and the file has them, else `latents`.
///
/// @param info the model that is to decode them: its base map decides the expected shape of
///             `latents`; of `codes` a prefix is enough
/// @return     BadData naming file, tensor, expected and found shape, a code outside of the
///             codebook, or a value that is not finite
Result<StoredTokens> readTokens(const std::filesystem::path& path, const ModelInfo& info);

/// Writes `codes` [T] int64.
Result<void> saveCodes(const std::filesystem::path& path, const std::vector<std::int64_t>& codes);

/// Writes a generator's clean map as `latent` [C, h, w] float32, in the tokenizer's units.
///
/// @param latent [T, C], as `GeneratedStep::latent`
Result<void> saveLatent(const std::filesystem::path& path, const std::vector<float>& latent,
                        const GeneratorInfo& generator);

/// Reads noise that another program drew: `initial` [C, h, w] and, for samplers that draw in their
/// steps, `steps` [S, C, h, w].
///
/// @return BadData naming file, tensor, found and expected shape, or a value that is not finite
Result<GivenNoise> readNoise(const std::filesystem::path& path, const GeneratorInfo& generator);

/// Writes a decoded picture as `image` [3, Y, X] float32, in [0, 1] scale, unclamped.
Result<void> saveImageTensor(const std::filesystem::path& path, const ImageRgbF32& image);

} // namespace hierascope::runtime
