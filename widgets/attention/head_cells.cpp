// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/head_cells.h"

#include "widgets/attention/heat.h"

namespace hierascope::widgets {

std::vector<HeadGrid::Cell> headCells(const AttentionState& attention, Side side, int layer) {
    std::vector<HeadGrid::Cell> cells;
    const AttentionState::Shown& shown = attention.at(side);
    if (!attention.isReady(side))
        return cells;
    const AttentionOutline& outline = *shown.outline;
    for (int of = 0; of < int(outline.layers); ++of) {
        if (layer >= 0 && of != layer)
            continue;
        const auto& blocks = outline.blocks[std::size_t(of)];
        const runtime::TokenBlock* block = nullptr;
        if (shown.weights) {
            const auto mean = weightsOfHead(shown.weights->layers[std::size_t(of)], outline.heads,
                                            AttentionChoice::kAllHeads);
            block = &blocks[thumbBlock(blocks, mean)];
        }
        for (int head = 0; head < int(outline.heads); ++head) {
            HeadGrid::Cell cell;
            cell.layer = of;
            cell.head = head;
            cell.isCurrent = of == attention.layer(side) && head == attention.head(side);
            if (const auto& summary = shown.summaries[std::size_t(of)])
                cell.figures = summary->heads[std::size_t(head)];
            if (block != nullptr) {
                const auto weights =
                    weightsOfHead(shown.weights->layers[std::size_t(of)], outline.heads, head);
                const auto part = partOf(weights, *block);
                cell.heat = heatOf(part, block->rows, block->columns, largestOf(part));
            }
            cells.push_back(std::move(cell));
        }
    }
    sortCells(cells, attention.choice().order);
    return cells;
}

} // namespace hierascope::widgets
