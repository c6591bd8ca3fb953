// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/codebook_bench.h"

#include <numeric>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = CodebookState::Phase;

class CodebookBenchTest : public ::testing::Test {
protected:
    CodebookBenchTest()
        : m_codebook(m_state), m_workbench(m_services, m_state, m_runner),
          m_bench(m_services, m_state, m_codebook, m_workbench.models(), m_runner) {
        m_images = testing::makeGreyImages(m_folder.path(), 8);
        m_state.setModel(Side::A, QStringLiteral("codes"));
        m_state.setImage(Side::A, m_images.front());
        CodebookChoice choice;
        choice.data = m_images;
        setCodebook(m_state, choice, {});
    }
    ~CodebookBenchTest() override { m_runner.shutdown(); }

    bool reach(Side side = Side::A) {
        return waitUntil([this, side] {
            return m_codebook.isReady(side) && m_state.phase() == ViewState::Phase::Ready &&
                   m_runner.tasks().empty() && !m_bench.isWorking();
        });
    }
    const CodebookState::Shown& a() const { return m_codebook.at(Side::A); }

    testing::TempFolder m_folder;
    QStringList m_images;
    Services m_services = testing::fakeServices();
    ViewState m_state;
    CodebookState m_codebook;
    TaskRunner m_runner;
    Workbench m_workbench;
    CodebookBench m_bench;
};

TEST_F(CodebookBenchTest, CountsNothingBeforeItIsAsked) {
    ASSERT_TRUE(waitUntil([this] { return m_state.phase() == ViewState::Phase::Ready; }));
    EXPECT_EQ(a().phase, Phase::Empty);
}

TEST_F(CodebookBenchTest, CountsTheCodesOfAllImagesAndLaysTheCodebookOut) {
    m_bench.start();
    ASSERT_TRUE(reach());
    const runtime::CodebookStatistics& all = a().atlas->statistics;
    EXPECT_EQ(all.images, 8);
    EXPECT_EQ(all.tokens, 8 * 128);
    EXPECT_EQ(std::accumulate(all.all.counts.begin(), all.all.counts.end(), 0), 8 * 128);
    EXPECT_EQ(a().vectors->width, 3);
    ASSERT_TRUE(waitUntil([this] { return !a().vectors->places.empty(); }));
    EXPECT_EQ(a().vectors->places.size(), 2U * 1024U);
}

TEST_F(CodebookBenchTest, SortsByUsageByNumberAndByLevel) {
    m_bench.start();
    ASSERT_TRUE(reach());
    CodebookChoice choice = m_codebook.choice();
    const std::vector<std::int64_t>& counts = a().atlas->statistics.all.counts;
    const auto byUsage = sortedCodes(*a().atlas, choice);
    for (std::size_t i = 1; i < byUsage.size(); ++i)
        ASSERT_GE(counts[std::size_t(byUsage[i - 1])], counts[std::size_t(byUsage[i])]);
    choice.sort = CodeSort::Code;
    EXPECT_EQ(sortedCodes(*a().atlas, choice).at(7), 7);
    choice.sort = CodeSort::Level;
    EXPECT_LT(sortedCodes(*a().atlas, choice).front(), 32) << "the codes of the first level";
}

TEST_F(CodebookBenchTest, PickingACodeSelectsItsTokensAndPaintsIt) {
    m_bench.start();
    ASSERT_TRUE(reach());
    const std::int64_t code = m_state.content()->reconstruction.pyramid.levels.back().codes.front();
    pickCode(m_state, code);
    EXPECT_FALSE(m_state.choice().selection.empty());
    for (const TokenRef& place : m_state.choice().selection)
        EXPECT_EQ(m_state.content()
                      ->reconstruction.pyramid.levels[std::size_t(place.level)]
                      .codes[std::size_t(place.token)],
                  code);
    ASSERT_TRUE(waitUntil([this] { return a().painting != nullptr; }));
    EXPECT_FALSE(a().painting->alone.isNull());
    m_state.undoStack().undo();
    EXPECT_EQ(m_codebook.choice().code, -1);
    EXPECT_TRUE(m_state.choice().selection.empty());
    EXPECT_EQ(a().painting, nullptr);
}

TEST_F(CodebookBenchTest, StoppingKeepsWhatThereIsAndStartingGoesOn) {
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] { return m_bench.isWorking(); }));
    m_bench.stop();
    ASSERT_TRUE(waitUntil([this] {
        return m_runner.tasks().empty() && !m_bench.isWorking() && a().phase != Phase::Counting;
    }));
    EXPECT_TRUE(!a().atlas || a().atlas->statistics.images <= 8);
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] { return a().atlas && a().atlas->isComplete; }));
    EXPECT_EQ(a().atlas->statistics.images, 8);
}

TEST_F(CodebookBenchTest, CountsBBesideA) {
    m_state.compareWith({QStringLiteral("codes-of-another"), {}});
    m_bench.start();
    ASSERT_TRUE(reach(Side::B));
    EXPECT_EQ(m_codebook.at(Side::B).atlas->statistics.images, 8);
}

TEST_F(CodebookBenchTest, StudiesTheChannelsOfAModelWithoutCodes) {
    m_state.setModel(Side::A, QStringLiteral("model"));
    m_bench.start();
    ASSERT_TRUE(reach());
    ASSERT_NE(a().study, nullptr);
    EXPECT_EQ(a().study->images, 8);
    EXPECT_FALSE(a().study->channels.empty());
    m_bench.stop();
    EXPECT_TRUE(m_codebook.isReady()) << "what was measured stays";
}

TEST_F(CodebookBenchTest, SaysWhyThereIsNothing) {
    CodebookChoice choice;
    choice.data = QStringList{QStringLiteral("/there/is/no/folder")};
    setCodebook(m_state, choice, {});
    m_bench.start();
    ASSERT_TRUE(waitUntil([this] { return a().phase == Phase::Failed; }));
    EXPECT_THAT(a().error.message, ::testing::HasSubstr("/there/is/no/folder"));
    choice.data = m_images;
    setCodebook(m_state, choice, {});
    ASSERT_TRUE(reach());
}

} // namespace
} // namespace hierascope::widgets
