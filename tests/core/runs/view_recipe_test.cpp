// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/view_recipe.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace hierascope::runs {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

ViewRecipe viewRecipe() {
    ViewRecipe recipe;
    recipe.program = "hierascope 0.1.0";
    recipe.room = "attention";
    recipe.files = {{"model", "/m/a", std::string(64, 'a')}, {"image", "/i/one.png", ""}};
    recipe.view = R"({"a":{"model":"/m/a"},"level":3})";
    recipe.details = R"({"layer":2})";
    recipe.width = 1280;
    recipe.height = 800;
    return recipe;
}

TEST(ViewRecipe, ComesBackFromItsTextUnchanged) {
    const auto read = anyRecipeFromJson(toJson(viewRecipe()), "x.png");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(std::get<ViewRecipe>(*read), viewRecipe());
    EXPECT_EQ(filesOf(*read), viewRecipe().files);
}

TEST(ViewRecipe, SaysThatANewerVersionWroteIt) {
    json object = json::parse(toJson(viewRecipe()));
    object["hierascope_recipe"] = 2;
    const auto read = anyRecipeFromJson(object.dump(), "x.png");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::BadData);
    EXPECT_THAT(read.error().message,
                AllOf(HasSubstr("'x.png'"), HasSubstr("'hierascope_recipe' is 2"),
                      HasSubstr("newer version"), HasSubstr("expected 1")));
}

TEST(ViewRecipe, NamesTheFieldThatIsWrong) {
    const std::pair<const char*, json> broken[] = {{"hierascope_recipe", "1"},
                                                   {"hierascope_recipe", 0},
                                                   {"room", "A B"},
                                                   {"files", 1},
                                                   {"files", json::array({1})},
                                                   {"files", json::array({{{"kind", "folder"}}})},
                                                   {"view", "text"},
                                                   {"details", nullptr},
                                                   {"width", -1}};
    for (const auto& [key, value] : broken) {
        json object = json::parse(toJson(viewRecipe()));
        object[key] = value;
        const auto read = anyRecipeFromJson(object.dump(), "x.png");
        ASSERT_FALSE(read) << key << value;
        EXPECT_THAT(read.error().message, AllOf(HasSubstr("x.png"), HasSubstr(key)));
    }
}

TEST(NeededFile, IsNamedWithTheBeginningOfItsHash) {
    const NeededFile file{"model", "/m/photos/", std::string(64, 'a')};
    EXPECT_EQ(missingSentence(file, "Recipe in 'x'"),
              "Recipe in 'x' needs the model 'photos' (sha256 aaaaaaaaaaaa), which is not at "
              "'/m/photos/' any more.");
    EXPECT_THAT(
        otherBytesSentence(file, std::string(64, 'b'), "Recipe in 'x'"),
        AllOf(HasSubstr("another model"), HasSubstr("bbbbbbbbbbbb,"), HasSubstr("aaaaaaaaaaaa.")));
    EXPECT_EQ(otherBytesSentence(file, file.sha256, "It"), "");
    EXPECT_EQ(otherBytesSentence(file, "", "It"), "");
}

TEST(NeededFile, IsPutInAnotherPlaceEverywhere) {
    const std::string moved = withPath(toJson(viewRecipe()), "/m/a", "/new/a");
    const auto read = anyRecipeFromJson(moved, "x.png");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(filesOf(*read).front().path, "/new/a");
    EXPECT_THAT(std::get<ViewRecipe>(*read).view, HasSubstr("/new/a"));
}

} // namespace
} // namespace hierascope::runs
