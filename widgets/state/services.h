// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runs/run_control.h"
#include "core/runs/run_process.h"
#include "core/runs/run_status.h"
#include "core/runtime/generator.h"
#include "core/runtime/latent_map.h"
#include "core/runtime/latent_points.h"
#include "core/runtime/tokenizer.h"
#include "core/runtime/uniformity_study.h"

#include <QString>

namespace hierascope::widgets {

/// What the window asks of the engine; the application passes the real one, tests a fake.
struct Services {
    using Tokenizer = std::shared_ptr<runtime::Tokenizer>;
    std::function<Result<Tokenizer>(const std::filesystem::path&, const TaskContext&)>
        openTokenizer;
    std::function<Result<ImageRgb8>(const std::filesystem::path&, const TaskContext&)> readImage;

    using Generator = std::shared_ptr<runtime::Generator>;
    std::function<Result<Generator>(const std::filesystem::path&, const TaskContext&)>
        openGenerator{};
    /// The scale of each of so many steps; quick, so that any thread may ask.
    std::function<Result<std::vector<double>>(const runtime::SamplingOptions&, std::int64_t)>
        guidanceCurve{};
    std::function<std::vector<std::string>()> guidanceSchedules{};
    /// How much of a DiT's map is noise, before each step and behind the last one; quick too.
    std::function<Result<std::vector<double>>(const runtime::GeneratorInfo&,
                                              const runtime::SamplingOptions&)>
        noiseCurve{};
    /// Why a generator's codes do not fit a tokenizer; empty where they do.
    std::function<std::string(const runtime::GeneratorInfo&, const runtime::ModelInfo&)> misfitOf{};

    /// The maps of latent points: gathering on the engine's lane, all else on the other.
    using Gathering = std::shared_ptr<runtime::LatentGathering>;
    using Map = std::shared_ptr<runtime::LatentMap>;
    std::function<Result<Gathering>(Tokenizer, const std::vector<std::filesystem::path>&,
                                    const runtime::LatentRequest&)>
        gatherLatents{};
    std::function<Result<Map>(std::span<const float>, std::int64_t, const runtime::MapOptions&,
                              const TaskContext&)>
        startMap{};
    std::function<Result<runtime::Uniformity>(std::span<const float>, int, const TaskContext&)>
        measureUniformity{};
    std::function<Result<runtime::DensityGrid>(std::span<const float>, int, std::span<const float>,
                                               const TaskContext&)>
        densityGrid{};
    std::function<Result<std::vector<float>>(std::span<const float>, std::span<const float>,
                                             std::span<const float>, int)>
        alignMap{};
    std::function<Result<runtime::PairedDifference>(const runtime::SeedFigure&,
                                                    const runtime::SeedFigure&)>
        pairedDifference{};
    /// The end of the name says the format: .csv, .npz or .safetensors.
    std::function<Result<void>(const std::filesystem::path&, const runtime::UniformityMap&,
                               const std::string&)>
        saveMap{};

    /// Trainings: what their folders say, and the processes that train, which outlive the window.
    std::function<Result<runs::RunStatus>(const std::filesystem::path& run)> readRunStatus{};
    std::function<Result<void>(const std::filesystem::path& run, const runs::Command&)>
        sendCommand{};
    /// Starts or resumes a run on a device; returns the process's id.
    std::function<Result<std::int64_t>(const std::filesystem::path& run, const std::string& device)>
        startTrainer{};
    std::function<bool(std::int64_t process)> isProcessAlive{};
    /// Tells a run's process of this host to end, and no other process.
    std::function<Result<void>(const std::filesystem::path& run, runs::EndSignal)> signalRun{};
    /// Says something to a person who may look elsewhere; does nothing where nobody can show it.
    std::function<void(const QString& title, const QString& text)> notify{};
    /// This computer shall not go to sleep, or may.
    std::function<void(bool isAwake)> keepAwake{};
    std::function<void(const QString& folder)> openFolder{};
    QString trainerProgram{}; ///< what is asked for estimates; empty: there is none
};

/// The bytes of a file name, as the file system has them.
std::filesystem::path systemPath(const QString& path);
/// The last part of a path, for people.
QString fileNameOf(const QString& path);
/// Says for caches which bytes a path holds now: its size and the time of its last change.
QString fileStamp(const QString& path);

} // namespace hierascope::widgets
