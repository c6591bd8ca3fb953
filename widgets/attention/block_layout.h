// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/runtime/attention.h"

#include <QRectF>

namespace hierascope::widgets {

/// Where a block is painted, and where its name stands under it.
struct BlockPlace {
    QRectF grid;
    QRectF label;
};

/// Places blocks in an area: the one in space with most tokens as large as it goes, the coarser
/// ones before it, rows of tokens without a place in the image under them.
///
/// @param lineHeight of a line of text, pixels
/// @return           one for each block, in their order
std::vector<BlockPlace> placeBlocks(const std::vector<runtime::TokenBlock>& blocks,
                                    const QRectF& area, double lineHeight);

} // namespace hierascope::widgets
