// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/evaluation_options.h"
#include "app/hierascope_cli/evaluation_output.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/evaluation_files.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

struct EvaluateArguments : EvaluationArguments {
    std::filesystem::path out;               ///< empty: none
    std::vector<std::filesystem::path> diff; ///< two evaluations to compare; empty: none
};

Result<void> tellDifference(const Session& session, const EvaluateArguments& arguments) {
    const auto a = runtime::readEvaluation(arguments.diff[0]);
    if (!a)
        return failure(a);
    const auto b = runtime::readEvaluation(arguments.diff[1]);
    if (!b)
        return failure(b);
    const json differences = runtime::differencesOf(*a, *b);
    if (session.common.asJson)
        std::cout << jsonText({{"differences", differences}}) << '\n';
    else
        printDifferences(differences);
    return {};
}

Result<void> evaluate(Session& session, const EvaluateArguments& arguments) {
    if (!arguments.diff.empty())
        return tellDifference(session, arguments);
    if (session.model.model.empty())
        return failure(ErrorCode::Usage, "MODEL is missing (or --diff A.json B.json).");
    const auto request = requestOf(session, arguments);
    if (!request)
        return failure(request);
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const auto evaluation =
        runtime::evaluateAll(*model, arguments.data, *request, session.context());
    if (!evaluation)
        return failure(evaluation);
    if (!evaluation->skipped.empty())
        session.console.log(log::Level::Warning, std::to_string(evaluation->skipped.size()) +
                                                     " images were skipped; the first: " +
                                                     evaluation->skipped.front().reason);
    if (!arguments.out.empty())
        if (auto saved = runtime::saveEvaluation(arguments.out, *evaluation, arguments.sort);
            !saved)
            return saved;
    if (session.common.asJson)
        std::cout << jsonText(runtime::jsonOf(*evaluation)) << '\n';
    else
        printEvaluation(*evaluation);
    return evaluation->isComplete ? Result<void>() : Result<void>(cancelled());
}

} // namespace

void addEvaluateCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(
        program, session, "evaluate", "Measure a model's reconstructions of a data set",
        "evaluate resources/demo/hieratok-photos --data resources/demo/crops --limit 100 --json");
    const auto arguments = std::make_shared<EvaluateArguments>();
    addModelOptions(*command, session);
    command->get_option("MODEL")->required(false);
    addEvaluationOptions(*command, *arguments);
    command->add_option("--out", arguments->out,
                        "Folder for evaluation.json and tables, or FILE.csv: the images, worst "
                        "first");
    command
        ->add_option("--diff", arguments->diff,
                     "Two evaluations as --json or --out wrote them: why do they differ?")
        ->expected(2);
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return evaluate(session, *arguments); };
    });
}

} // namespace hierascope::cli
