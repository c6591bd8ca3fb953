// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/runtime/influence.h"
#include "widgets/state/attention_state.h"

#include <QString>

/// The words and numbers of the Attention view.
namespace hierascope::widgets {

/// "8 × 8", "Image 16 × 16", "Tokens 33–64".
QString blockName(const runtime::TokenBlock& block);
/// "8 × 8, row 3, column 4": counted from 1, as people do.
QString tokenName(const runtime::TokenBlock& block, std::int64_t token);
/// The block that holds a token of a sequence.
std::size_t blockOf(const std::vector<runtime::TokenBlock>& blocks, std::int64_t token);

/// "0.0213", "2.1e-05", "0".
QString weightText(double weight);
/// "62 %".
QString shareText(double share);
/// "layer 3, head 4" or "layer 3, mean of the heads".
QString headTitle(int layer, int head);
QString partName(runtime::AttentionRequest::Part part);
QString disturbanceName(runtime::Disturbance how);
/// "5.3 MB".
QString megabytesText(std::int64_t bytes);
/// What a rank correlation says, in a sentence.
QString agreementSentence(double agreement);

} // namespace hierascope::widgets
