// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/table_text.h"
#include "widgets/state/codebook_state.h"

/// The numbers of the Codebook view as tables.
namespace hierascope::widgets {

/// Used, dead, usage and entropy of all and of each level, of A and, where it is there, of B.
TextTable usageTable(const CodebookState& codebook);
/// Mean, deviation, posterior spread and KL share of each channel of A.
TextTable channelTable(const CodebookState& codebook);
/// How many tokens of the current image differ between A and B, per level; empty where the two
/// have no codes that can be compared.
TextTable differenceTable(const ViewState& state);
/// The table as rich text for a label.
QString richText(const TextTable& table);

} // namespace hierascope::widgets
