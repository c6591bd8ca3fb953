// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "widgets/state/latent_state.h"
#include "widgets/state/latent_store.h"
#include "widgets/state/services.h"

/// The pieces of work that maps are made of, for worker threads: each short, so that others go
/// between two of them.
namespace hierascope::widgets {

/// How a question is put to the runtime.
runtime::LatentRequest requestOf(const LatentQuestion& question);
runtime::MapOptions optionsOf(const LatentMapping& mapping);

/// Where a gathering stands after one piece.
struct GatherPiece {
    Services::Gathering gathering;
    LatentState::Points points; ///< null before the last piece
    Progress progress;
};

struct GatherWork {
    Services services;
    Services::Tokenizer tokenizer;
    std::vector<std::filesystem::path> data;
    runtime::LatentRequest request;
    Services::Gathering gathering; ///< null: begins
};
/// Encodes images for a moment.
Result<GatherPiece> gatherPiece(GatherWork& work, const TaskContext& context);

/// Where a map stands after one piece.
struct MapPiece {
    Services::Map map;
    std::int64_t planned = 0;
    LatentState::Frame frame;
    LatentState::Frame aligned; ///< `frame` turned towards the map of A; null where it is not
    runtime::MapSeconds seconds;
};

struct MapWork {
    Services services;
    LatentState::Points points;
    LatentMapping mapping;
    Services::Map map; ///< null: finds neighbours first
    bool isRestart = false;
    std::int64_t planned = 0;     ///< that `map` was told
    std::int64_t done = 0;        ///< iterations of `map`
    LatentState::Frame alignTo{}; ///< the map of A with the same points
    int milliseconds = 95;        ///< ten frames a second
};
/// Begins a map, or goes on with it for a moment; a stop keeps what there is.
Result<MapPiece> mapPiece(MapWork& work, const TaskContext& context);

/// Turns a map towards another one; null where that fails.
LatentState::Frame alignedFrame(const Services& services, const LatentState::Frame& to,
                                const LatentState::Frame& frame);

} // namespace hierascope::widgets
