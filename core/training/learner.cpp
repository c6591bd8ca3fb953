// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learner.h"

#include <limits>
#include <utility>

#include <ATen/Context.h>

#include "core/training/batch_source.h"
#include "core/training/dit_learner.h"
#include "core/training/gpt_learner.h"
#include "core/training/hieratok_learner.h"
#include "core/training/restok_learner.h"
#include "core/training/schedule.h"

namespace hierascope::training {

Batch partOf(const Batch& batch, std::int64_t part, std::int64_t parts) {
    Batch cut;
    cut.step = batch.step;
    cut.part = part;
    cut.parts = parts;
    for (at::Tensor Batch::*field : {&Batch::images, &Batch::keep, &Batch::codes, &Batch::labels,
                                     &Batch::latents, &Batch::spread, &Batch::times}) {
        const at::Tensor& whole = batch.*field;
        if (whole.defined())
            cut.*field =
                parts == 1 ? whole
                           : whole.narrow(0, part * (whole.size(0) / parts), whole.size(0) / parts);
    }
    return cut;
}

std::vector<std::int64_t> Learner::positionsOf(std::int64_t step) const {
    const std::int64_t parts = m_config.training.accumulate;
    const std::int64_t rows = shareSize() / parts;
    std::vector<std::int64_t> positions;
    for (std::int64_t part = 0; part < parts; ++part) {
        const std::int64_t first =
            step * m_config.training.batchSize + (part * m_processes + m_rank) * rows;
        for (std::int64_t row = 0; row < rows; ++row)
            positions.push_back(first + row);
    }
    return positions;
}

double Learner::learningRate(std::int64_t step) const {
    return training::learningRate(m_config.training, step);
}

Result<std::shared_ptr<const io::ImageDataset>>
Learner::openPictures(const std::filesystem::path& data) const {
    return training::openPictures(data, m_config.brokenShare);
}

std::unique_ptr<BatchRing> Learner::makeBatches(std::shared_ptr<const io::ImageDataset> data,
                                                std::int64_t side) const {
    BatchSource source(std::move(data), static_cast<int>(side), m_config.training.seed,
                       m_config.crops);
    const auto make = [this, source = std::move(source),
                       isPinned = m_device.is_cuda()](std::int64_t step) {
        auto pictures = source.pictures(positionsOf(step));
        if (pictures && isPinned)
            *pictures = pictures->pin_memory();
        return pictures;
    };
    return std::make_unique<BatchRing>(make, m_config.inputThreads);
}

double Learner::figureOf(const StepMetrics& figures, const std::string& name) {
    const auto found = figures.find(name);
    return found == figures.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

Result<std::unique_ptr<Learner>> makeLearner(const runs::TrainConfig& config, at::Device device) {
    at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/true);
    at::manual_seed(config.training.seed);
    const auto& family = config.model["family"];
    if (family == "hieratok")
        return HieraTokLearner::create(config, device);
    if (family == "dit")
        return DitLearner::create(config, device);
    if (family == "gpt")
        return GptLearner::create(config, device);
    if (family == "restok")
        return ResTokLearner::create(config, device);
    return failure(ErrorCode::BadData, "Field 'family' is " + family.dump() +
                                           ", expected a family that can be trained.");
}

} // namespace hierascope::training
