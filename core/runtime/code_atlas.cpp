// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/code_atlas.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/metrics/codebook_usage.h"
#include "core/runtime/guard.h"
#include "core/runtime/image_list.h"
#include "core/runtime/pictures.h"

namespace hierascope::runtime {

namespace {

void finish(CodeCounts& counts) {
    const metrics::CodebookUsage usage = metrics::codebookUsage(counts.counts);
    counts.used = usage.used;
    counts.entropyBits = usage.entropyBits;
}

class Pass final : public CodeAtlasPass {
public:
    Pass(std::shared_ptr<Tokenizer> model, ImageList images, const CodeAtlasRequest& request)
        : m_model(std::move(model)), m_list(std::move(images)), m_request(request),
          m_total(request.images > 0 ? std::min(request.images, m_list.size()) : m_list.size()) {
        const ModelInfo& info = m_model->info();
        CodebookStatistics& statistics = m_atlas.statistics;
        statistics.size = info.codebookSize;
        const std::vector<std::int64_t> none(static_cast<std::size_t>(info.codebookSize), 0);
        statistics.all.counts = none;
        for (const LevelInfo& level : info.levels)
            statistics.levels.push_back({level.name, none, 0, 0.0});
        m_atlas.places.resize(none.size());
        m_atlas.dataName = m_list.description();
    }

    std::int64_t done() const override { return m_done; }
    std::int64_t total() const override { return m_total; }

    Result<void> next(std::int64_t images, const TaskContext& context) override {
        return takeNext(m_done, m_total, images, context,
                        [&](std::int64_t index) { return use(index, context); });
    }

    Result<CodeAtlas> atlas() const override {
        if (m_atlas.images.empty())
            return failure(ErrorCode::BadData,
                           m_atlas.skipped.empty()
                               ? "There is no image to count the codes of."
                               : "There is no usable image: " + m_atlas.skipped.front().reason);
        CodeAtlas atlas = m_atlas;
        atlas.isComplete = isFinished();
        finish(atlas.statistics.all);
        for (CodeCounts& level : atlas.statistics.levels)
            finish(level);
        return atlas;
    }

private:
    Result<void> use(std::int64_t index, const TaskContext& context) {
        const auto image = m_list.image(index);
        if (!image) {
            m_atlas.skipped.push_back({m_list.name(index), image.error().message});
            return {};
        }
        const auto pyramid = m_model->encode(*image, {false, 0, false}, context.silent());
        if (!pyramid)
            return failure(pyramid);
        LatentImage entry{m_list.name(index), m_list.file(index), m_list.label(index), -1.0, {}};
        if (m_request.thumbnail > 0)
            entry.thumbnail = thumbnailOf(m_model->preprocess(*image), m_request.thumbnail);
        m_atlas.images.push_back(std::move(entry));
        count(*pyramid);
        return {};
    }

    void count(const TokenPyramid& pyramid) {
        CodebookStatistics& statistics = m_atlas.statistics;
        const auto image = static_cast<std::int32_t>(m_atlas.images.size()) - 1;
        std::vector<std::int32_t> seen;
        for (std::size_t level = 0; level < pyramid.levels.size(); ++level) {
            const std::vector<std::int64_t>& codes = pyramid.levels[level].codes;
            for (std::size_t token = 0; token < codes.size(); ++token) {
                const auto code = static_cast<std::size_t>(codes[token]);
                ++statistics.all.counts[code];
                // The first few of every level: how many there were says the level's own count.
                if (statistics.levels[level].counts[code]++ < m_request.placesPerLevel)
                    m_atlas.places[code].push_back({image, static_cast<std::int32_t>(level),
                                                    static_cast<std::int32_t>(token)});
                seen.push_back(static_cast<std::int32_t>(code));
            }
            statistics.tokens += static_cast<std::int64_t>(codes.size());
        }
        ++statistics.images;
        std::ranges::sort(seen);
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        m_atlas.codesOfImage.push_back(std::move(seen));
    }

    std::shared_ptr<Tokenizer> m_model;
    ImageList m_list;
    CodeAtlasRequest m_request;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
    CodeAtlas m_atlas;
};

} // namespace

Result<std::shared_ptr<CodeAtlasPass>>
startCodeAtlas(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
               const CodeAtlasRequest& request) {
    const ModelInfo& info = model->info();
    if (info.codebookSize == 0)
        return failure(ErrorCode::Usage, "Model '" + info.name + "' of the family " + info.family +
                                             " has no codebook.");
    auto images = ImageList::open(data);
    if (!images)
        return failure(images);
    return std::make_shared<Pass>(std::move(model), std::move(*images), request);
}

std::vector<CodeCompany> companyOf(const CodeAtlas& atlas, std::int64_t code, std::size_t most) {
    std::unordered_map<std::int32_t, std::int64_t> together;
    std::unordered_map<std::int32_t, std::int64_t> inAll;
    std::int64_t own = 0;
    for (const std::vector<std::int32_t>& codes : atlas.codesOfImage) {
        const bool holds = std::ranges::binary_search(codes, static_cast<std::int32_t>(code));
        own += holds ? 1 : 0;
        for (const std::int32_t other : codes) {
            ++inAll[other];
            if (holds && other != code)
                ++together[other];
        }
    }
    std::vector<CodeCompany> company;
    const auto images = static_cast<double>(atlas.codesOfImage.size());
    for (const auto& [other, count] : together)
        if (count >= 2)
            company.push_back({other, count,
                               static_cast<double>(count) * images /
                                   (static_cast<double>(own) * static_cast<double>(inAll[other]))});
    std::ranges::sort(company, [](const CodeCompany& a, const CodeCompany& b) {
        return a.lift != b.lift       ? a.lift > b.lift
               : a.images != b.images ? a.images > b.images
                                      : a.code < b.code;
    });
    company.resize(std::min(company.size(), most));
    return company;
}

std::vector<NearCode> nearestCodes(std::span<const float> vectors, std::int64_t width,
                                   std::int64_t code, std::size_t most) {
    const auto columns = static_cast<std::size_t>(width);
    const auto rowOf = [&](std::size_t row) { return vectors.subspan(row * columns, columns); };
    const auto own = rowOf(static_cast<std::size_t>(code));
    std::vector<NearCode> near;
    for (std::size_t row = 0; row < vectors.size() / columns; ++row) {
        if (row == static_cast<std::size_t>(code))
            continue;
        double square = 0.0;
        for (std::size_t i = 0; i < columns; ++i) {
            const double off = static_cast<double>(rowOf(row)[i]) - static_cast<double>(own[i]);
            square += off * off;
        }
        near.push_back({static_cast<std::int32_t>(row), std::sqrt(square)});
    }
    most = std::min(most, near.size());
    std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(most),
                              [](const NearCode& a, const NearCode& b) {
                                  return a.distance != b.distance ? a.distance < b.distance
                                                                  : a.code < b.code;
                              });
    near.resize(most);
    return near;
}

Result<TokenPaint> paintOf(Tokenizer& model, const TokenSequence& sequence, int level,
                           std::int64_t token, const TaskContext& context) {
    std::int64_t position = token;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < sequence.levels.size(); ++i) {
        if (i < static_cast<std::size_t>(level))
            position += sequence.levels[i].level.tokens();
        count += sequence.levels[i].level.tokens();
    }
    const auto picture = [&](bool isAlone) {
        TokenSequence masked = sequence;
        masked.masked.assign(static_cast<std::size_t>(count), isAlone ? 1 : 0);
        masked.masked[static_cast<std::size_t>(position)] = isAlone ? 0 : 1;
        return model.decodeTokens(masked, {}, context);
    };
    auto alone = picture(true);
    if (!alone)
        return failure(alone);
    const auto without = picture(false);
    if (!without)
        return failure(without);
    auto with = model.decodeTokens(sequence, {}, context);
    if (!with)
        return failure(with);
    TokenPaint paint{std::move(alone->front()), std::move(with->front())};
    for (std::size_t i = 0; i < paint.inPlace.planes.size(); ++i)
        paint.inPlace.planes[i] -= without->front().planes[i];
    return paint;
}

} // namespace hierascope::runtime
