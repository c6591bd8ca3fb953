// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint_shelf.h"

#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

#include "core/base/log.h"
#include "core/io/json_file.h"

namespace hierascope::training {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kBest = "best.json";

} // namespace

CheckpointShelf::CheckpointShelf(runs::RunFolder folder, std::int64_t keep)
    : m_folder(std::move(folder)), m_keep(keep) {
    removeLitter();
    std::error_code error;
    const fs::path file = m_folder.path() / "checkpoints" / kBest;
    if (!fs::exists(file, error))
        return;
    const auto best = io::readJsonFile(file);
    const bool isRead = best && best->is_object() && best->contains("step") &&
                        best->contains("quality") && (*best)["step"].is_number_integer() &&
                        (*best)["quality"].is_number();
    if (!isRead) {
        log::warning("training", "File '" + file.string() + "' is not used: it names no best.");
        return;
    }
    m_bestStep = (*best)["step"].get<std::int64_t>();
    m_bestQuality = (*best)["quality"].get<double>();
}

/// Temporary names begin with a dot (core/base/atomic_file.h, core/training/checkpoint.h).
void CheckpointShelf::removeLitter() const {
    std::error_code error;
    std::vector<fs::path> litter;
    for (const auto& entry : fs::directory_iterator(m_folder.path() / "checkpoints", error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(".step-") && name.ends_with(".old"))
            restoreCheckpoint(entry.path().parent_path() / entry.path().stem().string().substr(1));
        if (name.starts_with(".step-") || name.starts_with("." + std::string(kBest) + "."))
            litter.push_back(entry.path());
    }
    for (const auto& entry : fs::directory_iterator(m_folder.path(), error)) {
        const std::string name = entry.path().filename().string();
        for (const char* file : {".config.json.", ".data.json.", ".environment.json.",
                                 ".metrics.csv.", ".status.json.", ".window.json."}) {
            if (name.starts_with(file))
                litter.push_back(entry.path());
        }
    }
    for (const auto& folder : fs::directory_iterator(m_folder.path() / "samples", error)) {
        for (const auto& entry : fs::directory_iterator(folder.path(), error)) {
            if (entry.path().filename().string().front() == '.')
                litter.push_back(entry.path());
        }
    }
    for (const auto& entry : fs::directory_iterator(m_folder.path() / "cache", error)) {
        if (entry.path().filename().string().front() == '.')
            litter.push_back(entry.path());
    }
    for (const fs::path& path : litter)
        fs::remove_all(path, error);
}

Result<std::optional<TrainerState>> CheckpointShelf::newest() const {
    const auto steps = m_folder.checkpointSteps();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        auto state = loadCheckpoint(m_folder.checkpoint(*step));
        if (state)
            return std::optional(*std::move(state));
        log::warning("training", "Checkpoint of step " + std::to_string(*step) +
                                     " is not used: " + state.error().message);
    }
    if (!steps.empty())
        return failure(ErrorCode::BadData, "Run '" + m_folder.path().string() +
                                               "': none of its checkpoints is intact.");
    return std::optional<TrainerState>();
}

Result<void> CheckpointShelf::save(const TrainerState& state, const json& config) {
    if (auto saved = saveCheckpoint(m_folder.checkpoint(state.step), state, config); !saved)
        return saved;
    removeOld();
    return {};
}

void CheckpointShelf::removeOld() const {
    const auto steps = m_folder.checkpointSteps();
    for (std::size_t i = 0; i + static_cast<std::size_t>(m_keep) < steps.size(); ++i) {
        if (steps[i] == m_bestStep)
            continue;
        std::error_code ignored;
        fs::remove_all(m_folder.checkpoint(steps[i]), ignored);
    }
}

bool CheckpointShelf::isBest(double quality) const {
    return std::isfinite(quality) && (m_bestStep < 0 || quality > m_bestQuality);
}

Result<void> CheckpointShelf::keepAsBest(std::int64_t step, double quality) {
    if (auto written = io::writeJsonFile(m_folder.path() / "checkpoints" / kBest,
                                         json{{"step", step}, {"quality", quality}});
        !written)
        return written;
    m_bestStep = step;
    m_bestQuality = quality;
    removeOld(); // the best before this one
    return {};
}

std::string CheckpointShelf::newestName() const {
    const auto steps = m_folder.checkpointSteps();
    return steps.empty() ? "none" : "that of step " + std::to_string(steps.back());
}

} // namespace hierascope::training
