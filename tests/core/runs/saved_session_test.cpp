// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/saved_session.h"

#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

SavedSession fullSession() {
    SavedSession session;
    session.program = "hierascope 0.1.0";
    session.origin = "/s/one.hierascope";
    session.room = "latents";
    session.files = {{"model", "/m/a", std::string(64, 'a')}, {"data", "/d", ""}};
    session.view = R"({"level":3})";
    session.models = {"/m/a", "/m/b"};
    session.generators = {"/g/har"};
    session.images = {"/i/one.png"};
    session.computed = {"latents"};
    session.run = "/r/one";
    session.layout = "AAAA/w==";
    session.geometry = "AdnQ";
    session.viewport = SavedViewport{1234.5, 0.25, 0.75};
    session.wipe = 0.125;
    return session;
}

TEST(SavedSession, ComesBackFromItsFileUnchanged) {
    const testing::TempFolder folder;
    const auto path = folder / "x.hierascope";
    ASSERT_TRUE(writeSession(path, fullSession()));
    const auto text = readSessionText(path);
    ASSERT_TRUE(text);
    const auto read = savedSessionFromJson(*text, "x");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, fullSession());
    SavedSession plain;
    plain.room = "pyramid";
    EXPECT_EQ(*savedSessionFromJson(toJson(plain), "x"), plain);
}

TEST(SavedSession, NamesTheFieldAndTheValueThatAreWrong) {
    const std::pair<const char*, json> broken[] = {{"hierascope_session", nullptr},
                                                   {"program", 1},
                                                   {"room", "a room"},
                                                   {"files", json::object()},
                                                   {"view", "x"},
                                                   {"models", json::array({1})},
                                                   {"generators", 1},
                                                   {"images", nullptr},
                                                   {"computed", true},
                                                   {"run", 0},
                                                   {"layout", "#"},
                                                   {"geometry", 5},
                                                   {"viewport", 1},
                                                   {"wipe", 2.0}};
    for (const auto& [key, value] : broken) {
        json object = json::parse(toJson(fullSession()));
        object[key] = value;
        const auto read = savedSessionFromJson(object.dump(), "x.hierascope");
        ASSERT_FALSE(read) << key;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, AllOf(HasSubstr("'x.hierascope'"), HasSubstr(key)));
    }
}

TEST(SavedSession, SaysThatANewerVersionWroteIt) {
    json object = json::parse(toJson(fullSession()));
    object["hierascope_session"] = 2;
    object.erase("view");
    const auto read = savedSessionFromJson(object.dump(), "x");
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, AllOf(HasSubstr("is 2"), HasSubstr("newer version")));
}

TEST(SavedSession, TakesNoTextThatIsCutOff) {
    const std::string text = toJson(fullSession());
    for (std::size_t length = 0; length + 2 < text.size(); ++length)
        EXPECT_FALSE(savedSessionFromJson(text.substr(0, length), "x")) << length;
}

TEST(SavedSession, CannotBeReadWhereThereIsNoFile) {
    const testing::TempFolder folder;
    EXPECT_EQ(readSessionText(folder / "none").error().code, ErrorCode::NoInput);
    EXPECT_EQ(readSessionText(folder.path()).error().code, ErrorCode::NoInput);
}

} // namespace
} // namespace hierascope::runs
