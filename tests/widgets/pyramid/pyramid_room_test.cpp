// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_room.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/fake_content.h"
#include "widgets/common/busy_panel.h"
#include "widgets/common/color_key.h"
#include "widgets/common/image_view.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/commutation_view.h"
#include "widgets/pyramid/ladder_view.h"
#include "widgets/pyramid/level_card.h"
#include "widgets/pyramid/pyramid_bar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace hierascope::widgets {
namespace {

class PyramidRoomTest : public ::testing::Test {
protected:
    PyramidRoomTest() : m_room(m_theme, m_state) {
        m_room.resize(1100, 760);
        m_room.show();
    }

    void showPyramid() {
        m_content = testing::fakeContent();
        ViewChoice choice;
        choice.a = {QStringLiteral("model"), QStringLiteral("photo.png")};
        m_state.choose(choice, ViewState::Change::Subject, {});
        m_state.setContent(Side::A, choice.a, m_content);
        m_state.setLevel(3);
    }

    void showB() {
        m_state.compareWith({QStringLiteral("other"), {}});
        m_state.setContent(Side::B, m_state.choice().resolved(Side::B), testing::fakeContent());
    }

    const QImage& image(Side side = Side::A) const { return m_room.view()->view(side)->image(); }

    QAbstractButton* button(const QString& text) {
        const auto buttons = m_room.findChildren<QAbstractButton*>();
        for (QAbstractButton* candidate : buttons)
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    ViewState m_state;
    PyramidRoom m_room;
    std::shared_ptr<const PyramidContent> m_content;
};

TEST_F(PyramidRoomTest, ShowsTheLevelUnderTheCursorWithItsCaption) {
    showPyramid();
    EXPECT_EQ(image(), m_content->levels[3].picture);
    const QString caption = m_room.view()->pane(Side::A).caption;
    EXPECT_TRUE(caption.startsWith(QStringLiteral("Scale 8 × 8"))) << qPrintable(caption);
    EXPECT_TRUE(caption.contains(QStringLiteral("64 × 64 px")));
    m_state.setLevel(0);
    EXPECT_EQ(image(), m_content->levels[0].picture);
    EXPECT_EQ(m_room.messagePanel(), nullptr);
    EXPECT_EQ(m_room.picture(), m_content->levels[0].picture);
}

TEST_F(PyramidRoomTest, ShowsEveryKindOfPictureWithTheKeyOfItsColours) {
    showPyramid();
    EXPECT_FALSE(m_room.bar()->key()->isVisible());
    const auto choose = [this](const char* text) {
        QAbstractButton* segment = button(QString::fromUtf8(text));
        ASSERT_NE(segment, nullptr) << text;
        segment->click();
    };
    choose("Original");
    EXPECT_EQ(image(), m_content->input);
    choose("Residual");
    EXPECT_EQ(image(), m_content->levels[3].residual);
    EXPECT_TRUE(m_room.bar()->key()->isVisible());
    EXPECT_FLOAT_EQ(m_room.bar()->key()->limit(), m_content->residualLimit);
    choose("± Error");
    EXPECT_EQ(image(), imageFromMap(m_content->levels[3].signedError, ColorMap::Diverging,
                                    m_content->errorLimit));
    choose("|Error|");
    EXPECT_EQ(m_room.bar()->key()->map(), ColorMap::Magnitude);
    EXPECT_EQ(image(), imageFromMap(m_content->levels[3].absoluteError, ColorMap::Magnitude,
                                    m_content->errorLimit));
    choose("Reconstruction");
    EXPECT_FALSE(m_room.bar()->key()->isVisible());
}

TEST_F(PyramidRoomTest, SaysThatTheCoarsestLevelHasNoResidual) {
    showPyramid();
    m_state.setPicture(Picture::Residual);
    m_state.setLevel(0);
    EXPECT_TRUE(image().isNull());
    EXPECT_TRUE(m_room.view()->view(Side::A)->message().contains(QStringLiteral("coarsest")));
}

TEST_F(PyramidRoomTest, PutsTheThreePicturesOfTheCommutationCheckBesideEachOther) {
    showPyramid();
    m_state.setPicture(Picture::Commutation);
    const CommutationView* check = m_room.commutation();
    EXPECT_TRUE(check->isVisible());
    EXPECT_EQ(check->view(0)->image(), m_content->levels[3].picture);
    EXPECT_EQ(check->view(1)->image(), m_content->levels[3].finestReduced);
    EXPECT_EQ(check->view(2)->image(), m_content->levels[3].inputReduced);
    const auto& figures = m_content->reconstruction.levels[3];
    for (const double psnr :
         {figures.commutation.psnrDecoded, figures.commutation.psnrFinest, figures.psnr})
        EXPECT_TRUE(check->figures().contains(decibelText(psnr))) << qPrintable(check->figures());
    check->view(1)->showTruePixels();
    EXPECT_DOUBLE_EQ(check->view(0)->zoom(), 1.0) << "the three are moved together";
}

TEST_F(PyramidRoomTest, ShowsAAndBInEachWay) {
    showPyramid();
    showB();
    EXPECT_TRUE(m_room.view()->view(Side::B)->isVisible());
    EXPECT_EQ(image(Side::B).size(), image(Side::A).size());
    m_state.setCompare(Compare::Wipe);
    EXPECT_FALSE(m_room.view()->view(Side::B)->isVisible());
    m_state.setCompare(Compare::Difference);
    m_state.setDifference(std::make_shared<const DifferencePicture>(makeDifferencePicture(
        m_content->reconstruction.levels[3].picture, m_content->reconstruction.levels[2].picture)));
    EXPECT_EQ(image(), m_state.difference()->picture);
    EXPECT_TRUE(m_room.bar()->key()->isVisible());
    m_state.clearB();
    EXPECT_EQ(image(), m_content->levels[3].picture);
}

TEST_F(PyramidRoomTest, FlipsToBWhileTheStateSaysSo) {
    showPyramid();
    showB();
    m_state.setCompare(Compare::OnlyA);
    m_state.setFlipped(true);
    EXPECT_EQ(image(), m_state.content(Side::B)->levels[3].picture);
    m_state.setFlipped(false);
    EXPECT_EQ(image(), m_content->levels[3].picture);
}

TEST_F(PyramidRoomTest, LightsASelectedTokenAtEveryLevel) {
    showPyramid();
    m_state.setOverlay(TokenOverlay::Grid);
    Q_EMIT m_room.view()->tokensChosen(Side::A, {9}, SelectionMode::Replace);
    EXPECT_EQ(m_room.view()->pane(Side::A).tokens.selected, std::set<std::int64_t>{9});
    m_state.setLevel(1);
    const TokenLayer& coarse = m_room.view()->pane(Side::A).tokens;
    EXPECT_TRUE(coarse.selected.empty());
    ASSERT_EQ(coarse.areas.size(), 1U);
    EXPECT_EQ(coarse.areas.front(), QRectF(0.125, 0.125, 0.125, 0.125));
}

TEST_F(PyramidRoomTest, ColoursTokensOnRequest) {
    showPyramid();
    m_state.setOverlay(TokenOverlay::Colors);
    const QImage colors = m_room.view()->pane(Side::A).tokens.colors;
    EXPECT_EQ(colors.size(), QSize(8, 8));
    EXPECT_NE(colors.pixel(0, 0), colors.pixel(7, 7));
}

TEST_F(PyramidRoomTest, SaysWhatIsMissingAndOffersTheWayThere) {
    m_room.setMessage({{},
                       QStringLiteral("No model is open"),
                       QStringLiteral("Open one."),
                       QStringLiteral("Open a model folder…"),
                       false});
    m_state.setEmpty(Side::A);
    ASSERT_NE(m_room.messagePanel(), nullptr);
    EXPECT_EQ(m_room.messagePanel()->accessibleName(), QStringLiteral("No model is open"));
    QSignalSpy chosen(&m_room, &PyramidRoom::actionChosen);
    QAbstractButton* open = button(QStringLiteral("Open a model folder…"));
    ASSERT_NE(open, nullptr);
    open->click();
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(PyramidRoomTest, ShowsProgressInPlaceAndStops) {
    m_state.setBusy(Side::A, QStringLiteral("Opening model"));
    m_state.setProgress(Side::A, {1, 4, "reading"});
    auto* busy = m_room.findChild<BusyPanel*>();
    ASSERT_NE(busy, nullptr);
    EXPECT_TRUE(busy->isVisible());
    QSignalSpy cancelled(&m_room, &PyramidRoom::cancelRequested);
    QAbstractButton* stop = button(QStringLiteral("Stop"));
    ASSERT_NE(stop, nullptr);
    stop->click();
    EXPECT_EQ(cancelled.count(), 1);
    showPyramid();
    EXPECT_FALSE(busy->isVisible());
}

TEST_F(PyramidRoomTest, KeepsTheOldPictureForAMomentThenShowsTheNewImageItself) {
    showPyramid();
    QImage preview(30, 20, QImage::Format_RGB32);
    preview.fill(Qt::red);
    m_state.setImage(Side::A, QStringLiteral("next.png"));
    m_state.setPreview(Side::A, preview);
    m_state.setBusy(Side::A, QStringLiteral("Reconstructing"));
    EXPECT_EQ(image(), m_content->levels[3].picture);
    EXPECT_FALSE(m_room.findChild<BusyPanel*>()->isVisible());
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_room.findChild<BusyPanel*>()->isVisible(); }));
    EXPECT_EQ(image().size(), preview.size());
    EXPECT_FALSE(m_room.ladder()->isEnabled()) << "it is still of the image before";
    EXPECT_TRUE(m_room.view()->pane(Side::A).caption.contains(QStringLiteral("not encoded yet")));
}

TEST_F(PyramidRoomTest, FollowsNothingWhileHiddenAndCatchesUp) {
    showPyramid();
    m_room.hide();
    m_state.setLevel(1);
    EXPECT_EQ(image(), m_content->levels[3].picture);
    m_room.show();
    EXPECT_EQ(image(), m_content->levels[1].picture);
}

TEST_F(PyramidRoomTest, ChoosesTheLevelThatIsClickedInTheLadder) {
    showPyramid();
    QTest::mouseClick(m_room.ladder()->card(1), Qt::LeftButton);
    EXPECT_EQ(m_state.level(), 1);
    EXPECT_TRUE(m_room.ladder()->card(1)->isChecked());
}

TEST_F(PyramidRoomTest, NamesEveryControl) {
    showPyramid();
    const auto buttons = m_room.findChildren<QAbstractButton*>();
    for (const QAbstractButton* control : buttons)
        if (control->isVisible()) {
            EXPECT_FALSE(control->accessibleName().isEmpty()) << qPrintable(control->text());
        }
    EXPECT_EQ(m_room.view()->view(Side::A)->accessibleName(),
              QStringLiteral("Scale 8 × 8 of photo.png"));
}

} // namespace
} // namespace hierascope::widgets
