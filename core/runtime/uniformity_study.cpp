// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/uniformity_study.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/analysis/student_t.h"
#include "core/runtime/guard.h"
#include "core/runtime/latent_pass.h"

namespace hierascope::runtime {

namespace {

constexpr double kConfidence = 0.95;

bool isStop(const Error& error) {
    return error.code == ErrorCode::Cancelled;
}

/// One seed's map, told of as a part of the whole study.
class SeedRun {
public:
    SeedRun(const UniformityStudy& study, std::int64_t seed, const TaskContext& context)
        : m_study(study), m_seed(seed), m_context(context) {}

    /// @param reached the map as far as it came, also where it was stopped
    Result<Uniformity> run(const LatentPoints& points, MapFrame& reached) const {
        MapOptions options = m_study.map;
        options.seed = m_study.map.seed + static_cast<std::uint64_t>(m_seed);
        report(0);
        const auto map = startMap(points.values, points.width, options, m_context.silent());
        if (!map)
            return failure(map);
        const auto moved = (*map)->advance(
            options.iterations,
            m_context.reportingTo([this](const Progress& progress) { report(progress.done); }));
        reached = (*map)->frame();
        if (!moved)
            return failure(moved);
        return measureUniformity(reached.coordinates, reached.dimensions, m_context.silent());
    }

private:
    void report(std::int64_t iteration) const {
        m_context.report(
            {m_seed * m_study.map.iterations + iteration, m_study.seeds * m_study.map.iterations,
             "Map of seed " + std::to_string(m_seed + 1) + " of " + std::to_string(m_study.seeds)});
    }

    const UniformityStudy& m_study;
    std::int64_t m_seed;
    const TaskContext& m_context;
};

Result<UniformityResult> runStudy(LatentPass& pass, const ModelInfo& info,
                                  const UniformityStudy& study, const TaskContext& context,
                                  UniformityMap* firstMap) {
    UniformityResult result;
    result.modelName = info.name;
    result.modelHash = info.sha256;
    while (!pass.isFinished()) {
        const auto encoded = pass.next(1, context);
        if (encoded)
            continue;
        if (!isStop(encoded.error()))
            return failure(encoded);
        break;
    }
    for (std::int64_t seed = 0; seed < study.seeds; ++seed) {
        auto points = pass.points(static_cast<std::size_t>(seed));
        if (!points)
            return context.stopRequested() ? Result<UniformityResult>(cancelled())
                                           : failure(points);
        UniformityMap map;
        map.points = *std::move(points);
        if (seed == 0) {
            result.dataName = map.points.dataName;
            result.skipped = map.points.skipped;
            result.points = map.points.count();
            result.images = static_cast<std::int64_t>(map.points.images.size());
        }
        auto uniformity = context.stopRequested()
                              ? Result<Uniformity>(cancelled())
                              : SeedRun(study, seed, context).run(map.points, map.frame);
        if (!uniformity && !isStop(uniformity.error()))
            return failure(uniformity);
        if (uniformity) {
            result.seeds.push_back(study.request.seed + static_cast<std::uint64_t>(seed));
            result.cv.add(uniformity->cv);
            result.gini.add(uniformity->gini);
            result.entropy.add(uniformity->entropy);
            result.kl.add(map.frame.kl);
            map.uniformity = *std::move(uniformity);
        } else {
            result.isComplete = false;
        }
        if (seed == 0 && firstMap != nullptr)
            *firstMap = std::move(map);
        if (!result.isComplete)
            break;
    }
    return result;
}

} // namespace

void SeedFigure::add(double value) {
    values.push_back(value);
    const auto count = static_cast<double>(values.size());
    mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double each : values)
        squares += (each - mean) * (each - mean);
    deviation = values.size() < 2 ? 0.0 : std::sqrt(squares / (count - 1.0));
}

Result<UniformityResult> runUniformityStudy(std::shared_ptr<Tokenizer> model,
                                            const std::vector<std::filesystem::path>& data,
                                            const UniformityStudy& study,
                                            const TaskContext& context, UniformityMap* firstMap) {
    return guarded([&]() -> Result<UniformityResult> {
        if (study.seeds < 1)
            return failure(ErrorCode::Usage, "The number of seeds is " +
                                                 std::to_string(study.seeds) +
                                                 ", expected 1 or more.");
        const auto pass = LatentPass::start(model, data, study.request, study.seeds);
        if (!pass)
            return failure(pass);
        return runStudy(**pass, model->info(), study, context, firstMap);
    });
}

Result<PairedDifference> pairedDifference(const SeedFigure& a, const SeedFigure& b) {
    if (a.values.size() != b.values.size() || a.values.empty())
        return failure(ErrorCode::Usage, "A has figures of " + std::to_string(a.values.size()) +
                                             " seeds and B of " + std::to_string(b.values.size()) +
                                             "; a paired difference needs the same seeds.");
    SeedFigure differences;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        differences.add(a.values[i] - b.values[i]);
    PairedDifference result;
    result.mean = differences.mean;
    result.deviation = differences.deviation;
    const auto count = static_cast<double>(a.values.size());
    if (a.values.size() < 2) {
        result.low = -std::numeric_limits<double>::infinity();
        result.high = std::numeric_limits<double>::infinity();
        return result;
    }
    const double error = differences.deviation / std::sqrt(count);
    const double reach = analysis::studentTQuantile(0.5 + kConfidence / 2.0, count - 1.0) * error;
    result.low = result.mean - reach;
    result.high = result.mean + reach;
    if (error > 0.0)
        result.p = analysis::studentTTwoSided(result.mean / error, count - 1.0);
    else
        result.p = result.mean == 0.0 ? 1.0 : 0.0;
    return result;
}

} // namespace hierascope::runtime
