// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

/// What a front end may ask of a generator, of codes (gpt) or of latent maps (dit), in plain
/// values: no Torch type crosses this header. Steps, positions and candidates count from 0.
namespace hierascope::runtime {

/// One forward pass of a generator: the positions whose codes it writes.
struct StepInfo {
    std::int64_t first = 0;  ///< position of the first new code
    std::int64_t tokens = 0; ///< how many codes are new
    bool operator==(const StepInfo&) const = default;
};

/// What an opened generator is.
struct GeneratorInfo {
    std::string name;           ///< the folder's name
    std::filesystem::path path; ///< as it was opened
    std::string family;         ///< "gpt" or "dit"
    /// "har" (nine steps for eight levels) or "ar" (one code each); "diffusion" or "flow"
    std::string variant;
    std::string summary; ///< "HAR, 9 steps for 128 tokens, 326.3 M parameters"
    std::int64_t parameters = 0;
    std::int64_t tokens = 0;          ///< codes of one image
    std::int64_t vocabulary = 0;      ///< codes that exist; 0: it denoises latent maps instead
    int latentChannels = 0;           ///< of the latent map, dit alone
    int latentSide = 0;               ///<
    double timestepShift = 1.0;       ///< of a flow's times
    std::int64_t classCount = 0;      ///< classes to ask for; the null class comes after them
    std::vector<std::string> classes; ///< their names; empty where the config has none
    std::vector<StepInfo> steps;      ///< empty for dit, where the request says how many
    /// The tokenizer that the config names, resolved against the folder; empty where it names none.
    std::filesystem::path tokenizer;
    std::string sha256;                                     ///< of the weights file, hex
    std::string device;                                     ///< "cpu", "cuda:0"
    std::vector<std::pair<std::string, std::string>> facts; ///< label and value, for people

    bool isDenoiser() const { return latentChannels > 0; }
};

/// How strongly each step is pulled towards its class.
///
/// @source Kwai-Kolors/ResTok generate.py; `values` has the official names: window_start,
///         window_end, min_cfg_scale, peak; one that is missing has the official default.
struct GuidanceSchedule {
    std::string name = "constant";
    std::map<std::string, double> values;
    bool operator==(const GuidanceSchedule&) const = default;
};

/// How a denoiser walks from noise to a latent map.
struct DenoisingOptions {
    /// ddpm or ddim of a diffusion; euler, heun, dopri5 or sde of a flow; empty: the first of them
    std::string sampler;
    std::int64_t steps = 250;
    std::string respacing;  ///< of a diffusion, in place of `steps`: "N" or "ddimN"; empty: "steps"
    double eta = 0.0;       ///< ddim: how much noise comes in anew, 0 to 1
    bool isClipped = false; ///< whether clean maps are held within -1 and 1
    /// Whether guidance is of the first three channels alone, as the official code has it.
    bool guidesThree = false;
    /// A step is guided while it begins within this part of the way, 0 (noise) to 1.
    ///
    /// @source Kynkaanniemi et al., arXiv:2404.07724; LightningDiT, arXiv:2501.01423
    double guidedFrom = 0.0;
    double guidedTo = 1.0;
    bool operator==(const DenoisingOptions&) const = default;
};

/// How codes are drawn: logits, guidance, temperature, top-k, top-p, softmax, draw; and how maps
/// are denoised. A denoiser reads guidance, seed and `denoising` alone.
struct SamplingOptions {
    bool greedy = false;      ///< the most likely code instead of a draw
    double temperature = 1.0; ///< > 0
    std::int64_t topK = 0;    ///< 0: all codes
    double topP = 1.0;        ///< in (0, 1]
    double guidance = 1.0;    ///< classifier-free guidance scale; 1 and below: off
    GuidanceSchedule schedule;
    /// A step is guided while its first position is at most this plus 1; below 0: always.
    std::int64_t guidanceInterval = -1;
    std::uint64_t seed = 0;
    DenoisingOptions denoising;
    bool operator==(const SamplingOptions&) const = default;
};

/// How many steps a generator takes; Usage naming the field and value that it cannot take.
Result<std::int64_t> stepCount(const GeneratorInfo& generator, const SamplingOptions& options);

/// How much of a denoiser's map is noise before each step and behind the last one: standard
/// deviations from 1 to 0, one more than there are steps; empty for generators of codes.
Result<std::vector<double>> noiseCurve(const GeneratorInfo& generator,
                                       const SamplingOptions& options);

/// Names of all guidance schedules, the plainest first.
const std::vector<std::string>& guidanceSchedules();

/// The guidance scale of each of `steps` steps; Usage naming an unknown schedule or key.
Result<std::vector<double>> guidanceCurve(const SamplingOptions& options, std::int64_t steps);

/// Where a denoiser goes on: a branch of what another generation left.
struct NoisedMap {
    std::int64_t step = 0;     ///< the next one
    std::vector<float> values; ///< `GeneratedStep::noised` of the one before
    bool operator==(const NoisedMap&) const = default;
};

/// Noise that another program drew, in place of the seed's.
struct GivenNoise {
    std::vector<float> initial; ///< [C, h, w]
    std::vector<float> steps;   ///< [S, C, h, w], one for each step; empty where none is needed
};

/// What is to be generated. With a prefix, generation goes on behind it: this is how a branch is
/// made. The prefix must end where a step ends.
struct GenerationRequest {
    std::int64_t label = 0; ///< a class, or `classCount` for the null class
    SamplingOptions sampling;
    std::vector<std::int64_t> prefix{}; ///< codes of the steps before the first new one
    NoisedMap from{};                   ///< of a denoiser in its place; without values: noise
    std::optional<GivenNoise> noise{};  ///< of a denoiser
};

/// A code that could stand at a position, with its probability as the draw saw it.
struct Candidate {
    std::int64_t code = 0;
    float probability = 0.0F;
};

/// What one step wrote.
struct GeneratedStep {
    std::int64_t index = 0;
    std::int64_t first = 0;          ///< position of its first code
    std::vector<std::int64_t> codes; ///< the new ones
    double guidance = 1.0;
    std::vector<float> entropy; ///< bits of the distribution drawn from, for each new code
    std::vector<std::vector<Candidate>>
        candidates;            ///< up to five for each new code, likeliest first
    double time = 0.0;         ///< of a denoiser: what its network was told, 999 to 0 or 0 to 1
    double noise = 0.0;        ///< how much of its map was noise before the step, 1 to 0
    std::vector<float> latent; ///< [T, C]: the clean map it foretells, for `Tokenizer::decode`
    std::vector<float> noised; ///< [C, h, w]: where the step led, in the network's units
    double forwardSeconds = 0.0;
    double samplingSeconds = 0.0;
};

/// One generation under way: holds the caches. Not thread-safe; one engine lane makes all calls.
class Generation {
public:
    virtual ~Generation() = default;

    virtual bool isFinished() const = 0;
    /// All codes so far, the prefix included.
    virtual const std::vector<std::int64_t>& codes() const = 0;
    /// Does the next step. Cancelled takes effect between layers and leaves the codes as they were;
    /// the step may then be asked for again.
    virtual Result<GeneratedStep> next(const TaskContext& context) = 0;
};

/// An opened generator. Calls are not thread-safe: one engine lane makes them all. Generations
/// may live side by side and outlive the call, not the generator.
class Generator {
public:
    virtual ~Generator() = default;

    virtual const GeneratorInfo& info() const = 0;

    /// Begins a generation; Usage naming the field and value that the model cannot take.
    virtual Result<std::shared_ptr<Generation>> start(const GenerationRequest& request) = 0;
};

/// Opens a generator: a model folder, an official hub or trainer folder, or a weight file.
Result<std::shared_ptr<Generator>> openGenerator(const std::filesystem::path& model,
                                                 const OpenOptions& options,
                                                 const TaskContext& context);

/// Says in one sentence why a generator's codes or maps do not fit a tokenizer, naming both; empty
/// if they do.
std::string misfitOf(const GeneratorInfo& generator, const ModelInfo& tokenizer);

} // namespace hierascope::runtime
