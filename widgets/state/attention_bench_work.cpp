// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "widgets/state/attention_bench.h"
#include "widgets/state/attention_work.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

#include <QTimer>

// The tasks of the bench: what each computes, and what becomes of it.
namespace hierascope::widgets {

namespace {

constexpr std::size_t kMostFailures = 64;

template <typename T>
Result<std::shared_ptr<const T>> shared(Result<T> result) {
    if (!result)
        return failure(result);
    return std::make_shared<const T>(std::move(*result));
}

/// The tokens of all levels of what is shown, as a decoder receives them.
runtime::TokenSequence sequenceOf(const PyramidContent& content) {
    const runtime::TokenPyramid& pyramid = content.reconstruction.pyramid;
    return {pyramid.levels, pyramid.masked};
}

} // namespace

template <typename Work, typename Finish>
void AttentionBench::work(const Job& job, const QString& title, Work work, Finish finish) {
    m_working = job.key;
    m_task.start(m_runner, this, title, std::move(work),
                 [this, key = job.key, finish = std::move(finish)](auto result) {
                     m_working.clear();
                     if (result) {
                         finish(std::move(*result));
                     } else {
                         if (m_failures.size() >= kMostFailures)
                             m_failures.clear();
                         m_failures[key] = result.error();
                     }
                     showAll();
                     m_isDue = true;
                     QTimer::singleShot(0, this, &AttentionBench::advance);
                 });
}

void AttentionBench::start(const Job& job) {
    if (job.need == Need::Record)
        return record(job);
    if (job.need == Need::Audit)
        return audit(job);
    AttentionEntry& entry = *m_store.find(partKey(job.side));
    switch (job.need) {
    case Need::Weights:
        return readWeights(job, entry);
    case Need::Summary:
        return summarise(job, entry);
    case Need::Matrix:
        return readMatrix(job, entry);
    case Need::Influence:
        return measureInfluence(job, entry);
    default:
        return;
    }
}

void AttentionBench::record(const Job& job) {
    const auto tokenizer = m_models.tokenizer(m_state.contentSubject(job.side).model);
    work(
        job, tr("Recording attention"),
        [tokenizer, content = m_state.content(job.side),
         part = m_attention.choice().partShown()](const TaskContext& context) {
            return recordPart(*tokenizer, content->reconstruction.input, part, context);
        },
        [this, key = job.key](RecordedPart recorded) {
            m_store.keep(key, std::move(recorded.record), std::move(recorded.outline));
        });
}

void AttentionBench::readWeights(const Job& job, AttentionEntry& entry) {
    const auto& outline = *entry.outline;
    std::vector<std::int64_t> tokens;
    const auto& asking = m_attention.at(job.side).asking;
    for (std::size_t layer = 0; layer < asking.size(); ++layer)
        tokens.push_back(asking[layer] ? outline.blocks[layer][asking[layer]->block].first +
                                             asking[layer]->token
                                       : 0);
    work(
        job, tr("Reading a token's attention"),
        [record = entry.record, tokens = std::move(tokens),
         isRead = m_attention.choice().showsReaders()](const TaskContext& context) {
            return shared(tokenWeights(*record, tokens, isRead, context));
        },
        [this, part = entry.key,
         key = tokenKey(job.side)](std::shared_ptr<const TokenWeights> weights) {
            if (AttentionEntry* of = m_store.find(part))
                of->weights.keep(key, std::move(weights));
        });
}

void AttentionBench::summarise(const Job& job, AttentionEntry& entry) {
    work(
        job, tr("Summing up the attention of a layer"),
        [record = entry.record, layer = job.layer](const TaskContext& context) {
            return shared(record->summary(layer, context));
        },
        [this, part = entry.key,
         layer = job.layer](std::shared_ptr<const runtime::LayerSummary> summary) {
            if (AttentionEntry* of = m_store.find(part))
                of->summaries[std::size_t(layer)] = std::move(summary);
        });
}

void AttentionBench::readMatrix(const Job& job, AttentionEntry& entry) {
    work(
        job, tr("Reading the attention of a layer"),
        [record = entry.record, layer = job.layer,
         head = m_attention.head(job.side)](const TaskContext& context) {
            return shared(attentionMatrix(*record, layer, head, context));
        },
        [this, part = entry.key,
         key = matrixKey(job.side)](std::shared_ptr<const AttentionMatrix> matrix) {
            if (AttentionEntry* of = m_store.find(part))
                of->matrices.keep(key, std::move(matrix));
        });
}

void AttentionBench::measureInfluence(const Job& job, const AttentionEntry& entry) {
    const auto content = m_state.content(job.side);
    const auto info = m_state.modelInfo(job.side);
    InfluenceWork of;
    of.sequence = sequenceOf(*content);
    of.token = *disturbed(*entry.outline);
    of.how = m_attention.choice().disturbance;
    if (info && info->isPrefixed) // every picture is of the whole image: cells as the decoder's
        for (const runtime::TokenBlock& block : entry.outline->blocks.back())
            if (block.level < 0) {
                of.rows = block.rows;
                of.columns = block.columns;
            }
    const auto tokenizer = m_models.tokenizer(m_state.contentSubject(job.side).model);
    work(
        job, tr("Measuring a token's influence"),
        [tokenizer, of = std::move(of)](const TaskContext& context) {
            return shared(influenceContent(*tokenizer, of, context));
        },
        [this, key = job.key](std::shared_ptr<const InfluenceContent> influence) {
            m_store.influences.keep(key, std::move(influence));
        });
}

void AttentionBench::audit(const Job& job) {
    constexpr std::uint64_t kSeed = 0;
    const auto tokenizer = m_models.tokenizer(m_state.contentSubject(job.side).model);
    work(
        job, tr("Auditing the mask"),
        [tokenizer, content = m_state.content(job.side)](const TaskContext& context) {
            return shared(runtime::auditMask(*tokenizer, sequenceOf(*content), kSeed, context));
        },
        [this, key = job.key](std::shared_ptr<const runtime::MaskAudit> audit) {
            m_store.audits.keep(key, std::move(audit));
        });
}

} // namespace hierascope::widgets
