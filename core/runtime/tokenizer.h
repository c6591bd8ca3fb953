// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/attention.h"
#include "core/runtime/token_sequence.h"

/// What a front end may ask of a tokenizer, in plain values: no Torch type crosses this header.
namespace hierascope::runtime {

/// What an opened checkpoint is.
struct ModelInfo {
    std::string name;           ///< the folder's name
    std::filesystem::path path; ///< as it was opened
    std::string family;         ///< "hieratok"
    std::string summary;        ///< "5 scales, scale-causal, 6.4 M parameters"
    std::int64_t parameters = 0;
    int imageSize = 0; ///< side of the square that goes in, pixels
    int latentChannels = 0;
    int latentRows = 0;            ///< of the base map (KL families)
    int latentColumns = 0;         ///< of the base map (KL families)
    std::int64_t codebookSize = 0; ///< codes that exist (quantised families), else 0
    bool isPrefixed = false; ///< a level's picture is of the whole image, from all tokens so far
    std::vector<LevelInfo> levels;
    std::string sha256; ///< of the weights file, hex
    std::string device; ///< "cpu", "cuda:0"
    /// Label and value pairs for people: attention, data, steps, hours of training, figures.
    std::vector<std::pair<std::string, std::string>> facts;
};

/// A grid of image tokens inside an encoder.
struct ImageTokens {
    int rows = 0;
    int columns = 0;
    int vectorWidth = 0;
    std::vector<float> vectors; ///< [rows * columns, vectorWidth], row-major
};

/// An image as tokens.
struct TokenPyramid {
    int latentChannels = 0;
    int latentRows = 0;
    int latentColumns = 0;
    /// [T, C]: the base map, row-major (KL families), or the codebook's vectors (quantised ones).
    std::vector<float> latents;
    std::vector<float> mean;      ///< [C, h, w] (KL families)
    std::vector<float> logvar;    ///< [C, h, w] (KL families)
    std::vector<float> zPreQuant; ///< [T, C]: before the quantiser (quantised families)
    std::vector<LevelTokens> levels;
    /// [T] over all levels, 1: the mask token stands there; empty: nowhere. Only edits put it
    /// there.
    std::vector<std::uint8_t> masked{};
    /// The encoder's image tokens after its last layer, coarsest first, where it merges them: what
    /// is left of each hierarchy once the next coarser one is taken off. Filled with
    /// `tokenVectors`.
    std::vector<ImageTokens> hierarchies;
    /// All codes in order, coarse to fine; empty for KL families.
    std::vector<std::int64_t> codes() const;
};

/// How nearly decoding and downsampling commute at one level, of a latent map Z of an image X.
///
/// The third pair of the comparison, D(D_s(Z)) against D_s(X), is `LevelReconstruction::psnr`. Like
/// it, decoded pictures count as the 8-bit ones that would be written; area means are not rounded.
/// @source HieraTok appendix B, eq. 12 and 13.
struct Commutation {
    ImageRgbF32 finestReduced; ///< D_s(D(Z)): the finest level reduced (area) to this size
    ImageRgbF32 inputReduced;  ///< D_s(X): the input reduced (area) to this size
    double psnrDecoded = 0.0;  ///< dB, D(D_s(Z)) against D_s(D(Z)); infinite at the finest level
    double psnrFinest = 0.0;   ///< dB, D_s(D(Z)) against D_s(X)
};

/// One level of a reconstruction with its figures.
struct LevelReconstruction {
    LevelInfo level;
    ImageRgbF32 picture;  ///< unclamped, at the level's size
    ImageRgbF32 residual; ///< picture minus the level before enlarged to it; empty at the first
    ImageRgbF32 error;    ///< at the input's size: the level as `psnrFull` sees it, minus the input
    double psnr = 0.0;    ///< dB, against the image reduced to this size (area)
    std::optional<double> ssim; ///< none below 11 pixels
    double psnrFull = 0.0;      ///< dB, level enlarged bicubically and clamped against the input
    std::optional<double> ssimFull;
    Commutation commutation;
    std::optional<double> lpips;
    std::int64_t values = 0;    ///< latent numbers so far
    std::optional<double> bits; ///< KL over ln 2, finest level only (KL families)
};

struct Reconstruction {
    ImageRgb8 input; ///< what went into the model after preprocessing
    TokenPyramid pyramid;
    std::vector<LevelReconstruction> levels;
};

struct EncodeOptions {
    bool sample = false;      ///< a posterior sample instead of the mean
    std::uint64_t seed = 0;   ///< of the sample
    bool tokenVectors = true; ///< also fill LevelTokens::vectors
};

struct DecodeOptions {
    std::optional<std::int64_t> keepLevels{}; ///< how many levels, 1 .. n
    std::optional<std::int64_t> keepTokens{}; ///< how many tokens of the sequence
};

/// An opened tokenizer. Calls are not thread-safe: one engine lane makes them all.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    virtual const ModelInfo& info() const = 0;

    /// Resizes the shorter side to the model's size (bicubic, antialiased) and crops the centre.
    virtual ImageRgb8 preprocess(const ImageRgb8& image) const = 0;

    virtual Result<TokenPyramid> encode(const ImageRgb8& image, const EncodeOptions& options,
                                        const TaskContext& context) = 0;

    /// @param latents [T, C] base map, row-major, as in `TokenPyramid::latents`
    /// @return        the finest kept level's picture
    virtual Result<ImageRgbF32> decode(const std::vector<float>& latents,
                                       const DecodeOptions& options,
                                       const TaskContext& context) = 0;

    /// @param codes one for each token of the pyramid, in [0, `codebookSize`); with `keepTokens` or
    ///              `keepLevels` a prefix is enough, and what follows it is masked
    /// @return      Usage where the family has no codes
    virtual Result<ImageRgbF32> decodeCodes(const std::vector<std::int64_t>& codes,
                                            const DecodeOptions& options,
                                            const TaskContext& context);

    virtual Result<Reconstruction> reconstruct(const ImageRgb8& image, const EncodeOptions& options,
                                               const TaskContext& context) = 0;

    /// Attention of one layer and of all its heads, softmax done; Usage where layer, head or part
    /// does not exist.
    virtual Result<AttentionMap> attend(const ImageRgb8& image, const AttentionRequest& request,
                                        const TaskContext& context);

    /// The transformers whose attention can be looked at; none where there is no attention.
    virtual std::vector<AttentionPart> attentionParts() const { return {}; }

    /// One forward pass whose attention is kept; Usage where the part does not exist.
    virtual Result<std::shared_ptr<AttentionRecord>> recordAttention(const ImageRgb8& image,
                                                                     AttentionRequest::Part part,
                                                                     const TaskContext& context);

    /// Decodes tokens that were changed at will (token surgery), from the first levels of them.
    ///
    /// @param sequence with the vectors of all levels, as `encode` gives them
    /// @return         the finest kept level's picture, or with `everyLevel` one of each; BadData
    ///                 where tokens do not fit, Usage where the family has no mask token
    virtual Result<std::vector<ImageRgbF32>> decodeTokens(const TokenSequence& sequence,
                                                          const SequenceOptions& options,
                                                          const TaskContext& context);

    /// Whether the picture of a level (row) may depend on the tokens of a level (column), as the
    /// model declares it: [L, L].
    virtual std::vector<std::uint8_t> declaredDependency() const;

    /// The codebook as the decoder receives it, [codebookSize, latentChannels]; Usage where the
    /// family has none.
    virtual Result<std::vector<float>> codebookVectors(const TaskContext& context);
};

/// How to open a checkpoint.
struct OpenOptions {
    std::string device = "auto";   ///< auto, cpu, cuda, cuda:N
    int threads = 0;               ///< 0: as many as the machine has cores
    std::string dtype = "float32"; ///< float32 or bfloat16: what the model computes in
    std::optional<std::filesystem::path> config; ///< beside weights that come without one
    std::vector<std::string> overrides; ///< KEY=VALUE: a leaf name or dotted path of the config
    std::optional<std::filesystem::path> renaming{}; ///< JSON of key patterns; see key_renaming.h
};

/// Opens a model folder (config.json + model.safetensors), or the checkpoint folder of a run.
Result<std::shared_ptr<Tokenizer>> openTokenizer(const std::filesystem::path& model,
                                                 const OpenOptions& options,
                                                 const TaskContext& context);

} // namespace hierascope::runtime
