// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_match.h"

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

std::optional<int> score(const char* typed, const char* text) {
    return matchScore(QString::fromLatin1(typed), QString::fromLatin1(text));
}

TEST(CommandMatch, FindsLettersInTheirOrderOnly) {
    EXPECT_TRUE(score("opi", "Open Images"));
    EXPECT_TRUE(score("OPEN I", "Open Images"));
    EXPECT_TRUE(score("", "Open Images"));
    EXPECT_FALSE(score("ipo", "Open Images"));
    EXPECT_FALSE(score("opp", "Open Images"));
    EXPECT_FALSE(score("a", ""));
}

TEST(CommandMatch, PutsWordStartsBeforeFollowingLettersBeforeScattered) {
    EXPECT_GT(score("cp", "Copy Picture"), score("cp", "Scphere"));
    EXPECT_GT(score("cp", "Scphere"), score("cp", "Oculip"));
    EXPECT_GT(score("pi", "Copy Picture"), score("pi", "Copy Points"));
}

TEST(CommandMatch, TakesTheBestOfSeveralPlaces) {
    EXPECT_EQ(score("li", "Clip Library"), score("li", "Show Library"));
}

} // namespace
} // namespace hierascope::widgets
