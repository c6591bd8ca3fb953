// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <gmock/gmock.h>

namespace hierascope::widgets {
namespace {

class ThemeContrast : public ::testing::TestWithParam<Theme::Mode> {};

TEST_P(ThemeContrast, TextIsReadableOnEveryGround) {
    const Theme theme(GetParam());
    for (const ColorRole ground : {ColorRole::Window, ColorRole::Panel, ColorRole::Raised})
        for (const ColorRole text : {ColorRole::Text, ColorRole::Secondary})
            EXPECT_GE(Theme::contrast(theme.color(text), theme.color(ground)), 4.5)
                << "text role " << int(text) << " on ground role " << int(ground);
}

TEST_P(ThemeContrast, SelectedTextIsReadable) {
    const QPalette palette = Theme(GetParam()).palette();
    EXPECT_GE(Theme::contrast(palette.color(QPalette::HighlightedText),
                              palette.color(QPalette::Highlight)),
              4.5);
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
