// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/config_overrides.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using hierascope::ErrorCode;
using hierascope::runtime::applyOverrides;
using nlohmann::json;
using ::testing::HasSubstr;

namespace {

json config() {
    return {{"family", "hieratok"},
            {"options",
             {{"attention", "full"},
              {"scales", {1, 2}},
              {"encoder", {{"layers", 1}, {"width", 32}}},
              {"decoder", {{"layers", 2}, {"heads", 4}}}}}};
}

} // namespace

TEST(ConfigOverrides, ReplaceALeafByItsName) {
    json changed = config();
    ASSERT_TRUE(applyOverrides(changed, {"heads=8", "scales=[1,2,4]"}));
    EXPECT_EQ(changed["options"]["decoder"]["heads"], 8);
    EXPECT_EQ(changed["options"]["scales"], json({1, 2, 4}));
}

TEST(ConfigOverrides, ReplaceALeafByAPartOfItsPath) {
    json changed = config();
    ASSERT_TRUE(applyOverrides(changed, {"encoder.layers=7"}));
    EXPECT_EQ(changed["options"]["encoder"]["layers"], 7);
    EXPECT_EQ(changed["options"]["decoder"]["layers"], 2);
}

TEST(ConfigOverrides, TakeABareWordAsText) {
    json changed = config();
    ASSERT_TRUE(applyOverrides(changed, {"attention=scale_causal"}));
    EXPECT_EQ(changed["options"]["attention"], "scale_causal");
    ASSERT_TRUE(applyOverrides(changed, {"attention=\"full\""}));
    EXPECT_EQ(changed["options"]["attention"], "full");
}

TEST(ConfigOverrides, LetTheLastOneWin) {
    json changed = config();
    ASSERT_TRUE(applyOverrides(changed, {"heads=8", "heads=16"}));
    EXPECT_EQ(changed["options"]["decoder"]["heads"], 16);
}

TEST(ConfigOverrides, NameTheUnknownKey) {
    json changed = config();
    const auto applied = applyOverrides(changed, {"colour=3"});
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, ErrorCode::Usage);
    EXPECT_THAT(applied.error().message, HasSubstr("'colour'"));
    EXPECT_EQ(changed, config());
}

TEST(ConfigOverrides, RefuseANameThatFitsTwice) {
    json changed = config();
    const auto applied = applyOverrides(changed, {"layers=3"});
    ASSERT_FALSE(applied);
    EXPECT_THAT(applied.error().message, HasSubstr("'options.decoder.layers'"));
    EXPECT_THAT(applied.error().message, HasSubstr("'options.encoder.layers'"));
}

TEST(ConfigOverrides, RefuseTextWithoutAValue) {
    json changed = config();
    for (const char* text : {"heads", "=3", ""})
        EXPECT_EQ(applyOverrides(changed, {text}).error().code, ErrorCode::Usage) << text;
}
