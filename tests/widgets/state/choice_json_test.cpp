// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/choice_json.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/widgets/support/rich_choice.h"

namespace hierascope::widgets {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::richChoice;

json objectOf(const ViewChoice& choice) {
    return json::parse(jsonOfChoice(choice));
}

TEST(ChoiceJson, ComesBackUnchanged) {
    const auto read = choiceFromJson(jsonOfChoice(richChoice()), "It");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, richChoice());
    const auto plain = choiceFromJson(jsonOfChoice(ViewChoice()), "It");
    ASSERT_TRUE(plain) << plain.error().message;
    EXPECT_EQ(*plain, ViewChoice());
}

TEST(ChoiceJson, NamesTheFieldAndTheValueThatAreWrong) {
    const std::pair<const char*, json> broken[] = {
        {"/a", 3},
        {"/a/model", nullptr},
        {"/level", 1000},
        {"/level", -2},
        {"/level", 1.5},
        {"/compare", "wype"},
        {"/picture", 7},
        {"/overlay", ""},
        {"/sample", 1},
        {"/seed", -1},
        {"/selection", json::array({json::array({0, 1, 1, 1})})},
        {"/selection", json::array({json::array({0, 0, 0, 0})})},
        {"/selection/0/1", 70'000},
        {"/generation/branch", -2},
        {"/generation/settings/top_p", 1.5},
        {"/generation/settings/schedule", "a b"},
        {"/generation/branches/0/parent", 5},
        {"/generation/branches/1/parent", 1},
        {"/generation/branches/1/id", 0},
        {"/generation/branches/1/prefix", json::array({-1})},
        {"/generation/seeds", 1000},
        {"/latents/source", "all"},
        {"/latents/dimensions", 4},
        {"/latents/perplexity", "30"},
        {"/latents/selection", json::array({3, 2})},
        {"/latents/selection", json::array({1e300})},
        {"/latents/data", json::array({1})},
        {"/attention/look", "look"},
        {"/attention/layer", -2},
        {"/attention/image_token", json::array({0, 2, 2, 4})},
        {"/codebook/code", -2},
        {"/codebook/channel", -1},
        {"/surgeries/0/applied", 3},
        {"/surgeries/0/edits/0/vectors", "12g"},
        {"/surgeries/0/edits/0/tokens", json::array({1})},
    };
    for (const auto& [place, value] : broken) {
        json object = objectOf(richChoice());
        object[json::json_pointer(place)] = value;
        const auto read = choiceFromJson(object.dump(), "Session 'x'");
        ASSERT_FALSE(read) << place << ' ' << value;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, AllOf(HasSubstr("Session 'x'"), HasSubstr("field 'view."),
                                                HasSubstr("expected")))
            << place;
        EXPECT_LT(read.error().message.size(), 400U);
    }
}

TEST(ChoiceJson, MissesEveryFieldThatIsTakenAway) {
    const json whole = objectOf(richChoice()).flatten();
    for (const auto& [place, value] : whole.items()) {
        const json::json_pointer pointer(place);
        json object = objectOf(richChoice());
        if (!object[pointer.parent_pointer()].is_object())
            continue;
        object[pointer.parent_pointer()].erase(pointer.back());
        (void)choiceFromJson(object.dump(), "It"); // reads or says why, and never throws
    }
}

TEST(ChoiceJson, TakesNoTextThatIsCutOff) {
    const std::string text = jsonOfChoice(richChoice());
    for (std::size_t length = 0; length < text.size(); length += 7)
        EXPECT_FALSE(choiceFromJson(text.substr(0, length), "It")) << length;
}

} // namespace
} // namespace hierascope::widgets
