// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe.h"

#include <limits>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace hierascope::runs {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

/// Every field differs from its default and from the others.
Recipe fullRecipe() {
    Recipe recipe;
    recipe.program = "hierascope 0.1.0";
    recipe.figure = "ladder";
    recipe.a = {"/m/K\xC3\xB6ln", std::string(64, 'a'), "/i/\"one\".png", std::string(64, '0')};
    recipe.b = {"/m/b", "", "/i/two.png", std::string(64, 'f')};
    recipe.level = 3;
    recipe.picture = "reconstruction";
    recipe.compare = "side_by_side";
    recipe.overlay = "grid";
    recipe.wipe = 0.1234567890123;
    recipe.sample = true;
    recipe.seed = std::numeric_limits<std::uint64_t>::max();
    recipe.selection = {{0, 0}, {4, 255}, {999, std::numeric_limits<std::int64_t>::max()}};
    recipe.edits = {{"codes", {{2, 3}, {4, 5}}, {7, 9}, {}, 1.0, 0, "B"},
                    {"blend", {{2, 3}}, {}, {0.1F, -1e-30F, 3.0F}, 0.25, 12, "one.png"}};
    recipe.width = 1280;
    recipe.height = 800;
    return recipe;
}

std::string complaintAbout(const std::string& text) {
    const auto recipe = recipeFromJson(text, "x.png");
    EXPECT_FALSE(recipe) << text.substr(0, 200);
    if (recipe)
        return "";
    EXPECT_EQ(recipe.error().code, ErrorCode::BadData);
    EXPECT_LT(recipe.error().message.size(), 400U);
    return recipe.error().message;
}

TEST(Recipe, ComesBackFromItsTextUnchanged) {
    Recipe recipe = fullRecipe();
    ASSERT_TRUE(recipeFromJson(toJson(recipe), "x.png"));
    EXPECT_EQ(*recipeFromJson(toJson(recipe), "x.png"), recipe);
    recipe.b.reset();
    recipe.selection.clear();
    recipe.edits.clear();
    EXPECT_FALSE(json::parse(toJson(recipe)).contains("edits"));
    EXPECT_EQ(*recipeFromJson(toJson(recipe), "x.png"), recipe);
}

TEST(Recipe, SaysWhatIsWrongWithAnEdit) {
    const auto spoilt = [](const char* key, const json& value) {
        json object = json::parse(toJson(fullRecipe()));
        object["edits"][1][key] = value;
        return complaintAbout(object.dump());
    };
    EXPECT_THAT(spoilt("kind", "No Word"), HasSubstr("edits[1].kind"));
    EXPECT_THAT(spoilt("vectors", "0123456"), HasSubstr("edits[1].vectors"));
    EXPECT_THAT(spoilt("codes", {-1}), HasSubstr("edits[1].codes"));
    EXPECT_THAT(spoilt("tokens", 5), HasSubstr("edits[1].tokens"));
    json object = json::parse(toJson(fullRecipe()));
    object["edits"] = {1, 2};
    EXPECT_THAT(complaintAbout(object.dump()), HasSubstr("edits"));
}

TEST(Recipe, IsOneObjectThatSaysItsFormat) {
    const json object = json::parse(toJson(fullRecipe()));
    EXPECT_EQ(object["hierascope_recipe"], 1);
    EXPECT_EQ(object["a"]["model_sha256"], std::string(64, 'a'));
    EXPECT_EQ(object["selection"][1], json({4, 255}));
}

TEST(Recipe, IgnoresKeysThatItDoesNotKnow) {
    json object = json::parse(toJson(fullRecipe()));
    object["later"] = {{"more", {1, 2}}};
    object["a"]["later"] = 1;
    const auto recipe = recipeFromJson(object.dump(), "x.png");
    ASSERT_TRUE(recipe) << recipe.error().message;
    EXPECT_EQ(*recipe, fullRecipe());
}

TEST(Recipe, WritesPathsThatAreNotUtf8) {
    Recipe recipe = fullRecipe();
    recipe.a.modelPath = "/m/\xFF";
    const auto read = recipeFromJson(toJson(recipe), "x.png");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->a.modelPath, "/m/\xEF\xBF\xBD");
}

TEST(Recipe, NamesTheFieldThatIsWrong) {
    const std::vector<std::pair<const char*, json>> wrong{
        {"/hierascope_recipe", 2},
        {"/hierascope_recipe", "1"},
        {"/program", 7},
        {"/program", std::string(4097, 'x')},
        {"/figure", "poster"},
        {"/figure", nullptr},
        {"/a", 3},
        {"/a/model_path", json::array()},
        {"/a/model_sha256", "abc"},
        {"/a/model_sha256", std::string(64, 'g')},
        {"/b", nullptr},
        {"/b/image_path", false},
        {"/b/image_sha256", std::string(65, 'a')},
        {"/level", -1},
        {"/level", 1000},
        {"/level", 1.0},
        {"/level", std::numeric_limits<std::uint64_t>::max()},
        {"/picture", "Two Words"},
        {"/compare", std::string(65, 'a')},
        {"/overlay", 1},
        {"/wipe", -0.1},
        {"/wipe", 1.1},
        {"/wipe", "half"},
        {"/wipe", nullptr}, // what NaN becomes
        {"/sample", 1},
        {"/seed", -1},
        {"/seed", 1e30},
        {"/selection", 5},
        {"/selection", {{0, -1}}},
        {"/selection", {{-1, 0}}},
        {"/selection", {{1000, 0}}},
        {"/selection", {{0, 1, 2}}},
        {"/selection", {{0, 0.5}}},
        {"/selection", {{0, std::numeric_limits<std::uint64_t>::max()}}},
        {"/selection", json(std::vector<json>(65'537, json::array({0, 0})))},
        {"/width", -5},
        {"/width", 1'000'001},
        {"/height", "tall"},
    };
    for (const auto& [pointer, value] : wrong) {
        json object = json::parse(toJson(fullRecipe()));
        object[json::json_pointer(pointer)] = value;
        std::string field = std::string(pointer).substr(1);
        std::replace(field.begin(), field.end(), '/', '.');
        EXPECT_THAT(complaintAbout(object.dump()),
                    AllOf(HasSubstr("'x.png': field '" + field + "' is "), HasSubstr("expected")));
    }
}

TEST(Recipe, NamesTheFieldThatIsMissing) {
    const json whole = json::parse(toJson(fullRecipe()));
    for (const auto& [key, unused] : whole.items()) {
        if (key == "b" || key == "edits")
            continue;
        json object = whole;
        object.erase(key);
        EXPECT_THAT(complaintAbout(object.dump()), HasSubstr("field '" + key + "' is missing"));
    }
    json object = whole;
    object["b"].erase("image_path");
    EXPECT_THAT(complaintAbout(object.dump()), HasSubstr("field 'b.image_path' is missing"));
}

TEST(Recipe, RefusesTextThatIsNoJson) {
    const std::string whole = toJson(fullRecipe());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THAT(complaintAbout(whole.substr(0, length)), HasSubstr("no valid JSON"));
    EXPECT_THAT(complaintAbout("[1]"), HasSubstr("expected an object"));
    EXPECT_THAT(complaintAbout("{\"wipe\": NaN}"), HasSubstr("no valid JSON"));
    EXPECT_THAT(complaintAbout("{\"wipe\": 1e999}"), HasSubstr("too large"));
    EXPECT_THAT(complaintAbout("{\"a\": \"\xFF\"}"), HasSubstr("no valid JSON"));
    EXPECT_THAT(complaintAbout(whole + std::string(1, '\0') + "{}"), HasSubstr("is NUL"));
}

TEST(Recipe, RefusesTextThatIsTooLongOrTooDeep) {
    EXPECT_THAT(complaintAbout(std::string((1 << 20) + 1, ' ')), HasSubstr("1048577 bytes"));
    EXPECT_THAT(complaintAbout(std::string(1 << 20, '[')), HasSubstr("nested deeper than 32"));
    const std::string deep =
        "{\"x\":" + std::string(500'000, '[') + std::string(500'000, ']') + "}";
    EXPECT_THAT(complaintAbout(deep), HasSubstr("nested deeper than 32"));
}

} // namespace
} // namespace hierascope::runs
