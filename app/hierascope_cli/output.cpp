// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/output.h"

#include <map>
#include <set>
#include <system_error>

#include <nlohmann/json.hpp>

namespace hierascope::cli {

std::string jsonText(const nlohmann::json& value, int indent) {
    return value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> distinctNames(const std::vector<std::filesystem::path>& images) {
    std::set<std::string> taken;
    std::map<std::string, int> lastNumbers; // or a thousand equal stems would take a million tries
    std::vector<std::string> names;
    for (const std::filesystem::path& image : images) {
        const std::string stem = image.stem().string();
        std::string name = stem;
        int& number = lastNumbers.try_emplace(stem, 1).first->second;
        while (!taken.insert(name).second)
            name = stem + "-" + std::to_string(++number);
        names.push_back(name);
    }
    return names;
}

Result<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder))
        return failure(ErrorCode::CannotCreate,
                       "Folder '" + folder.string() + "' cannot be made: " +
                           (error ? error.message() : "something else has that name") + ".");
    return {};
}

nlohmann::json jsonOfFile(const std::string& name, const std::filesystem::path& path,
                          const std::string& sha256) {
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error).lexically_normal();
    return {{"name", name}, {"path", error ? path.string() : whole.string()}, {"sha256", sha256}};
}

nlohmann::json recipeOf(const std::string& command, const Session& session,
                        const runtime::ModelInfo& model, const std::filesystem::path& input,
                        const std::string& inputSha256) {
    return {{"format", 1},
            {"program", "hierascope_cli " HIERASCOPE_VERSION},
            {"command", command},
            {"model", jsonOfFile(model.name, model.path, model.sha256)},
            {"input", jsonOfFile(input.filename().string(), input, inputSha256)},
            {"seed", session.common.seed},
            {"options",
             {{"device", model.device},
              {"dtype", session.common.dtype},
              {"set", session.model.overrides}}}};
}

} // namespace hierascope::cli
