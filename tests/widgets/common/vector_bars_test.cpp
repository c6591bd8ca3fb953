// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/vector_bars.h"

#include <limits>

#include <gmock/gmock.h>

#include <QHelpEvent>
#include <QImage>
#include <QTest>
#include <QToolTip>

namespace hierascope::widgets {
namespace {

class VectorBarsTest : public ::testing::Test {
protected:
    VectorBarsTest() {
        m_bars.resize(200, 56);
        m_bars.show();
    }

    int pixels(ColorRole role) {
        QImage picture(m_bars.size(), QImage::Format_ARGB32);
        picture.fill(Qt::transparent);
        m_bars.render(&picture, {}, {}, QWidget::DrawChildren);
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, y) == m_theme.color(role) ? 1 : 0;
        return count;
    }

    Theme m_theme;
    VectorBars m_bars{m_theme};
};

TEST_F(VectorBarsTest, SaysTheChannelAndItsValue) {
    m_bars.setValues({0.5F, 0.25F, 0.00001F, -0.412F});
    EXPECT_EQ(m_bars.tipAt(5), QStringLiteral("channel 0: 0.500"));
    EXPECT_EQ(m_bars.tipAt(120), QStringLiteral("channel 2: 1e−05"));
    EXPECT_EQ(m_bars.tipAt(199), QStringLiteral("channel 3: −0.412"));
    EXPECT_TRUE(m_bars.tipAt(200).isEmpty());
    QHelpEvent help(QEvent::ToolTip, {170, 20}, m_bars.mapToGlobal(QPoint(170, 20)));
    QCoreApplication::sendEvent(&m_bars, &help);
    EXPECT_EQ(QToolTip::text(), QStringLiteral("channel 3: −0.412"));
}

TEST_F(VectorBarsTest, GathersManyChannelsInEachColumn) {
    std::vector<float> values(800, 0.1F);
    values[401] = -2.0F;
    m_bars.setValues(values);
    EXPECT_EQ(m_bars.tipAt(100), QStringLiteral("channels 400–403: −2.000 to 0.100"));
    EXPECT_EQ(pixels(ColorRole::B), 27) << "one column reaches the lower edge";
}

TEST_F(VectorBarsTest, PaintsSignsInTheirColoursAndOnTheirSides) {
    m_bars.setValues({1.0F, -0.5F});
    const int positive = pixels(ColorRole::A);
    EXPECT_NEAR(positive, 2 * pixels(ColorRole::B), positive / 8);
    m_bars.setColor(ColorRole::Good, ColorRole::Bad);
    EXPECT_EQ(pixels(ColorRole::Good), positive);
    EXPECT_EQ(pixels(ColorRole::A), 0);
}

TEST_F(VectorBarsTest, DescribesItselfInWords) {
    EXPECT_EQ(m_bars.accessibleDescription(), QStringLiteral("no values"));
    m_bars.setValues({1.0F, -0.5F, std::numeric_limits<float>::quiet_NaN()});
    EXPECT_TRUE(m_bars.accessibleDescription().contains(
        QStringLiteral("3 values, minimum −0.500, maximum 1.000")));
    EXPECT_EQ(m_bars.tipAt(199), QStringLiteral("channel 2: not a number"));
    m_bars.setValues({});
    EXPECT_TRUE(m_bars.tipAt(10).isEmpty());
    EXPECT_EQ(pixels(ColorRole::A), 0);
}

} // namespace
} // namespace hierascope::widgets
