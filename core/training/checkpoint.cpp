// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>

#include "core/base/atomic_file.h"
#include "core/io/json_file.h"
#include "core/io/sha256.h"

namespace hierascope::training {

namespace {

using nlohmann::json;

constexpr std::array kFiles{"model.safetensors", "weights.safetensors", "optimizer.safetensors",
                            "trainer.json"};

Result<void> writeFiles(const std::filesystem::path& folder, const TrainerState& state,
                        const json& config) {
    if (auto saved = io::saveTensors(folder / "model.safetensors", state.average); !saved)
        return saved;
    if (auto saved = io::saveTensors(folder / "weights.safetensors", state.weights); !saved)
        return saved;
    if (auto saved = io::saveTensors(folder / "optimizer.safetensors", state.optimizer); !saved)
        return saved;
    if (auto saved = io::writeJsonFile(folder / "config.json", config); !saved)
        return saved;
    return io::writeJsonFile(folder / "trainer.json",
                             json{{"step", state.step},
                                  {"elapsed_seconds", state.elapsedSeconds},
                                  {"learning_rate", state.learningRate}});
}

Result<void> writeManifest(const std::filesystem::path& folder) {
    json hashes = json::object();
    for (const char* file : kFiles) {
        auto hash = io::sha256OfFile(folder / file);
        if (!hash)
            return failure(hash);
        hashes[file] = *hash;
    }
    return io::writeJsonFile(folder / "manifest.json", json{{"sha256", hashes}});
}

/// Where the old checkpoint waits on a file system that cannot exchange names.
std::filesystem::path asideOf(const std::filesystem::path& folder) {
    return folder.parent_path() / ("." + folder.filename().string() + ".old");
}

/// Gives `temporary` the name `folder`; where that is taken, the two change names in one go, for
/// between removing the old one and renaming the new one there would be neither.
std::error_code putInPlace(const std::filesystem::path& temporary,
                           const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::exists(folder, error)) {
        if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) ==
            0)
            return {};
        if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
            return {errno, std::generic_category()};
        std::filesystem::rename(folder, asideOf(folder), error);
        if (error)
            return error;
    }
    std::filesystem::rename(temporary, folder, error);
    if (error)
        restoreCheckpoint(folder);
    return error;
}

Result<void> checkManifest(const std::filesystem::path& folder) {
    auto manifest = io::readJsonFile(folder / "manifest.json");
    if (!manifest)
        return failure(manifest);
    for (const char* file : kFiles) {
        auto hash = io::sha256OfFile(folder / file);
        if (!hash)
            return failure(hash);
        const json wanted = manifest->value("sha256", json::object()).value(file, json());
        if (wanted != *hash)
            return failure(ErrorCode::BadData, "File '" + (folder / file).string() +
                                                   "' has SHA-256 " + *hash +
                                                   ", its manifest says " + wanted.dump() + ".");
    }
    return {};
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path& folder, const TrainerState& state,
                            const json& config) {
    const std::filesystem::path temporary =
        folder.parent_path() / ("." + folder.filename().string() + ".part");
    std::error_code error;
    std::filesystem::remove_all(temporary, error);
    std::filesystem::create_directories(temporary, error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Cannot create checkpoint folder '" +
                                                    temporary.string() + "': " + error.message() +
                                                    ".");
    auto written = writeFiles(temporary, state, config);
    if (written)
        written = writeManifest(temporary);
    if (!written) {
        std::filesystem::remove_all(temporary, error); // the disk may be full of it
        return written;
    }
    if (std::error_code failed = putInPlace(temporary, folder))
        return failure(ErrorCode::CannotCreate,
                       "Cannot rename checkpoint folder '" + temporary.string() + "' to '" +
                           folder.string() + "': " + failed.message() + ".");
    if (auto synced = syncFolder(folder.parent_path()); !synced)
        return synced;
    std::filesystem::remove_all(temporary, error); // the old one, where there was one
    std::filesystem::remove_all(asideOf(folder), error);
    return {};
}

void restoreCheckpoint(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::exists(folder, error) && std::filesystem::exists(asideOf(folder), error))
        std::filesystem::rename(asideOf(folder), folder, error);
}

Result<TrainerState> loadCheckpoint(const std::filesystem::path& folder) {
    if (auto intact = checkManifest(folder); !intact)
        return failure(intact);
    TrainerState state;
    auto trainer = io::readJsonFile(folder / "trainer.json");
    if (!trainer)
        return failure(trainer);
    for (const auto& [file, target] : {std::pair{"model.safetensors", &state.average},
                                       std::pair{"weights.safetensors", &state.weights},
                                       std::pair{"optimizer.safetensors", &state.optimizer}}) {
        auto tensors = io::loadTensors(folder / file);
        if (!tensors)
            return failure(tensors);
        *target = std::move(*tensors);
    }
    if (!trainer->contains("step") || !(*trainer)["step"].is_number_integer())
        return failure(ErrorCode::BadData, "File '" + (folder / "trainer.json").string() +
                                               "': field 'step' is missing or no whole number.");
    state.step = (*trainer)["step"].get<std::int64_t>();
    state.elapsedSeconds = trainer->value("elapsed_seconds", 0.0);
    state.learningRate = trainer->value("learning_rate", 0.0);
    return state;
}

} // namespace hierascope::training
