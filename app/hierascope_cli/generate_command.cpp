// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <optional>

#include <CLI/App.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/generation_options.h"
#include "app/hierascope_cli/generation_output.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/pyramid_files.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

struct GenerateArguments {
    SamplingArguments sampling;
    fs::path tokenizer;
    bool isTokensOnly = false;
    std::int64_t count = 1;
    GenerationFiles files;
};

/// The tokenizer that decodes: the one that is named, else the one of the generator's config.
Result<std::shared_ptr<runtime::Tokenizer>>
openTokenizerFor(Session& session, const GenerateArguments& arguments,
                 const runtime::GeneratorInfo& generator) {
    const fs::path path = arguments.tokenizer.empty() ? generator.tokenizer : arguments.tokenizer;
    if (path.empty())
        return failure(ErrorCode::Usage,
                       "The config of generator '" + generator.name +
                           "' names no tokenizer; name one with --tokenizer, or ask for "
                           "--tokens-only.");
    runtime::OpenOptions options = session.openOptions();
    options.config.reset();
    options.overrides.clear();
    auto tokenizer = runtime::openTokenizer(path, options, session.context());
    if (!tokenizer)
        return tokenizer;
    if (const std::string misfit = runtime::misfitOf(generator, (*tokenizer)->info());
        !misfit.empty())
        return failure(ErrorCode::BadData, misfit);
    return tokenizer;
}

/// Writes one image; `files` are its own.
Result<void> generateOne(Session& session, runtime::Generator& generator,
                         runtime::Tokenizer* tokenizer, const runtime::GenerationRequest& request,
                         const GenerationFiles& files) {
    GenerationReport report(session, generator.info(), tokenizer, request, files);
    const auto steps = runtime::stepCount(generator.info(), request.sampling);
    if (!steps)
        return failure(steps);
    const auto generation = generator.start(request);
    if (!generation)
        return failure(generation);
    while (!(*generation)->isFinished()) {
        session.context().report(
            {static_cast<std::int64_t>(report.stepCount()), *steps, "Generating"});
        const auto step = (*generation)->next(session.context());
        if (!step)
            return failure(step);
        if (auto told = report.add(*step, (*generation)->codes()); !told)
            return told;
    }
    return report.finish((*generation)->codes());
}

Result<void> generate(Session& session, const GenerateArguments& arguments) {
    const bool wantsPictures =
        !arguments.files.picture.empty() || !arguments.files.stepsFolder.empty();
    if (arguments.isTokensOnly && wantsPictures)
        return failure(ErrorCode::Usage,
                       "--tokens-only makes no picture for --out or --steps-dir.");
    if (arguments.files.hasEveryLevel && arguments.files.stepsFolder.empty())
        return failure(ErrorCode::Usage, "--every-level says what --steps-dir gets; name that.");
    const auto generator =
        runtime::openGenerator(session.model.model, session.openOptions(), session.context());
    if (!generator)
        return failure(generator);
    if (arguments.files.hasEveryLevel && !(*generator)->info().isDenoiser())
        return failure(ErrorCode::Usage, "--every-level is for a DiT; a step of generator '" +
                                             (*generator)->info().name + "' writes a level.");
    auto request = requestOf(arguments.sampling, (*generator)->info(), session.common.seed);
    if (!request)
        return failure(request);
    std::shared_ptr<runtime::Tokenizer> tokenizer;
    if (!arguments.isTokensOnly && (wantsPictures || !arguments.tokenizer.empty())) {
        auto opened = openTokenizerFor(session, arguments, (*generator)->info());
        if (!opened)
            return failure(opened);
        tokenizer = *std::move(opened);
    }
    for (std::int64_t i = 0; i < arguments.count; ++i) {
        request->sampling.seed = session.common.seed + static_cast<std::uint64_t>(i);
        const GenerationFiles files =
            arguments.count == 1 ? arguments.files : arguments.files.ofSeed(request->sampling.seed);
        if (auto made = generateOne(session, **generator, tokenizer.get(), *request, files); !made)
            return made;
    }
    return {};
}

} // namespace

void addGenerateCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "generate",
                                   "Make the codes or the latent map of an image of a class, "
                                   "step by step, and decode them",
                                   "generate resources/demo/har-fashion --class Sneaker --cfg 2 "
                                   "--out sneaker.png --steps-dir steps");
    const auto arguments = std::make_shared<GenerateArguments>();
    addModelOptions(*command, session);
    addSamplingOptions(*command, arguments->sampling);
    command->add_option("--tokenizer", arguments->tokenizer,
                        "Decodes the codes or the map; without it the one that the config names");
    command->add_flag("--tokens-only", arguments->isTokensOnly,
                      "Codes, or of a DiT the latent map; no picture");
    command->add_option("--count", arguments->count, "How many images: seeds from --seed on")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_option("--steps-dir", arguments->files.stepsFolder,
                        "Folder for a PNG picture after each step; of a DiT, of the clean map "
                        "that it foretells");
    command->add_flag("--every-level", arguments->files.hasEveryLevel,
                      "With --steps-dir: a picture of each level after each step");
    command->add_option("--out", arguments->files.picture,
                        "Write a PNG picture here (several images: -seed-N is added)");
    command->add_option("--tensors", arguments->files.tensors,
                        "Write the tensor codes [T] here, int64; of a DiT latent [C, h, w]");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return generate(session, *arguments); };
    });
}

} // namespace hierascope::cli
