// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <initializer_list>

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

void expectReadable(const Theme& theme, std::initializer_list<ColorRole> texts,
                    std::initializer_list<ColorRole> grounds) {
    for (const ColorRole text : texts)
        for (const ColorRole ground : grounds)
            EXPECT_GE(Theme::contrast(theme.color(text), theme.color(ground)), 4.5)
                << "text role " << int(text) << " on ground role " << int(ground);
}

class ThemeContrast : public ::testing::TestWithParam<Theme::Mode> {};

TEST_P(ThemeContrast, TextIsReadableOnEveryGround) {
    const Theme theme(GetParam());
    expectReadable(theme, {ColorRole::Text, ColorRole::Secondary},
                   {ColorRole::Canvas, ColorRole::Window, ColorRole::Panel, ColorRole::Raised});
    // The log, the library's errors, message panels and the letters of A and B.
    expectReadable(
        theme, {ColorRole::Good, ColorRole::Warning, ColorRole::Bad, ColorRole::A, ColorRole::B},
        {ColorRole::Window, ColorRole::Panel, ColorRole::Raised});
}

TEST_P(ThemeContrast, TextOnTheColoursOfTheSidesIsReadable) {
    const Theme theme(GetParam());
    const QColor text = theme.palette().color(QPalette::HighlightedText);
    for (const ColorRole ground : {ColorRole::A, ColorRole::B})
        EXPECT_GE(Theme::contrast(text, theme.color(ground)), 4.5) << "ground role " << int(ground);
    EXPECT_EQ(theme.palette().color(QPalette::Highlight), theme.color(ColorRole::A));
}

TEST_P(ThemeContrast, LeavesNoRoleWithoutAColour) {
    const Theme theme(GetParam());
    for (int role = 0; role < kColorRoles; ++role)
        EXPECT_TRUE(theme.color(ColorRole(role)).isValid()) << "role " << role;
    EXPECT_FALSE(theme.styleSheet().contains(QLatin1Char('@')));
}

INSTANTIATE_TEST_SUITE_P(Modes, ThemeContrast,
                         ::testing::Values(Theme::Mode::Dark, Theme::Mode::Light));

TEST(Theme, TellsOfAChangeOnce) {
    Theme theme;
    int changes = 0;
    QObject::connect(&theme, &Theme::changed, &theme, [&changes] { ++changes; });
    const QColor dark = theme.color(ColorRole::Window);
    theme.setMode(Theme::Mode::Light);
    theme.setMode(Theme::Mode::Light);
    EXPECT_EQ(changes, 1);
    EXPECT_NE(theme.color(ColorRole::Window), dark);
}

TEST(Theme, KnowsTheContrastOfBlackAndWhite) {
    EXPECT_NEAR(Theme::contrast(Qt::black, Qt::white), 21.0, 1e-9);
}

} // namespace
} // namespace hierascope::widgets
