// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_data.h"

#include <string>

#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/io/data_fingerprint.h"
#include "core/io/json_file.h"

namespace hierascope::training {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

Result<json> describe(const fs::path& data) {
    const auto print = io::fingerprintOf(data);
    if (!print)
        return failure(print);
    return json{{"path", data.string()},
                {"files", print->files},
                {"bytes", print->bytes},
                {"sha256", print->sha256}};
}

std::string sizeOf(const json& data) {
    const json none = "?";
    const auto text = [&](const char* key) {
        return data.is_object() && data.contains(key) ? data[key].dump() : none.dump();
    };
    return text("files") + " files of " + text("bytes") + " bytes";
}

bool isSame(const json& before, const json& now) {
    return before.is_object() && before.contains("sha256") && before["sha256"] == now["sha256"];
}

} // namespace

Result<void> checkRunData(const fs::path& run, const runs::TrainConfig& config, bool accept) {
    json now = json::object();
    for (const auto& [name, path] :
         {std::pair<const char*, const fs::path&>("train", config.trainData),
          {"held_out", config.heldOutData}}) {
        if (path.empty())
            continue;
        auto described = describe(path);
        if (!described)
            return failure(described);
        now[name] = *std::move(described);
    }
    const fs::path file = run / "data.json";
    std::error_code error;
    if (!fs::exists(file, error))
        return io::writeJsonFile(file, now);
    const auto before = io::readJsonFile(file);
    if (!before)
        return failure(before);
    bool hasChanged = false;
    for (const auto& [name, data] : now.items()) {
        const json known = before->is_object() ? before->value(name, json()) : json();
        if (isSame(known, data))
            continue;
        hasChanged = true;
        if (!accept && !known.is_null())
            return failure(ErrorCode::BadData,
                           "Data " + data["path"].dump() + " (data." + name +
                               ") changed since the run began: " + sizeOf(known) +
                               " then, and now " + sizeOf(data) +
                               ". Put the old data back, or start with --accept-data.");
    }
    if (!hasChanged)
        return {};
    if (accept) {
        log::warning("training", "Run '" + run.string() + "' goes on with data that changed.");
        fs::remove_all(run / "cache", error);
    }
    return io::writeJsonFile(file, now);
}

} // namespace hierascope::training
