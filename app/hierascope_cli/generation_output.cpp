// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/generation_output.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <utility>

#include "app/hierascope_cli/output.h"
#include "core/runtime/pictures.h"
#include "core/runtime/pyramid_files.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path withSeed(const fs::path& path, std::uint64_t seed) {
    if (path.empty())
        return path;
    return path.parent_path() /
           (path.stem().string() + "-seed-" + std::to_string(seed) + path.extension().string());
}

} // namespace

GenerationFiles GenerationFiles::ofSeed(std::uint64_t seed) const {
    GenerationFiles files{withSeed(picture, seed), withSeed(tensors, seed), {}, hasEveryLevel};
    if (!stepsFolder.empty())
        files.stepsFolder = stepsFolder / ("seed-" + std::to_string(seed));
    return files;
}

GenerationReport::GenerationReport(Session& session, const runtime::GeneratorInfo& generator,
                                   runtime::Tokenizer* tokenizer,
                                   const runtime::GenerationRequest& request, GenerationFiles files)
    : m_session(session), m_generator(generator), m_tokenizer(tokenizer), m_request(request),
      m_files(std::move(files)) {}

Result<ImageRgb8> GenerationReport::decode(const Made& made, std::optional<std::int64_t> levels) {
    const auto start = std::chrono::steady_clock::now();
    const TaskContext context = m_session.context().silent();
    runtime::DecodeOptions options;
    options.keepLevels = levels;
    if (!m_generator.isDenoiser() && !levels)
        options.keepTokens = static_cast<std::int64_t>(made.codes.size());
    const auto picture = m_generator.isDenoiser()
                             ? m_tokenizer->decode(made.latent, options, context)
                             : m_tokenizer->decodeCodes(made.codes, options, context);
    m_decodeSeconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!picture)
        return failure(picture);
    return toRgb8(*picture);
}

/// Of the options those that this kind of generator reads.
json GenerationReport::samplingOptions() const {
    const runtime::SamplingOptions& sampling = m_request.sampling;
    json options = {{"class", m_request.label},
                    {"cfg", sampling.guidance},
                    {"cfg_schedule", sampling.schedule.name},
                    {"cfg_schedule_values", sampling.schedule.values},
                    {"cfg_interval", sampling.guidanceInterval},
                    {"device", m_generator.device},
                    {"dtype", m_session.common.dtype},
                    {"set", m_session.model.overrides}};
    if (m_generator.isDenoiser()) {
        const runtime::DenoisingOptions& denoising = sampling.denoising;
        options.update({{"sampler", denoising.sampler},
                        {"steps", denoising.steps},
                        {"respacing", denoising.respacing},
                        {"eta", denoising.eta},
                        {"clip", denoising.isClipped},
                        {"cfg_channels", denoising.guidesThree ? "3" : "all"},
                        {"cfg_from", denoising.guidedFrom},
                        {"cfg_to", denoising.guidedTo},
                        {"noise", m_request.noise ? "file" : "seed"}});
        return options;
    }
    options.update({{"greedy", sampling.greedy},
                    {"temperature", sampling.temperature},
                    {"top_k", sampling.topK},
                    {"top_p", sampling.topP}});
    return options;
}

json GenerationReport::recipe(std::optional<std::int64_t> step) const {
    json recipe = {{"format", 1},
                   {"program", "hierascope_cli " HIERASCOPE_VERSION},
                   {"command", "generate"},
                   {"model", jsonOfFile(m_generator.name, m_generator.path, m_generator.sha256)},
                   {"seed", m_request.sampling.seed},
                   {"options", samplingOptions()}};
    if (m_tokenizer != nullptr)
        recipe["tokenizer"] = jsonOfFile(m_tokenizer->info().name, m_tokenizer->info().path,
                                         m_tokenizer->info().sha256);
    if (step)
        recipe["options"]["step"] = *step;
    return recipe;
}

Result<void> GenerationReport::saveStep(const runtime::GeneratedStep& step) {
    if (auto made = makeFolder(m_files.stepsFolder); !made)
        return made;
    char name[32];
    std::snprintf(name, sizeof name, "step-%03lld", static_cast<long long>(step.index));
    const auto save = [&](const std::string& file, std::optional<std::int64_t> levels) {
        const auto picture = decode(m_made, levels);
        return picture ? runtime::savePicture(m_files.stepsFolder / (file + ".png"), *picture,
                                              {{kRecipeKeyword, jsonText(recipe(step.index))}})
                       : Result<void>(failure(picture));
    };
    if (!m_files.hasEveryLevel)
        return save(name, {});
    const auto& levels = m_tokenizer->info().levels;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        char number[40];
        std::snprintf(number, sizeof number, "-level-%02zu_", level);
        if (auto saved =
                save(name + (number + levels[level].name), static_cast<std::int64_t>(level) + 1);
            !saved)
            return saved;
    }
    return {};
}

Result<void> GenerationReport::add(const runtime::GeneratedStep& step,
                                   const std::vector<std::int64_t>& codes) {
    json line = {{"index", step.index}, {"guidance", step.guidance}};
    if (m_generator.isDenoiser()) {
        line["time"] = step.time;
        line["noise"] = step.noise;
    } else {
        json positions = json::array();
        for (std::size_t i = 0; i < step.codes.size(); ++i)
            positions.push_back(step.first + static_cast<std::int64_t>(i));
        line.update({{"positions", positions}, {"codes", step.codes}, {"entropy", step.entropy}});
    }
    m_steps.push_back(std::move(line));
    m_forwardSeconds += step.forwardSeconds;
    m_samplingSeconds += step.samplingSeconds;
    m_made = {codes, step.latent};
    return m_files.stepsFolder.empty() ? Result<void>() : saveStep(step);
}

void GenerationReport::print() const {
    const double total = m_forwardSeconds + m_samplingSeconds + m_decodeSeconds;
    if (m_session.common.asJson) {
        json told = {{"seed", m_request.sampling.seed},
                     {"class", m_request.label},
                     {"steps", m_steps},
                     {"seconds", total},
                     {"timing",
                      {{"forward", m_forwardSeconds},
                       {"sampling", m_samplingSeconds},
                       {"decode", m_decodeSeconds}}}};
        if (!m_generator.isDenoiser())
            told["codes"] = m_made.codes;
        std::cout << jsonText(told) << std::endl;
        return;
    }
    const bool isMap = m_generator.isDenoiser();
    std::printf("seed %llu: %zu steps, %zu %s, %.3f s (forward %.3f, sampling %.3f, decode "
                "%.3f)\n",
                static_cast<unsigned long long>(m_request.sampling.seed), m_steps.size(),
                isMap ? m_made.latent.size() : m_made.codes.size(),
                isMap ? "latent numbers" : "codes", total, m_forwardSeconds, m_samplingSeconds,
                m_decodeSeconds);
    std::fflush(stdout);
}

Result<void> GenerationReport::finish(const std::vector<std::int64_t>& codes) {
    m_made.codes = codes;
    if (!m_files.tensors.empty()) {
        auto saved = m_generator.isDenoiser()
                         ? runtime::saveLatent(m_files.tensors, m_made.latent, m_generator)
                         : runtime::saveCodes(m_files.tensors, codes);
        if (!saved)
            return saved;
    }
    if (!m_files.picture.empty()) {
        const auto picture = decode(m_made);
        if (!picture)
            return failure(picture);
        if (auto saved = runtime::savePicture(m_files.picture, *picture,
                                              {{kRecipeKeyword, jsonText(recipe({}))}});
            !saved)
            return saved;
    }
    print();
    return {};
}

} // namespace hierascope::cli
