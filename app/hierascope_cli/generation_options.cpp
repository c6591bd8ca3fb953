// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/generation_options.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include <CLI/App.hpp>

#include "core/runtime/pyramid_files.h"

namespace hierascope::cli {

namespace {

template <typename Number>
std::optional<Number> numberOf(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

Result<std::int64_t> labelOf(const std::string& text, const runtime::GeneratorInfo& generator) {
    const auto named = std::find(generator.classes.begin(), generator.classes.end(), text);
    if (named != generator.classes.end())
        return named - generator.classes.begin();
    const auto number = numberOf<std::int64_t>(text);
    const std::string expected = "expected 0 to " + std::to_string(generator.classCount - 1) +
                                 (generator.classes.empty() ? "" : " or a name of its config");
    if (!number || *number < 0 || *number >= generator.classCount)
        return failure(ErrorCode::Usage, "Class '" + text + "' does not exist in generator '" +
                                             generator.name + "', " + expected + ".");
    return *number;
}

Result<runtime::GuidanceSchedule> scheduleOf(const std::string& text) {
    runtime::GuidanceSchedule schedule;
    const auto colon = text.find(':');
    schedule.name = text.substr(0, colon);
    if (colon == std::string::npos)
        return schedule;
    std::istringstream parts(text.substr(colon + 1));
    for (std::string part; std::getline(parts, part, ',');) {
        const auto equals = part.find('=');
        const auto value =
            equals == std::string::npos ? std::nullopt : numberOf<double>(part.substr(equals + 1));
        if (!value || equals == 0)
            return failure(ErrorCode::Usage,
                           "Guidance schedule '" + text + "': '" + part + "' is not KEY=NUMBER.");
        schedule.values[part.substr(0, equals)] = *value;
    }
    return schedule;
}

void addCodeOptions(CLI::App& command, runtime::SamplingOptions& sampling) {
    command.add_flag("--greedy", sampling.greedy, "The likeliest code instead of a draw");
    command.add_option("--temperature", sampling.temperature, "Logits are divided by it")
        ->capture_default_str();
    command.add_option("--top-k", sampling.topK, "Only the k likeliest codes; 0: all")
        ->capture_default_str();
    command.add_option("--top-p", sampling.topP, "Only the likeliest codes up to this sum")
        ->capture_default_str();
}

void addDenoisingOptions(CLI::App& command, SamplingArguments& arguments) {
    runtime::DenoisingOptions& denoising = arguments.sampling.denoising;
    command
        .add_option("--sampler", denoising.sampler,
                    "Of a DiT: ddpm, ddim; of a flow: euler, heun, dopri5, sde")
        ->check(CLI::IsMember({"ddpm", "ddim", "euler", "heun", "dopri5", "sde"}));
    command.add_option("--steps", denoising.steps, "Of a DiT: how many steps")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    command.add_option("--respacing", denoising.respacing,
                       "Of a diffusion, in place of --steps: N evenly spaced ones, or ddimN");
    command.add_option("--eta", denoising.eta, "ddim: how much noise comes in anew, 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_flag("--clip", denoising.isClipped,
                     "Of a diffusion: hold clean maps within -1 and 1");
    command
        .add_option_function<std::string>(
            "--cfg-channels",
            [&denoising](const std::string& text) { denoising.guidesThree = text == "3"; },
            "Of a DiT: guide all channels (default), or 3 as the official code")
        ->check(CLI::IsMember({"all", "3"}));
    command
        .add_option("--cfg-from", denoising.guidedFrom,
                    "Of a DiT: guide from this part of the way on, 0 (noise) to 1")
        ->capture_default_str();
    command
        .add_option("--cfg-to", denoising.guidedTo, "Of a DiT: guide up to this part of the way")
        ->capture_default_str();
    command.add_option("--noise", arguments.noise,
                       "Of a DiT: tensors 'initial' [C, h, w] and 'steps' [S, C, h, w] in place "
                       "of the seed's noise");
}

/// An option that the generator would not look at is a mistake.
Result<void> checkKind(const SamplingArguments& arguments,
                       const runtime::GeneratorInfo& generator) {
    const runtime::SamplingOptions plain;
    const runtime::SamplingOptions& given = arguments.sampling;
    const bool isOfCodes = given.greedy || given.temperature != plain.temperature ||
                           given.topK != plain.topK || given.topP != plain.topP;
    if (generator.isDenoiser() && isOfCodes)
        return failure(ErrorCode::Usage, "--greedy, --temperature, --top-k and --top-p choose "
                                         "codes, and generator '" +
                                             generator.name + "' (family dit) writes none.");
    const bool isOfMaps = given.denoising != plain.denoising || !arguments.noise.empty();
    if (!generator.isDenoiser() && isOfMaps)
        return failure(
            ErrorCode::Usage,
            "--sampler, --steps, --respacing, --eta, --clip, --cfg-channels, --cfg-from, "
            "--cfg-to and --noise are for a DiT, and generator '" +
                generator.name + "' is of the family " + generator.family + ".");
    return {};
}

} // namespace

void addSamplingOptions(CLI::App& command, SamplingArguments& arguments) {
    runtime::SamplingOptions& sampling = arguments.sampling;
    command.add_option("--class", arguments.label, "A class, by number or name")->required();
    command.add_option("--cfg", sampling.guidance, "Guidance scale; 1 and below: none")
        ->capture_default_str();
    std::string names;
    for (const std::string& name : runtime::guidanceSchedules())
        names += (names.empty() ? "" : ", ") + name;
    command
        .add_option("--cfg-schedule", arguments.schedule,
                    "Guidance over the steps, NAME[:key=value,...]; names: " + names +
                        "; keys: window_start, window_end, min_cfg_scale, peak")
        ->capture_default_str();
    command
        .add_option("--cfg-interval", sampling.guidanceInterval,
                    "Guidance ends behind this many decoded tokens, of a DiT steps; below 0: never")
        ->capture_default_str();
    addCodeOptions(command, sampling);
    addDenoisingOptions(command, arguments);
}

Result<runtime::GenerationRequest> requestOf(const SamplingArguments& arguments,
                                             const runtime::GeneratorInfo& generator,
                                             std::uint64_t seed) {
    if (auto fits = checkKind(arguments, generator); !fits)
        return failure(fits);
    runtime::GenerationRequest request;
    const auto label = labelOf(arguments.label, generator);
    if (!label)
        return failure(label);
    auto schedule = scheduleOf(arguments.schedule);
    if (!schedule)
        return failure(schedule);
    request.label = *label;
    request.sampling = arguments.sampling;
    request.sampling.schedule = *std::move(schedule);
    request.sampling.seed = seed;
    if (!arguments.noise.empty()) {
        auto noise = runtime::readNoise(arguments.noise, generator);
        if (!noise)
            return failure(noise);
        request.noise = *std::move(noise);
    }
    return request;
}

} // namespace hierascope::cli
