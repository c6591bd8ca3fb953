// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>
#include <c10/core/InferenceMode.h>

#include "core/io/model_folder.h"
#include "core/io/tensor_file.h"
#include "core/models/hieratok.h"
#include "core/models/state_dict.h"
#include "core/tensor/device.h"

namespace {

using namespace hierascope;

struct Arguments {
    std::string model;
    std::string input;
    std::string output;
    std::string dtype = "float32";
    int threads = 1;
};

/// The value of a result, or an exception with its message: this program has nobody to ask.
template <typename T>
T valueOrThrow(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}

models::HieraTok openModel(const Arguments& arguments, at::ScalarType type) {
    const auto folder = valueOrThrow(io::openModelFolder(arguments.model));
    models::HieraTok model(
        valueOrThrow(models::hieraTokOptionsFromJson(folder.config.at("options"))));
    const auto fit = models::loadStateDict(*model, valueOrThrow(io::loadTensors(folder.weights)));
    if (!fit.fits())
        throw std::runtime_error(fit.firstProblem());
    model->to(type);
    model->eval();
    return model;
}

/// Encodes and decodes once for every line on the standard input, and answers with the seconds.
void serve(const Arguments& arguments) {
    const c10::InferenceMode guard;
    tensor::setThreadCount(arguments.threads);
    const auto type = arguments.dtype == "bfloat16" ? at::kBFloat16 : at::kFloat;
    models::HieraTok model = openModel(arguments, type);
    const auto images = valueOrThrow(io::loadTensors(arguments.input)).at("image").to(type);
    for (std::string line; std::getline(std::cin, line);) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t processorStart = std::clock();
        const auto pictures = model->decode(model->posterior(images).mean);
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        const double processor =
            static_cast<double>(std::clock() - processorStart) / CLOCKS_PER_SEC;
        if (line == "save") {
            const io::TensorMap finest{{"image", pictures.back()}};
            if (auto saved = io::saveTensors(arguments.output, finest); !saved)
                throw std::runtime_error(saved.error().message);
        }
        std::printf("{\"seconds\": %.6f, \"processor_seconds\": %.6f}\n", elapsed.count(),
                    processor);
        std::fflush(stdout);
    }
}

} // namespace

/// The C++ half of bench_hieratok.py.
int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("Times encode and decode of one image: one run for every line on stdin.");
    app.add_option("MODEL", arguments.model, "model folder")->required();
    app.add_option("INPUT", arguments.input, "safetensors file with 'image'")->required();
    app.add_option("OUTPUT", arguments.output, "where a line 'save' puts the picture")->required();
    app.add_option("--threads", arguments.threads, "threads of one operator");
    app.add_option("--dtype", arguments.dtype, "float32 or bfloat16")
        ->check(CLI::IsMember({"float32", "bfloat16"}));
    CLI11_PARSE(app, argc, argv);
    try {
        serve(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
