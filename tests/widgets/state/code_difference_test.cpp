// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/code_difference.h"

#include <gmock/gmock.h>

#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Two levels of one and of four tokens with these codes.
std::shared_ptr<const PyramidContent> contentOf(const std::vector<std::int64_t>& codes) {
    auto content = std::make_shared<PyramidContent>();
    auto& levels = content->reconstruction.pyramid.levels;
    levels.resize(2);
    levels[0].level = {"a", 1, 1};
    levels[1].level = {"b", 2, 2};
    levels[0].codes = {codes[0]};
    levels[1].codes.assign(codes.begin() + 1, codes.end());
    content->levelInfos = {levels[0].level, levels[1].level};
    return content;
}

class CodeDifferenceTest : public ::testing::Test {
protected:
    CodeDifferenceTest() {
        ViewChoice choice;
        choice.a = {QStringLiteral("a"), QStringLiteral("image")};
        choice.b = {QStringLiteral("b"), {}};
        m_state.choose(choice, ViewState::Change::Subject, {});
    }
    void show(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
        m_state.setContent(Side::A, m_state.choice().a, contentOf(a));
        m_state.setContent(Side::B, m_state.choice().b, contentOf(b));
    }

    ViewState m_state;
};

TEST_F(CodeDifferenceTest, CountsAndSelectsTheTokensWhoseCodesAreOthers) {
    show({1, 2, 3, 4, 5}, {1, 2, 9, 4, 8});
    const std::vector<LevelDifference> levels = codeDifferences(m_state);
    ASSERT_EQ(levels.size(), 2U);
    EXPECT_THAT(levels[0].differing, IsEmpty());
    EXPECT_THAT(levels[1].differing, ElementsAre(1, 3));
    EXPECT_EQ(levels[1].share(), 0.5);
    EXPECT_EQ(selectDifferingCodes(m_state).toStdString(), "");
    EXPECT_THAT(m_state.choice().selection,
                ElementsAre(TokenRef{1, 2, 2, 1}, TokenRef{1, 2, 2, 3}));
    m_state.undoStack().undo();
    EXPECT_TRUE(m_state.choice().selection.empty());
}

TEST_F(CodeDifferenceTest, SaysWhyNothingIsSelected) {
    EXPECT_THAT(selectDifferingCodes(m_state).toStdString(), HasSubstr("not both there"));
    show({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5});
    EXPECT_THAT(selectDifferingCodes(m_state).toStdString(), HasSubstr("the same codes"));
    m_state.clearB();
    EXPECT_THAT(codeDifferences(m_state), IsEmpty());
    EXPECT_THAT(whyNoCodeDifference(m_state).toStdString(), HasSubstr("Choose a B"));
}

} // namespace
} // namespace hierascope::widgets
