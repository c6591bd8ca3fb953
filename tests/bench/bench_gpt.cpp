// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "core/runtime/generator.h"

namespace {

using namespace hierascope;

struct Arguments {
    std::string generator;
    std::string tokenizer;
    std::int64_t label = 0;
    double guidance = 3.75;
    runtime::OpenOptions open;
};

/// The value of a result, or an exception with its message: this program has nobody to ask.
template <typename T>
T valueOrThrow(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Generates one image, greedily, at the published guidance schedule, and decodes it.
nlohmann::json measured(runtime::Generator& generator, runtime::Tokenizer* tokenizer,
                        const Arguments& arguments) {
    runtime::GenerationRequest request;
    request.label = arguments.label;
    request.sampling.greedy = true;
    request.sampling.guidance = arguments.guidance;
    request.sampling.schedule = {"step", {{"window_start", 0.25}, {"min_cfg_scale", 1.0}}};
    double forward = 0.0;
    double sampling = 0.0;
    const Clock::time_point start = Clock::now();
    const std::clock_t processorStart = std::clock();
    const auto generation = valueOrThrow(generator.start(request));
    while (!generation->isFinished()) {
        const auto step = valueOrThrow(generation->next(TaskContext()));
        forward += step.forwardSeconds;
        sampling += step.samplingSeconds;
    }
    const Clock::time_point decodeStart = Clock::now();
    if (tokenizer != nullptr)
        valueOrThrow(tokenizer->decodeCodes(generation->codes(), {}, TaskContext()));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {
        {"seconds", secondsSince(start)},
        {"processor_seconds", static_cast<double>(std::clock() - processorStart) / CLOCKS_PER_SEC},
        {"forward", forward},
        {"sampling", sampling},
        {"decode", secondsSince(decodeStart)},
        {"peak_bytes", usage.ru_maxrss * 1024},
        {"codes", generation->codes()}};
}

/// Answers every line on the standard input with one generation.
void serve(const Arguments& arguments) {
    const auto generator =
        valueOrThrow(runtime::openGenerator(arguments.generator, arguments.open, TaskContext()));
    std::shared_ptr<runtime::Tokenizer> tokenizer;
    if (!arguments.tokenizer.empty())
        tokenizer = valueOrThrow(
            runtime::openTokenizer(arguments.tokenizer, arguments.open, TaskContext()));
    for (std::string line; std::getline(std::cin, line);)
        std::cout << measured(*generator, tokenizer.get(), arguments) << std::endl;
}

} // namespace

/// The C++ half of bench_gpt.py.
int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("Times the generation of one image: one for every line on stdin.");
    app.add_option("GENERATOR", arguments.generator, "model folder")->required();
    app.add_option("--tokenizer", arguments.tokenizer, "decode with this one, too");
    app.add_option("--class", arguments.label, "class");
    app.add_option("--cfg", arguments.guidance, "guidance scale; 1: none");
    app.add_option("--threads", arguments.open.threads, "threads of one operator");
    app.add_option("--device", arguments.open.device, "cpu or cuda");
    app.add_option("--set", arguments.open.overrides, "KEY=VALUE of the config");
    CLI11_PARSE(app, argc, argv);
    try {
        serve(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
