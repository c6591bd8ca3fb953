// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <map>
#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/evaluation_options.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/comparison_files.h"

namespace hierascope::cli {

namespace {

using runtime::SheetChoice;

struct CompareArguments : EvaluationArguments {
    std::vector<std::filesystem::path> models;
    std::vector<std::filesystem::path> out;
    runtime::ComparisonRequest comparison;
    std::string choice = "spread";
};

const std::map<std::string, SheetChoice> kChoices = {
    {"spread", SheetChoice::Spread}, {"worst", SheetChoice::Worst}, {"first", SheetChoice::First}};

void printComparison(const runtime::Comparison& comparison) {
    const auto table = runtime::comparisonTable(comparison);
    std::vector<std::size_t> widths(table.front().size(), 0);
    // Of letters: a byte that goes on with one counts nothing.
    const auto lettersOf = [](const std::string& text) {
        std::size_t letters = 0;
        for (const char byte : text)
            letters += (static_cast<unsigned char>(byte) & 0xc0) != 0x80 ? 1 : 0;
        return letters;
    };
    for (const auto& row : table)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], lettersOf(row[i]));
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blank(widths[i] - lettersOf(row[i]), ' ');
            std::cout << (i == 0 ? row[i] + blank : "  " + blank + row[i]);
        }
        std::cout << '\n';
    }
}

Result<void> compare(Session& session, const CompareArguments& arguments) {
    for (const std::filesystem::path& out : arguments.out)
        if (auto valid = runtime::checkComparisonName(out); !valid)
            return valid;
    const auto request = requestOf(session, arguments);
    if (!request)
        return failure(request);
    runtime::ComparisonRequest wanted = arguments.comparison;
    wanted.evaluation = *request;
    wanted.metric = arguments.sort;
    wanted.choice = kChoices.at(arguments.choice);
    const auto open = [&](std::size_t index) {
        return runtime::openTokenizer(arguments.models[index], session.openOptions(),
                                      session.context());
    };
    const auto comparison = runtime::compareModels(arguments.models.size(), open, arguments.data,
                                                   wanted, session.context());
    if (!comparison)
        return failure(comparison);
    for (const std::filesystem::path& out : arguments.out)
        if (auto saved = runtime::saveComparison(out, *comparison); !saved)
            return saved;
    if (session.common.asJson)
        std::cout << jsonText(runtime::jsonOf(*comparison)) << '\n';
    else
        printComparison(*comparison);
    return comparison->isComplete ? Result<void>() : Result<void>(cancelled());
}

} // namespace

void addCompareCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(
        program, session, "compare", "Measure several models on the same images, beside the first",
        "compare resources/demo/hieratok-photos resources/demo/single-photos --data "
        "resources/demo/crops --limit 100 --out sheet.pdf");
    const auto arguments = std::make_shared<CompareArguments>();
    command->add_option("MODEL", arguments->models, "Two models or more; the first one is A")
        ->required()
        ->expected(2, 1000);
    addEvaluationOptions(*command, *arguments);
    command->add_option("--images", arguments->comparison.images, "Images on the sheet")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command->add_option("--choose", arguments->choice, "Which ones, by A's figures")
        ->check(CLI::IsMember({"spread", "worst", "first"}))
        ->capture_default_str();
    command
        ->add_option("--out", arguments->out,
                     "A sheet (.png, .pdf) or a table (.csv, .md, .tex, .json); repeatable")
        ->take_all()
        ->allow_extra_args(false);
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return compare(session, *arguments); };
    });
}

} // namespace hierascope::cli
