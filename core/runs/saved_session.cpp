// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/saved_session.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestSession = std::size_t{16} << 20;
constexpr std::size_t kLongestPath = 4096;
constexpr std::size_t kLongestState = 1 << 20; // of a layout
constexpr std::size_t kMostPaths = 100'000;
constexpr double kWidestPicture = 1e7;

std::vector<std::string> textsIn(RecipeFields& fields, const std::string& key) {
    const json* list = fields.take(
        key, "a list of at most " + std::to_string(kMostPaths) + " texts", [](const json& found) {
            return found.is_array() && found.size() <= kMostPaths &&
                   std::all_of(found.begin(), found.end(), [](const json& one) {
                       return one.is_string() &&
                              one.get_ref<const std::string&>().size() <= kLongestPath;
                   });
        });
    return list == nullptr ? std::vector<std::string>() : list->get<std::vector<std::string>>();
}

std::string base64In(RecipeFields& fields, const std::string& key) {
    return fields.choice(key, "base64 of at most 1 MiB", [](const std::string& text) {
        return text.size() <= kLongestState && std::all_of(text.begin(), text.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
               });
    });
}

SavedViewport viewportIn(RecipeFields fields) {
    SavedViewport viewport;
    viewport.width = fields.number("width", 1.0, kWidestPicture);
    viewport.x = fields.number("x", -1.0, 2.0);
    viewport.y = fields.number("y", -1.0, 2.0);
    return viewport;
}

SavedSession sessionFrom(const json& object, std::string& complaint) {
    RecipeFields fields(object, "", complaint);
    fields.format("hierascope_session", kSessionFormat);
    SavedSession session;
    session.program = fields.text("program");
    session.origin = fields.text("origin");
    session.room = fields.word("room");
    session.files = neededFiles(fields, "files");
    if (const json* view =
            fields.take("view", "an object", [](const json& found) { return found.is_object(); }))
        session.view = view->dump(-1, ' ', false, json::error_handler_t::replace);
    session.models = textsIn(fields, "models");
    session.generators = textsIn(fields, "generators");
    session.images = textsIn(fields, "images");
    session.computed = textsIn(fields, "computed");
    session.run = fields.text("run");
    session.layout = base64In(fields, "layout");
    session.geometry = base64In(fields, "geometry");
    if (fields.has("viewport"))
        session.viewport = viewportIn(fields.object("viewport"));
    session.wipe = fields.number("wipe", 0.0, 1.0);
    return session;
}

} // namespace

std::string toJson(const SavedSession& session) {
    std::string complaint;
    json view = parseRecipe(session.view, complaint, kLongestSession);
    if (!complaint.empty())
        view = json::object();
    json object{{"hierascope_session", kSessionFormat},
                {"program", session.program},
                {"origin", session.origin},
                {"room", session.room},
                {"files", jsonOf(session.files)},
                {"view", view},
                {"models", session.models},
                {"generators", session.generators},
                {"images", session.images},
                {"computed", session.computed},
                {"run", session.run},
                {"layout", session.layout},
                {"geometry", session.geometry},
                {"wipe", session.wipe}};
    if (session.viewport)
        object["viewport"] = {{"width", session.viewport->width},
                              {"x", session.viewport->x},
                              {"y", session.viewport->y}};
    return object.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<SavedSession> savedSessionFromJson(std::string_view text, const std::string& name) {
    std::string complaint;
    const json document = parseRecipe(text, complaint, kLongestSession);
    SavedSession session;
    if (complaint.empty())
        session = sessionFrom(document, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Session '" + name + "': " + complaint);
    return session;
}

Result<std::string> readSessionText(const std::filesystem::path& path) {
    std::error_code error;
    std::ifstream file;
    if (std::filesystem::is_regular_file(path, error))
        file.open(path, std::ios::binary);
    if (!file.is_open())
        return failure(ErrorCode::NoInput, "Session '" + path.string() + "' cannot be read.");
    const auto bytes = std::filesystem::file_size(path, error);
    if (error || bytes > kLongestSession)
        return failure(ErrorCode::BadData, "Session '" + path.string() + "' has " +
                                               std::to_string(bytes) + " bytes, more than " +
                                               std::to_string(kLongestSession) + ".");
    std::string text(static_cast<std::size_t>(bytes), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

Result<void> writeSession(const std::filesystem::path& path, const SavedSession& session) {
    return writeFileAtomically(path, toJson(session));
}

} // namespace hierascope::runs
