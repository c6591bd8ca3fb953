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
    GenerationFiles files{withSeed(picture, seed), withSeed(tensors, seed), {}};
    if (!stepsFolder.empty())
        files.stepsFolder = stepsFolder / ("seed-" + std::to_string(seed));
    return files;
}

GenerationReport::GenerationReport(Session& session, const runtime::GeneratorInfo& generator,
                                   runtime::Tokenizer* tokenizer,
                                   const runtime::GenerationRequest& request, GenerationFiles files)
    : m_session(session), m_generator(generator), m_tokenizer(tokenizer), m_request(request),
      m_files(std::move(files)) {}

Result<ImageRgb8> GenerationReport::decode(const std::vector<std::int64_t>& codes) {
    const auto start = std::chrono::steady_clock::now();
    runtime::DecodeOptions options;
    options.keepTokens = static_cast<std::int64_t>(codes.size());
    const auto picture = m_tokenizer->decodeCodes(codes, options, m_session.context().silent());
    m_decodeSeconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!picture)
        return failure(picture);
    return toRgb8(*picture);
}

json GenerationReport::recipe(std::optional<std::int64_t> step) const {
    const runtime::SamplingOptions& sampling = m_request.sampling;
    json recipe = {{"format", 1},
                   {"program", "hierascope_cli " HIERASCOPE_VERSION},
                   {"command", "generate"},
                   {"model", jsonOfFile(m_generator.name, m_generator.path, m_generator.sha256)},
                   {"seed", sampling.seed},
                   {"options",
                    {{"class", m_request.label},
                     {"greedy", sampling.greedy},
                     {"cfg", sampling.guidance},
                     {"cfg_schedule", sampling.schedule.name},
                     {"cfg_schedule_values", sampling.schedule.values},
                     {"cfg_interval", sampling.guidanceInterval},
                     {"temperature", sampling.temperature},
                     {"top_k", sampling.topK},
                     {"top_p", sampling.topP},
                     {"device", m_generator.device},
                     {"dtype", m_session.common.dtype},
                     {"set", m_session.model.overrides}}}};
    if (m_tokenizer != nullptr)
        recipe["tokenizer"] = jsonOfFile(m_tokenizer->info().name, m_tokenizer->info().path,
                                         m_tokenizer->info().sha256);
    if (step)
        recipe["options"]["step"] = *step;
    return recipe;
}

Result<void> GenerationReport::add(const runtime::GeneratedStep& step,
                                   const std::vector<std::int64_t>& codes) {
    json positions = json::array();
    for (std::size_t i = 0; i < step.codes.size(); ++i)
        positions.push_back(step.first + static_cast<std::int64_t>(i));
    m_steps.push_back({{"index", step.index},
                       {"positions", positions},
                       {"codes", step.codes},
                       {"guidance", step.guidance},
                       {"entropy", step.entropy}});
    m_forwardSeconds += step.forwardSeconds;
    m_samplingSeconds += step.samplingSeconds;
    if (m_files.stepsFolder.empty())
        return {};
    if (auto made = makeFolder(m_files.stepsFolder); !made)
        return made;
    const auto picture = decode(codes);
    if (!picture)
        return failure(picture);
    char name[32];
    std::snprintf(name, sizeof name, "step-%03lld.png", static_cast<long long>(step.index));
    return runtime::savePicture(m_files.stepsFolder / name, *picture,
                                {{kRecipeKeyword, jsonText(recipe(step.index))}});
}

void GenerationReport::print(const std::vector<std::int64_t>& codes) const {
    const double total = m_forwardSeconds + m_samplingSeconds + m_decodeSeconds;
    if (m_session.common.asJson) {
        std::cout << jsonText({{"seed", m_request.sampling.seed},
                               {"class", m_request.label},
                               {"codes", codes},
                               {"steps", m_steps},
                               {"seconds", total},
                               {"timing",
                                {{"forward", m_forwardSeconds},
                                 {"sampling", m_samplingSeconds},
                                 {"decode", m_decodeSeconds}}}})
                  << std::endl;
        return;
    }
    std::printf("seed %llu: %zu steps, %zu codes, %.3f s (forward %.3f, sampling %.3f, decode "
                "%.3f)\n",
                static_cast<unsigned long long>(m_request.sampling.seed), m_steps.size(),
                codes.size(), total, m_forwardSeconds, m_samplingSeconds, m_decodeSeconds);
    std::fflush(stdout);
}

Result<void> GenerationReport::finish(const std::vector<std::int64_t>& codes) {
    if (!m_files.tensors.empty()) {
        if (auto saved = runtime::saveCodes(m_files.tensors, codes); !saved)
            return saved;
    }
    if (!m_files.picture.empty()) {
        const auto picture = decode(codes);
        if (!picture)
            return failure(picture);
        if (auto saved = runtime::savePicture(m_files.picture, *picture,
                                              {{kRecipeKeyword, jsonText(recipe({}))}});
            !saved)
            return saved;
    }
    print(codes);
    return {};
}

} // namespace hierascope::cli
