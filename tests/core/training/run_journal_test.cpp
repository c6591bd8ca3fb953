// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_journal.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/io/png_writer.h"
#include "core/runs/tensorboard_reader.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::SizeIs;

class RunJournalTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(runs::RunFolder::create(m_temporary / "run"));
        ASSERT_TRUE(writeFileAtomically(m_temporary / "run/config.json", "{\n  \"seed\": 7\n}\n"));
    }
    runs::RunFolder folder() const { return *runs::RunFolder::open(m_temporary / "run"); }

    testing::TempFolder m_temporary;
    EventSink m_nobody;
};

TEST_F(RunJournalTest, TellsTensorboardWhatItTells) {
    std::filesystem::create_directories(m_temporary / "run/samples/step-2");
    ASSERT_TRUE(io::writePng(m_temporary / "run/samples/step-2/00.png", ImageRgb8(5, 4)));
    RunJournal journal(folder(), m_nobody);
    ASSERT_TRUE(journal.tell(runs::HelloEvent{1, "run", 0, 4}));
    for (std::int64_t step = 1; step <= 3; ++step)
        ASSERT_TRUE(journal.tell(runs::MetricEvent{step, {{"loss", 1.0}}}));
    ASSERT_TRUE(journal.tell(runs::SampleEvent{2, "samples/step-2"}));

    RunJournal resumed(folder(), m_nobody);
    resumed.resumeFrom(1, 0.0);
    ASSERT_TRUE(resumed.tell(runs::HelloEvent{1, "run", 1, 4}));
    for (std::int64_t step = 2; step <= 4; ++step)
        ASSERT_TRUE(resumed.tell(runs::MetricEvent{step, {{"loss", 1.0}}}));

    runs::TensorboardReader reader(m_temporary / "run");
    ASSERT_TRUE(reader.update());
    EXPECT_THAT(reader.run().scalars.at("loss"), SizeIs(4)); // none twice
    EXPECT_EQ(reader.run().texts.at("config")[0].text, "    {\n      \"seed\": 7\n    }\n");
    EXPECT_FALSE(reader.run().images.contains("samples/00")) << "step 2 was told anew";
    ASSERT_TRUE(resumed.tell(runs::SampleEvent{2, "samples/step-2"}));
    ASSERT_TRUE(reader.update());
    EXPECT_EQ(reader.run().images.at("samples/00").at(0).width, 5);
}

TEST_F(RunJournalTest, GoesOnWhereTensorboardHasNoPicture) {
    RunJournal journal(folder(), m_nobody);
    ASSERT_TRUE(journal.tell(runs::HelloEvent{1, "run", 0, 4}));
    std::filesystem::create_directories(m_temporary / "run/samples/step-2");
    std::ofstream(m_temporary / "run/samples/step-2/00.png") << "no picture";
    EXPECT_TRUE(journal.tell(runs::SampleEvent{2, "samples/step-2"}));
    EXPECT_THAT(folder().events().value(), SizeIs(2));
}

} // namespace
} // namespace hierascope::training
