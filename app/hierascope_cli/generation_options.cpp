// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/generation_options.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include <CLI/App.hpp>

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

} // namespace

void addSamplingOptions(CLI::App& command, SamplingArguments& arguments) {
    runtime::SamplingOptions& sampling = arguments.sampling;
    command.add_option("--class", arguments.label, "A class, by number or name")->required();
    command.add_flag("--greedy", sampling.greedy, "The likeliest code instead of a draw");
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
                    "Guidance ends behind this many decoded tokens; below 0: never")
        ->capture_default_str();
    command.add_option("--temperature", sampling.temperature, "Logits are divided by it")
        ->capture_default_str();
    command.add_option("--top-k", sampling.topK, "Only the k likeliest codes; 0: all")
        ->capture_default_str();
    command.add_option("--top-p", sampling.topP, "Only the likeliest codes up to this sum")
        ->capture_default_str();
}

Result<runtime::GenerationRequest> requestOf(const SamplingArguments& arguments,
                                             const runtime::GeneratorInfo& generator,
                                             std::uint64_t seed) {
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
    return request;
}

} // namespace hierascope::cli
