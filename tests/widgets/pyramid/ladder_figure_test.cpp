// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/ladder_figure.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_content.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/ladder_text.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {
namespace {

std::shared_ptr<const PyramidContent> singleContent() {
    PyramidContent single = *testing::fakeContent();
    single.levels.erase(single.levels.begin(), single.levels.end() - 1);
    single.levelInfos.erase(single.levelInfos.begin(), single.levelInfos.end() - 1);
    single.reconstruction.levels.erase(single.reconstruction.levels.begin(),
                                       single.reconstruction.levels.end() - 1);
    return std::make_shared<const PyramidContent>(single);
}

/// Says whether any pixel of the column's middle differs from the background.
bool isPainted(const QImage& figure, double column, double row) {
    const QRgb background = figure.pixel(0, 0);
    return figure.pixel(int(column * figure.width()), int(row * figure.height())) != background;
}

TEST(LadderFigure, IsAsWideAsAskedForAndHasEveryLevel) {
    const Theme theme;
    for (const int width : {400, 1600}) {
        const QImage figure =
            paintLadderFigure({{Side::A, false, QStringLiteral("model"), testing::fakeContent()}},
                              figureStyle(theme, width));
        EXPECT_EQ(figure.width(), width);
        for (const double column : {0.1, 0.3, 0.5, 0.7, 0.9})
            EXPECT_TRUE(isPainted(figure, column, 0.25)) << column;
    }
}

TEST(LadderFigure, PutsALevelOfBUnderTheSameGridOfA) {
    const Theme theme;
    const QImage figure =
        paintLadderFigure({{Side::A, true, QStringLiteral("model"), testing::fakeContent()},
                           {Side::B, true, QStringLiteral("other"), singleContent()}},
                          figureStyle(theme, 1000));
    EXPECT_TRUE(isPainted(figure, 0.9, 0.75));
    EXPECT_FALSE(isPainted(figure, 0.1, 0.75));
}

TEST(LadderFigure, IsNothingWithoutALadder) {
    EXPECT_TRUE(paintLadderFigure({}, figureStyle(Theme(), 1000)).isNull());
}

TEST(LadderText, ListsEveryLevelOfAWithThoseOfBBesideThem) {
    ViewState state;
    EXPECT_TRUE(ladderTable(state).rows.empty());
    ViewChoice choice;
    choice.a = {QStringLiteral("model"), QStringLiteral("a.png")};
    choice.b = {QStringLiteral("other"), {}};
    state.choose(choice, ViewState::Change::Subject, {});
    state.setContent(Side::A, choice.a, testing::fakeContent());
    state.setContent(Side::B, choice.b, singleContent());
    const TextTable table = ladderTable(state);
    ASSERT_EQ(table.rows.size(), 5U);
    for (const QStringList& row : table.rows)
        EXPECT_EQ(row.size(), table.header.size());
    EXPECT_EQ(table.rows.back().first(), QStringLiteral("16 × 16"));
    EXPECT_TRUE(table.rows.front().contains(QStringLiteral("–"))) << "B has no such level";
    EXPECT_FALSE(table.rows.back().mid(8, 3).contains(QStringLiteral("–")));
}

} // namespace
} // namespace hierascope::widgets
