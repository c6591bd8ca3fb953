// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/latent_map.h"
#include "core/runtime/point_files.h"

namespace hierascope::cli {

namespace {

struct TsneArguments {
    std::filesystem::path input;
    std::filesystem::path out;
    runtime::MapOptions options;
};

void print(const Session& session, const runtime::PointTable& table,
           const runtime::LatentMap& map) {
    const runtime::MapFrame frame = map.frame();
    const runtime::MapSeconds seconds = map.seconds();
    if (session.common.asJson) {
        const nlohmann::json value = {{"points", table.count},
                                      {"width", table.width},
                                      {"dims", frame.dimensions},
                                      {"perplexity", map.options().perplexity},
                                      {"iterations", frame.iteration},
                                      {"seed", map.options().seed},
                                      {"kl", frame.kl},
                                      {"seconds",
                                       {{"neighbours", seconds.neighbours},
                                        {"affinities", seconds.affinities},
                                        {"optimise", seconds.optimise}}}};
        std::cout << jsonText(value) << '\n';
        return;
    }
    std::printf("%lld points of %lld numbers, %lld iterations, KL %.4f\n"
                "seconds: neighbours %.2f, affinities %.2f, optimise %.2f\n",
                static_cast<long long>(table.count), static_cast<long long>(table.width),
                static_cast<long long>(frame.iteration), frame.kl, seconds.neighbours,
                seconds.affinities, seconds.optimise);
    std::fflush(stdout);
}

Result<void> tsne(Session& session, const TsneArguments& arguments) {
    if (arguments.out.extension() != ".npy")
        return failure(ErrorCode::Usage, "'" + arguments.out.string() +
                                             "' is to be written, expected a name that ends in "
                                             ".npy.");
    const auto table = runtime::readPointTable(arguments.input);
    if (!table)
        return failure(table);
    runtime::MapOptions options = arguments.options;
    options.seed = session.common.seed;
    options.threads = session.common.threads;
    const TaskContext context = session.context();
    const auto map = runtime::startMap(table->values, table->width, options, context);
    if (!map)
        return failure(map);
    const Result<void> done = (*map)->advance(options.iterations, context);
    if (!done && done.error().code != ErrorCode::Cancelled)
        return done;
    const runtime::MapFrame frame = (*map)->frame();
    if (auto written = runtime::writePointTable(arguments.out, frame.coordinates, frame.dimensions);
        !written)
        return written;
    print(session, *table, **map);
    return done; // a stopped map is written as far as it came
}

} // namespace

void addTsneCommand(CLI::App& program, Session& session) {
    CLI::App* command =
        addCommand(program, session, "tsne", "Lay the rows of a table out on a map by t-SNE",
                   "tsne vectors.npy --out map.npy --perplexity 30 --json");
    const auto arguments = std::make_shared<TsneArguments>();
    runtime::MapOptions& options = arguments->options;
    command
        ->add_option("IN", arguments->input,
                     ".npy of float32 or float64 [points, numbers], or .safetensors with one such")
        ->required();
    command->add_option("--out", arguments->out, ".npy of float32 [points, dims]")->required();
    command->add_option("--dims", options.dimensions, "Dimensions of the map")
        ->check(CLI::IsMember({2, 3}))
        ->capture_default_str();
    command->add_option("--perplexity", options.perplexity, "About how many neighbours count")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command
        ->add_option("--iterations", options.iterations,
                     "All of them, the 250 exaggerated ones included")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return tsne(session, *arguments); };
    });
}

} // namespace hierascope::cli
