// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/codebook.h"

#include <algorithm>

#include "core/io/dataset.h"
#include "core/metrics/codebook_usage.h"
#include "core/runtime/guard.h"

namespace hierascope::runtime {

namespace {

constexpr std::size_t kMostComplaints = 100;

void count(const std::vector<std::int64_t>& codes, CodeCounts& target) {
    for (const std::int64_t code : codes)
        ++target.counts[static_cast<std::size_t>(code)];
}

void finish(CodeCounts& counts) {
    const metrics::CodebookUsage usage = metrics::codebookUsage(counts.counts);
    counts.used = usage.used;
    counts.entropyBits = usage.entropyBits;
}

} // namespace

Result<CodebookStatistics> measureCodebook(Tokenizer& model, const std::filesystem::path& data,
                                           std::int64_t images, const TaskContext& context) {
    return guarded([&]() -> Result<CodebookStatistics> {
        const ModelInfo& info = model.info();
        if (info.codebookSize == 0)
            return failure(ErrorCode::Usage, "Model '" + info.name + "' of the family " +
                                                 info.family + " has no codebook.");
        const auto dataset = io::openDataset(data);
        if (!dataset)
            return failure(dataset);
        CodebookStatistics statistics;
        statistics.size = info.codebookSize;
        const std::vector<std::int64_t> none(static_cast<std::size_t>(info.codebookSize), 0);
        statistics.all.counts = none;
        for (const LevelInfo& level : info.levels)
            statistics.levels.push_back({level.name, none, 0, 0.0});
        const std::int64_t total =
            images > 0 ? std::min(images, (*dataset)->size()) : (*dataset)->size();
        for (std::int64_t i = 0; i < total; ++i) {
            throwIfStopped(context);
            context.report({i, total, "Counting codes"});
            const auto image = (*dataset)->image(i);
            if (!image) {
                if (statistics.complaints.size() < kMostComplaints)
                    statistics.complaints.push_back(image.error().message);
                continue;
            }
            const auto pyramid = model.encode(*image, {false, 0, false}, context.silent());
            if (!pyramid)
                return failure(pyramid);
            for (std::size_t level = 0; level < pyramid->levels.size(); ++level) {
                const auto& codes = pyramid->levels[level].codes;
                count(codes, statistics.levels[level]);
                count(codes, statistics.all);
                statistics.tokens += static_cast<std::int64_t>(codes.size());
            }
            ++statistics.images;
        }
        context.report({total, total, "Counting codes"});
        if (statistics.images == 0)
            return failure(ErrorCode::BadData,
                           "Data set '" + data.string() + "' holds no image that can be read.");
        finish(statistics.all);
        for (CodeCounts& level : statistics.levels)
            finish(level);
        return statistics;
    });
}

} // namespace hierascope::runtime
