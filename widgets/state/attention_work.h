// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/influence.h"
#include "core/runtime/tokenizer.h"
#include "widgets/state/attention_state.h"

/// The pieces of work of the Attention view, for the engine's thread.
namespace hierascope::widgets {

struct RecordedPart {
    std::shared_ptr<runtime::AttentionRecord> record; ///< null where the model has no attention
    std::shared_ptr<const AttentionOutline> outline;
};
/// One forward pass; where a model has not the part asked for, its first.
Result<RecordedPart> recordPart(runtime::Tokenizer& tokenizer, const ImageRgb8& image,
                                runtime::AttentionRequest::Part part, const TaskContext& context);

/// @param asking the token's place in the sequence of each layer
Result<TokenWeights> tokenWeights(const runtime::AttentionRecord& record,
                                  const std::vector<std::int64_t>& asking, bool isRead,
                                  const TaskContext& context);

/// @param head from 0, or -1 for the mean of all
Result<AttentionMatrix> attentionMatrix(const runtime::AttentionRecord& record, std::int64_t layer,
                                        int head, const TaskContext& context);

struct InfluenceWork {
    runtime::TokenSequence sequence;
    TokenRef token;
    runtime::Disturbance how = runtime::Disturbance::Zero;
    std::uint64_t seed = 0;
    int rows = 0;    ///< of the cells where a level's picture is of the whole image, else 0
    int columns = 0; ///< of the cells where a level's picture is of the whole image, else 0
};
Result<InfluenceContent> influenceContent(runtime::Tokenizer& tokenizer, const InfluenceWork& work,
                                          const TaskContext& context);

} // namespace hierascope::widgets
