// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/embed_output.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/map_files.h"

namespace hierascope::cli {

namespace {

using runtime::PointSource;

struct EmbedArguments {
    std::vector<std::filesystem::path> data;
    std::filesystem::path compare; ///< empty: no model B
    std::filesystem::path out;     ///< empty: none
    std::string perImage = "1";
    std::string source; ///< empty: levels where any is given, else the base map
    runtime::UniformityStudy study;
};

Result<std::int64_t> numberPerImage(const std::string& text) {
    if (text == "all")
        return 0;
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return failure(ErrorCode::Usage,
                       "--per-image is '" + text + "', expected a number or all.");
    return number;
}

PointSource sourceOf(const EmbedArguments& arguments) {
    if (arguments.source == "levels")
        return PointSource::Levels;
    if (arguments.source == "hierarchies")
        return PointSource::Hierarchies;
    if (arguments.source == "codebook")
        return PointSource::Codebook;
    if (arguments.source == "base" || arguments.study.request.levels.empty())
        return PointSource::BaseMap;
    return PointSource::Levels;
}

Result<runtime::UniformityStudy> studyOf(const Session& session, const EmbedArguments& arguments) {
    runtime::UniformityStudy study = arguments.study;
    const auto perImage = numberPerImage(arguments.perImage);
    if (!perImage)
        return failure(perImage);
    study.request.perImage = *perImage;
    study.request.source = sourceOf(arguments);
    study.request.seed = session.common.seed;
    study.request.thumbnail = 0;
    study.map.seed = session.common.seed;
    study.map.threads = session.common.threads;
    if (arguments.data.empty() && study.request.source != PointSource::Codebook)
        return failure(ErrorCode::Usage, "--data is missing: the images that give the points.");
    if (study.request.source == PointSource::BaseMap && !study.request.levels.empty())
        return failure(ErrorCode::Usage, "--level goes with --source levels or hierarchies.");
    return study;
}

Result<StudyOutcome> runStudy(Session& session, const EmbedArguments& arguments,
                              const runtime::UniformityStudy& study,
                              const std::shared_ptr<runtime::Tokenizer>& model,
                              runtime::UniformityMap* firstMap) {
    auto result =
        runtime::runUniformityStudy(model, arguments.data, study, session.context(), firstMap);
    if (!result)
        return failure(result);
    if (!result->skipped.empty())
        session.console.log(log::Level::Warning, std::to_string(result->skipped.size()) +
                                                     " images were skipped; the first: " +
                                                     result->skipped.front().reason);
    return StudyOutcome{*std::move(result), study, model->info().device, session.common.dtype, {}};
}

Result<void> embed(Session& session, const EmbedArguments& arguments) {
    if (!arguments.out.empty())
        if (auto valid = runtime::checkMapName(arguments.out); !valid)
            return valid;
    const auto study = studyOf(session, arguments);
    if (!study)
        return failure(study);
    const auto modelA = session.openModel();
    if (!modelA)
        return failure(modelA);
    std::shared_ptr<runtime::Tokenizer> modelB;
    if (!arguments.compare.empty()) {
        runtime::OpenOptions options = session.openOptions();
        options.config.reset();
        options.overrides.clear();
        auto opened = runtime::openTokenizer(arguments.compare, options, session.context());
        if (!opened)
            return failure(opened);
        modelB = *std::move(opened);
    }
    runtime::UniformityMap firstMap;
    auto a =
        runStudy(session, arguments, *study, *modelA, arguments.out.empty() ? nullptr : &firstMap);
    if (!a)
        return failure(a);
    a->overrides = session.model.overrides;
    if (!arguments.out.empty())
        if (auto saved = runtime::saveLatentMap(arguments.out, firstMap, jsonText(a->recipe()));
            !saved)
            return saved;
    std::optional<StudyOutcome> b;
    if (modelB && a->result.isComplete) {
        auto outcome = runStudy(session, arguments, *study, modelB, nullptr);
        if (outcome)
            b = *std::move(outcome);
        else if (outcome.error().code != ErrorCode::Cancelled)
            return failure(outcome);
    }
    if (session.common.asJson)
        std::cout << jsonText(jsonOf(*a, b)) << '\n';
    else
        printTable(*a, b);
    const bool isComplete = a->result.isComplete && (!modelB || (b && b->result.isComplete));
    return isComplete ? Result<void>() : Result<void>(cancelled());
}

void addOptions(CLI::App& command, EmbedArguments& arguments) {
    runtime::UniformityStudy& study = arguments.study;
    command.add_option("--data", arguments.data,
                       "Folders of images, image files, IDX, .npy or .safetensors");
    command.add_option("--points", study.request.points, "Points of one map at most; 0: all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--per-image", arguments.perImage, "Random vectors of one image; 0, all: all")
        ->capture_default_str();
    command.add_option("--seeds", study.seeds, "How many draws, each with a map of its own")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_option("--source", arguments.source, "What gives the points")
        ->check(CLI::IsMember({"base", "levels", "hierarchies", "codebook"}));
    command
        .add_option("--level", study.request.levels,
                    "Tokens of this level instead of the base map (repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    command.add_option("--dims", study.map.dimensions, "Dimensions of the map")
        ->check(CLI::IsMember({2, 3}))
        ->capture_default_str();
    command.add_option("--perplexity", study.map.perplexity, "About how many neighbours count")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command
        .add_option("--iterations", study.map.iterations,
                    "All of them, the 250 exaggerated ones included")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--compare", arguments.compare, "Model B: the difference A - B is paired");
    command.add_option("--out", arguments.out,
                       "The first seed's points and map: .safetensors, .csv or .npz");
}

} // namespace

void addEmbedCommand(CLI::App& program, Session& session) {
    CLI::App* command =
        addCommand(program, session, "embed",
                   "Lay latent vectors out on a map and measure how evenly they lie",
                   "embed resources/demo/hieratok-photos --data resources/demo/crops --points 500");
    const auto arguments = std::make_shared<EmbedArguments>();
    arguments->study.request.points = 10000;
    addModelOptions(*command, session);
    addOptions(*command, *arguments);
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return embed(session, *arguments); };
    });
}

} // namespace hierascope::cli
