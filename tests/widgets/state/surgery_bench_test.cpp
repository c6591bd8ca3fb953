// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/surgery_bench.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/workbench.h"

#include <QSignalSpy>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Act = SurgeryAct;

class SurgeryBenchTest : public ::testing::Test {
protected:
    SurgeryBenchTest()
        : m_workbench(m_services, m_state, m_runner),
          m_bench(m_services, m_state, m_workbench.models(), m_runner) {
        m_images = testing::makeGreyImages(m_folder.path(), 3);
        m_state.setModel(Side::A, QStringLiteral("codes"));
        m_state.setImage(Side::A, m_images.front());
        for (const QString& image : m_images)
            m_state.images().add(image);
        EXPECT_TRUE(isThere());
        m_first = m_state.content();
        m_state.setLevel(5); // 4 x 4
    }
    ~SurgeryBenchTest() override { m_runner.shutdown(); }

    /// Waits for the pyramid of all edits that are shown.
    bool isThere() {
        return waitUntil([this] {
            const auto content = m_state.content();
            return m_state.phase() == ViewState::Phase::Ready && content &&
                   content->edits == m_state.choice().edits(Side::A) &&
                   m_state.contentSubject(Side::A) == m_state.choice().a &&
                   m_runner.tasks().empty();
        });
    }
    void select(const std::vector<std::int64_t>& tokens) {
        m_state.selectTokens(Side::A, tokens, SelectionMode::Replace);
    }
    void act(Act act) {
        ASSERT_EQ(m_bench.obstacle(act), QString()) << int(act);
        m_bench.act(act);
        ASSERT_TRUE(isThere()) << int(act);
    }
    void compareWith(const char* model, const QString& image) {
        m_state.compareWith({QString::fromLatin1(model), image});
        ASSERT_TRUE(
            waitUntil([this] { return m_state.phase(Side::B) == ViewState::Phase::Ready; }));
        ASSERT_TRUE(isThere());
    }
    std::int64_t code(std::size_t token, int level = 5) {
        return m_state.content()->reconstruction.pyramid.levels[std::size_t(level)].codes[token];
    }
    const ImageRgbF32& finest() { return m_state.content()->reconstruction.levels.back().picture; }
    int steps() {
        const TokenSurgery* surgery = m_state.choice().surgery();
        return surgery != nullptr ? int(surgery->steps.size()) : 0;
    }

    testing::TempFolder m_folder;
    QStringList m_images;
    Services m_services = testing::fakeServices();
    ViewState m_state;
    TaskRunner m_runner;
    Workbench m_workbench;
    SurgeryBench m_bench;
    std::shared_ptr<const PyramidContent> m_first;
};

TEST_F(SurgeryBenchTest, ReplacesAndRestoresBitForBit) {
    select({3, 7});
    for (const Act edit : {Act::Zero, Act::Mask, Act::Noise, Act::NearCode, Act::Code}) {
        act(edit);
        EXPECT_NE(finest(), m_first->reconstruction.levels.back().picture) << int(edit);
        EXPECT_EQ(m_state.content()->levels[4].movedBy, 0.0) << "coarser levels stay";
        EXPECT_GT(m_state.content()->levels.back().movedBy, 0.0);
        act(Act::Restore);
        for (std::size_t level = 0; level < m_first->levels.size(); ++level)
            EXPECT_EQ(m_state.content()->reconstruction.levels[level].picture,
                      m_first->reconstruction.levels[level].picture)
                << int(edit) << level;
        EXPECT_EQ(m_state.content()->levels.back().movedBy, 0.0);
    }
}

TEST_F(SurgeryBenchTest, UndoAndRedoComputeNothingAgain) {
    select({3});
    act(Act::Zero);
    const auto zeroed = m_state.content();
    act(Act::Noise);
    const auto noisy = m_state.content();
    QSignalSpy tasks(&m_runner, &TaskRunner::taskAdded);
    m_state.undoStack().undo();
    EXPECT_EQ(m_state.content(), zeroed);
    m_state.undoStack().undo();
    EXPECT_EQ(m_state.content(), m_first);
    m_state.undoStack().redo();
    m_state.undoStack().redo();
    EXPECT_EQ(m_state.content(), noisy);
    showEdits(m_state, 1);
    EXPECT_EQ(m_state.content(), zeroed);
    EXPECT_EQ(steps(), 2) << "a later edit stays";
    m_bench.act(Act::Later);
    EXPECT_EQ(m_state.content(), noisy);
    EXPECT_EQ(tasks.count(), 0);
    EXPECT_EQ(m_state.phase(), ViewState::Phase::Ready);
}

TEST_F(SurgeryBenchTest, AnEditAfterGoingBackDropsWhatCameLater) {
    select({3});
    act(Act::Zero);
    act(Act::Mask);
    act(Act::Earlier);
    act(Act::Code);
    EXPECT_EQ(steps(), 2);
    EXPECT_EQ(code(3), 0);
    EXPECT_NE(m_bench.obstacle(Act::Later), QString());
    m_state.undoStack().undo();
    EXPECT_EQ(steps(), 2) << "and undo brings it back";
    EXPECT_EQ(m_bench.obstacle(Act::Later), QString());
}

TEST_F(SurgeryBenchTest, NamesTheNearestCodesAndTakesThem) {
    m_bench.setActive(true);
    select({3});
    ASSERT_TRUE(waitUntil([this] { return !m_bench.nearCodes(4).empty(); }));
    const auto near = m_bench.nearCodes(4);
    ASSERT_EQ(near.size(), 4U);
    EXPECT_LE(near[0].distance, near[1].distance);
    m_bench.putNearCode(2);
    ASSERT_TRUE(isThere());
    EXPECT_EQ(code(3), near[2].code);
    SurgeryBench::Settings settings;
    settings.code = 77;
    m_bench.setSettings(settings);
    act(Act::Code);
    EXPECT_EQ(code(3), 77);
    settings.code = 1024;
    m_bench.setSettings(settings);
    EXPECT_TRUE(m_bench.obstacle(Act::Code).contains(QStringLiteral("1024")));
}

TEST_F(SurgeryBenchTest, SaysWhyATokenWithoutCodeHasNoNearOne) {
    select({3});
    act(Act::Zero);
    EXPECT_EQ(code(3), runtime::kNoCode);
    EXPECT_TRUE(m_bench.obstacle(Act::NearCode).contains(QStringLiteral("no code")));
}

TEST_F(SurgeryBenchTest, TakesTokensAndWholeLevelsOfB) {
    compareWith("", m_images.back());
    const auto b = m_state.content(Side::B);
    const auto& theirs = b->reconstruction.pyramid.levels;
    select({0, 15});
    act(Act::Take);
    EXPECT_EQ(code(0), theirs[5].codes[0]);
    EXPECT_EQ(code(15), theirs[5].codes[15]);
    EXPECT_EQ(code(1), m_first->reconstruction.pyramid.levels[5].codes[1]);
    act(Act::TakeLevel);
    EXPECT_EQ(m_state.content()->reconstruction.pyramid.levels[5].codes, theirs[5].codes);
    EXPECT_EQ(m_state.content(Side::B), b) << "B is never edited";
    act(Act::Interpolate);
    EXPECT_EQ(code(0), runtime::kNoCode) << "between two codes is none";
}

TEST_F(SurgeryBenchTest, TakesALevelOfAnImageThatAsModelEncodes) {
    SurgeryBench::Settings settings;
    settings.source = m_images.back();
    m_bench.setSettings(settings);
    m_state.setLevel(3);
    act(Act::TakeLevel);
    ASSERT_TRUE(waitUntil([this] { return steps() == 1; }));
    ASSERT_TRUE(isThere());
    EXPECT_TRUE(editTitle(m_state.choice().surgery()->steps.front()).contains(u"image2.png"));
    const auto mixed = m_state.content()->reconstruction.pyramid.levels[3].codes;
    m_state.setImage(Side::A, m_images.back());
    ASSERT_TRUE(isThere());
    EXPECT_EQ(m_state.content()->reconstruction.pyramid.levels[3].codes, mixed);
    EXPECT_EQ(m_state.content()->edits, QByteArray()) << "edits are of one image";
    EXPECT_TRUE(m_bench.obstacle(Act::TakeLevel).contains(QStringLiteral("itself")));
}

TEST_F(SurgeryBenchTest, PastesIntoAnotherImageAndOnManyTokens) {
    select({2});
    act(Act::Copy);
    EXPECT_EQ(m_bench.copied(), 1U);
    const std::int64_t copied = code(2);
    m_state.setImage(Side::A, m_images.back());
    ASSERT_TRUE(isThere());
    act(Act::PasteInPlace);
    EXPECT_EQ(code(2), copied);
    select({9, 10, 11});
    act(Act::Paste);
    for (std::size_t token = 9; token < 12; ++token)
        EXPECT_EQ(code(token), copied);
    act(Act::Copy);
    select({0});
    EXPECT_TRUE(m_bench.obstacle(Act::Paste).contains(QStringLiteral("3 tokens")));
    m_state.setImage(Side::A, m_images.front());
    ASSERT_TRUE(isThere());
    EXPECT_EQ(m_state.content(), m_first) << "the first image was never edited";
}

TEST_F(SurgeryBenchTest, TheEditsOfAnImageAreThereWhenItComesBack) {
    select({4});
    act(Act::Zero);
    const auto zeroed = m_state.content();
    m_state.setImage(Side::A, m_images.back());
    ASSERT_TRUE(isThere());
    m_state.setImage(Side::A, m_images.front());
    EXPECT_EQ(m_state.content(), zeroed);
    EXPECT_FALSE(m_bench.thumbnail(1).isNull());
    EXPECT_FALSE(m_bench.thumbnail(0).isNull());
}

TEST_F(SurgeryBenchTest, ComparesWithTheUneditedImage) {
    select({4});
    act(Act::Zero);
    m_bench.act(Act::CompareUnedited);
    ASSERT_TRUE(waitUntil([this] { return m_state.phase(Side::B) == ViewState::Phase::Ready; }));
    EXPECT_EQ(m_state.content(Side::B), m_first);
    EXPECT_NE(m_state.content(Side::A), m_first);
}

TEST_F(SurgeryBenchTest, SaysWhatStandsAgainstIt) {
    const auto says = [this](Act act, const char* words) {
        const QString obstacle = m_bench.obstacle(act);
        EXPECT_TRUE(obstacle.contains(QString::fromUtf8(words))) << qPrintable(obstacle);
    };
    for (const Act edit : {Act::Zero, Act::NearCode, Act::Take, Act::Copy, Act::Restore})
        says(edit, "Select a token first");
    says(Act::TakeLevel, "no B");
    says(Act::Paste, "Copy tokens first");
    says(Act::RestoreAll, "No token");
    says(Act::Later, "no later edit");
    select({0});
    says(Act::Restore, "None of the selected");
    compareWith("model", {});
    says(Act::Take, "family");
    m_bench.act(Act::Take); // does nothing
    EXPECT_EQ(steps(), 0);
    m_state.clearB();
    m_state.setModel(Side::A, QStringLiteral("model"));
    ASSERT_TRUE(isThere());
    m_state.setLevel(3);
    select({0});
    says(Act::Mask, "no mask token");
    says(Act::Code, "no codebook");
    act(Act::Noise);
    EXPECT_GT(m_state.content()->levels.back().movedBy, 0.0);
    m_state.setImage(Side::A, {});
    says(Act::Zero, "no pyramid");
}

TEST_F(SurgeryBenchTest, SaysWhatIsWrongWithASource) {
    SurgeryBench::Settings settings;
    settings.source = m_images.front() + QStringLiteral("-broken");
    m_bench.setSettings(settings);
    QSignalSpy failed(&m_bench, &SurgeryBench::failed);
    m_bench.act(Act::TakeLevel);
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed.front().front().toString().contains(QStringLiteral("broken")));
    EXPECT_EQ(steps(), 0);
}

} // namespace
} // namespace hierascope::widgets
