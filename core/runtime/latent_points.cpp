// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/latent_points.h"

#include "core/runtime/guard.h"
#include "core/runtime/latent_pass.h"

namespace hierascope::runtime {

Result<std::shared_ptr<LatentGathering>>
gatherLatents(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
              const LatentRequest& request) {
    return guarded([&]() -> Result<std::shared_ptr<LatentGathering>> {
        auto pass = LatentPass::start(std::move(model), data, request, 1);
        if (!pass)
            return failure(pass);
        return std::shared_ptr<LatentGathering>(*std::move(pass));
    });
}

Result<LatentPoints> gatherAll(LatentGathering& gathering, const TaskContext& context) {
    while (!gathering.isFinished()) {
        const auto done = gathering.next(1, context);
        if (done)
            continue;
        if (done.error().code != ErrorCode::Cancelled)
            return failure(done);
        auto points = gathering.points();
        return points ? points : Result<LatentPoints>(cancelled());
    }
    return gathering.points();
}

} // namespace hierascope::runtime
