// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/train_estimate.h"

#include <fstream>
#include <optional>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

#include <QTest>

namespace hierascope::widgets {
namespace {

class TrainEstimateTest : public ::testing::Test {
protected:
    Result<TrainCost> ask(const std::string& script) {
        const auto program = m_folder / "program";
        std::ofstream(program) << "#!/bin/sh\n" << script;
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        TrainEstimate estimate(QString::fromStdString(program.string()));
        std::optional<Result<TrainCost>> answer;
        estimate.start({{"steps", 1}}, QStringLiteral("cpu"),
                       [&answer](const Result<TrainCost>& cost) { answer = cost; });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }));
        EXPECT_FALSE(estimate.isRunning());
        return answer.value_or(failure(ErrorCode::Failed, "no answer"));
    }

    testing::TempFolder m_folder;
};

TEST_F(TrainEstimateTest, ReadsWhatTheTrainerSays) {
    const auto cost = ask(R"(grep -q steps "$3" || exit 1
echo '{"parameters": 5, "flops_per_step": 6, "memory_bytes": 7, "seconds_per_step": 0.5}')");
    ASSERT_TRUE(cost) << cost.error().message;
    EXPECT_EQ(cost->parameters, 5.0);
    EXPECT_EQ(cost->secondsPerStep, 0.5);
}

TEST_F(TrainEstimateTest, PassesItsComplaintOn) {
    const auto cost = ask("echo 'Field steps is wrong.' >&2\nexit 65\n");
    ASSERT_FALSE(cost);
    EXPECT_EQ(cost.error().message, "Field steps is wrong.");
}

TEST_F(TrainEstimateTest, SaysWhatTheAnswerLacks) {
    const auto cost = ask("echo '{\"parameters\": 5}'\n");
    ASSERT_FALSE(cost);
    EXPECT_THAT(cost.error().message, ::testing::HasSubstr("flops_per_step"));
}

TEST_F(TrainEstimateTest, EndsItsProcessWithItself) {
    const auto program = m_folder / "sleeper";
    std::ofstream(program) << "#!/bin/sh\nexec sleep 60\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    auto estimate = std::make_unique<TrainEstimate>(QString::fromStdString(program.string()));
    bool isAnswered = false;
    for (int i = 0; i < 2; ++i) // the second takes the place of the first
        estimate->start({}, QStringLiteral("cpu"), [&](const auto&) { isAnswered = true; });
    estimate.reset();
    QTest::qWait(20);
    EXPECT_FALSE(isAnswered);
}

TEST_F(TrainEstimateTest, SaysWhenThereIsNoProgram) {
    TrainEstimate estimate((QString()));
    std::string said;
    estimate.start({}, QStringLiteral("cpu"),
                   [&](const auto& cost) { said = cost.error().message; });
    EXPECT_THAT(said, ::testing::HasSubstr("hierascope_cli"));
}

} // namespace
} // namespace hierascope::widgets
