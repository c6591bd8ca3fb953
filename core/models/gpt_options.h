// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace hierascope::models {

/// In which order codes are written: whole levels at once, or one code after the other.
enum class GptVariant { Har, Ar };

/// Layers, heads and width of a generator of the official sizes.
struct GptSize {
    std::string_view name; ///< "GPT-L"
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t width = 0;
};

/// Finds an official size by its name, "GPT-B" to "GPT-XXL"; null if there is none.
const GptSize* findGptSize(std::string_view name);

/// Finds an official size by its width, which tells the head count that no tensor tells.
const GptSize* findGptSize(std::int64_t width);

/// Everything that decides the architecture of a generator of codes.
///
/// Names in JSON are those of the official model arguments. Defaults are GPT-L for 128 codes of
/// 8192.
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok autoregressive/models; LlamaGen,
///         arXiv:2406.06525.
struct GptOptions {
    GptVariant variant = GptVariant::Har;
    std::int64_t dim = 1024;
    std::int64_t layers = 24;
    std::int64_t heads = 16;
    std::optional<std::int64_t> keyValueHeads; ///< none: as many as heads
    std::int64_t multipleOf = 256;             ///< of the feed-forward width
    std::optional<double> ffnDimMultiplier;
    double ropeBase = 10000.0;
    double normEps = 1e-5;
    double initializerRange = 0.02;
    double tokenDropout = 0.1; ///< of the inputs
    double attentionDropout = 0.0;
    double residualDropout = 0.1; ///< of the attention's output
    double ffnDropout = 0.1;
    double dropPath = 0.0; ///< of the last layer; rises linearly from 0
    std::int64_t classCount = 1000;
    double classDropout = 0.1; ///< above 0: there is a null class after the others
    std::int64_t vocabulary = 8192;
    std::int64_t blockSize = 128;     ///< N, codes of one image
    std::int64_t arTokenNum = 4;      ///< HAR: codes that are written one by one
    std::int64_t specialTokens = 127; ///< HAR: learned inputs of whole levels

    std::int64_t headWidth() const { return dim / heads; }
    std::int64_t keyValueHeadCount() const { return keyValueHeads.value_or(heads); }
    std::int64_t ffnWidth() const;
    bool hasNullClass() const { return classDropout > 0.0; }
    /// Rows of the class table; the null class is the last one.
    std::int64_t labelCount() const { return classCount + (hasNullClass() ? 1 : 0); }

    /// Reports the first field that makes no sense, with its value.
    Result<void> validate() const;
};

/// Reads `options` of a model folder's config.json: the official model arguments and `variant`
/// (`har` or `ar`); unknown keys and wrong types are errors.
Result<GptOptions> gptOptionsFromJson(const nlohmann::json& options);

/// Writes what `gptOptionsFromJson` reads.
nlohmann::json jsonFromGptOptions(const GptOptions& options);

} // namespace hierascope::models
