// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_room.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_content.h"
#include "widgets/common/busy_panel.h"
#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

class PyramidRoomTest : public ::testing::Test {
protected:
    PyramidRoomTest() : m_room(m_theme) {
        m_room.resize(900, 700);
        m_room.show();
    }

    void showPyramid() {
        m_content = testing::fakeContent();
        m_room.setLevel(3);
        m_room.showContent(m_content, QStringLiteral("photo.png"));
    }

    QPushButton* button(const QString& text) {
        const auto buttons = m_room.findChildren<QPushButton*>();
        for (QPushButton* candidate : buttons)
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    PyramidRoom m_room;
    std::shared_ptr<const PyramidContent> m_content;
};

TEST_F(PyramidRoomTest, ShowsTheLevelUnderTheCursorWithItsCaption) {
    showPyramid();
    EXPECT_EQ(m_room.imageView()->image(), m_content->levels[3].picture);
    EXPECT_TRUE(m_room.caption().startsWith(QStringLiteral("Scale 8 × 8")));
    EXPECT_TRUE(m_room.caption().contains(QStringLiteral("64 × 64 px")));
    EXPECT_TRUE(m_room.caption().contains(QStringLiteral("photo.png")));
    m_room.setLevel(0);
    EXPECT_EQ(m_room.imageView()->image(), m_content->levels[0].picture);
    EXPECT_EQ(m_room.messagePanel(), nullptr);
}

TEST_F(PyramidRoomTest, ShowsOriginalAndResidualOnRequest) {
    showPyramid();
    QSignalSpy changed(&m_room, &PyramidRoom::pictureChanged);
    m_room.setPicture(PyramidRoom::Picture::Original);
    EXPECT_EQ(m_room.imageView()->image(), m_content->input);
    m_room.setPicture(PyramidRoom::Picture::Residual);
    EXPECT_EQ(m_room.imageView()->image(), m_content->levels[3].residual);
    m_room.setLevel(0);
    EXPECT_TRUE(m_room.imageView()->image().isNull());
    EXPECT_TRUE(m_room.caption().contains(QStringLiteral("coarsest")));
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(PyramidRoomTest, SaysWhatIsMissingAndOffersTheWayThere) {
    m_room.showMessage({{},
                        QStringLiteral("No model is open"),
                        QStringLiteral("Open one."),
                        QStringLiteral("Open a model folder…"),
                        false});
    ASSERT_NE(m_room.messagePanel(), nullptr);
    EXPECT_EQ(m_room.messagePanel()->accessibleName(), QStringLiteral("No model is open"));
    QSignalSpy chosen(&m_room, &PyramidRoom::actionChosen);
    QPushButton* open = button(QStringLiteral("Open a model folder…"));
    ASSERT_NE(open, nullptr);
    open->click();
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(PyramidRoomTest, ShowsProgressInPlaceAndStops) {
    m_room.showBusy(QStringLiteral("Opening model"));
    m_room.setProgress({1, 4, "reading"});
    auto* busy = m_room.findChild<BusyPanel*>();
    ASSERT_NE(busy, nullptr);
    EXPECT_TRUE(busy->isVisible());
    QSignalSpy cancelled(&m_room, &PyramidRoom::cancelRequested);
    QPushButton* stop = button(QStringLiteral("Stop"));
    ASSERT_NE(stop, nullptr);
    stop->click();
    EXPECT_EQ(cancelled.count(), 1);
    showPyramid();
    EXPECT_FALSE(busy->isVisible());
}

TEST_F(PyramidRoomTest, KeepsTheOldPictureWhileAQuickResultIsMade) {
    showPyramid();
    m_room.showBusy(QStringLiteral("Reconstructing"));
    EXPECT_TRUE(m_room.isBusy());
    EXPECT_FALSE(m_room.findChild<BusyPanel*>()->isVisible());
    EXPECT_EQ(m_room.imageView()->image(), m_content->levels[3].picture);
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_room.findChild<BusyPanel*>()->isVisible(); }));
}

TEST_F(PyramidRoomTest, NamesEveryControl) {
    showPyramid();
    const auto buttons = m_room.findChildren<QAbstractButton*>();
    for (const QAbstractButton* control : buttons)
        if (control->isVisible()) {
            EXPECT_FALSE(control->accessibleName().isEmpty()) << qPrintable(control->text());
        }
    EXPECT_EQ(m_room.imageView()->accessibleName(), QStringLiteral("Scale 8 × 8 of photo.png"));
}

} // namespace
} // namespace hierascope::widgets
