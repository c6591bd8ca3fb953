// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/codebook.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

struct CodebookArguments {
    std::filesystem::path data;
    std::int64_t images = 0;
};

json jsonOf(const runtime::CodebookStatistics& statistics) {
    json levels = json::array();
    for (const runtime::CodeCounts& level : statistics.levels)
        levels.push_back({{"name", level.name},
                          {"used", level.used},
                          {"entropy_bits", level.entropyBits},
                          {"counts", level.counts}});
    return {{"size", statistics.size},
            {"images", statistics.images},
            {"tokens", statistics.tokens},
            {"used", statistics.all.used},
            {"entropy_bits", statistics.all.entropyBits},
            {"counts", statistics.all.counts},
            {"levels", levels}};
}

void printText(const runtime::CodebookStatistics& statistics) {
    std::printf("%lld images, %lld tokens, %lld codes\n%-10s %8s %8s %10s\n",
                static_cast<long long>(statistics.images),
                static_cast<long long>(statistics.tokens), static_cast<long long>(statistics.size),
                "level", "used", "dead", "entropy");
    const auto print = [&statistics](const runtime::CodeCounts& counts) {
        std::printf("%-10s %8lld %8lld %7.3f bit\n", counts.name.c_str(),
                    static_cast<long long>(counts.used),
                    static_cast<long long>(statistics.size - counts.used),
                    std::max(counts.entropyBits, 0.0));
    };
    for (const runtime::CodeCounts& level : statistics.levels)
        print(level);
    runtime::CodeCounts all = statistics.all;
    all.name = "all";
    print(all);
    std::fflush(stdout);
}

Result<void> codebook(Session& session, const CodebookArguments& arguments) {
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const auto statistics =
        runtime::measureCodebook(**model, arguments.data, arguments.images, session.context());
    if (!statistics)
        return failure(statistics);
    for (const std::string& complaint : statistics->complaints)
        session.console.error(complaint);
    if (session.common.asJson)
        std::cout << jsonText(jsonOf(*statistics)) << '\n';
    else
        printText(*statistics);
    return {};
}

} // namespace

void addCodebookCommand(CLI::App& program, Session& session) {
    CLI::App* command =
        addCommand(program, session, "codebook", "Count how the images of a data set use the codes",
                   "codebook restok-folder --data photos --json");
    const auto arguments = std::make_shared<CodebookArguments>();
    addModelOptions(*command, session);
    command->add_option("--data", arguments->data, "Folder of images, IDX, .npy or .safetensors")
        ->required();
    command->add_option("--images", arguments->images, "How many from the first on; 0: all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return codebook(session, *arguments); };
    });
}

} // namespace hierascope::cli
