// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/events.h"

#include <gmock/gmock.h>

namespace hierascope::runs {
namespace {

using ::testing::HasSubstr;

TEST(Events, SurviveTheWayThroughALine) {
    const std::vector<Event> events{HelloEvent{1, "photos", 3, 100},
                                    StageEvent{"train"},
                                    ProgressEvent{5, 100, 1.5, 20.25},
                                    MetricEvent{5, {{"loss", 0.125}, {"psnr_4x4", 20.0}}},
                                    CheckpointEvent{5, "checkpoints/step-5"},
                                    SampleEvent{5, "samples/5.png"},
                                    ErrorEvent{"File 'a\n\"b\"' is missing."},
                                    FinishedEvent{100, "done"}};
    for (const Event& event : events) {
        const std::string line = lineFromEvent(event);
        EXPECT_EQ(line.find('\n'), std::string::npos) << line;
        const auto read = eventFromLine(line);
        ASSERT_TRUE(read) << line;
        EXPECT_EQ(*read, event) << line;
    }
}

TEST(Events, KeepTheNameOfATypeFromTheFuture) {
    const auto event = eventFromLine(R"({"type":"weather","sun":true})");
    ASSERT_TRUE(event);
    EXPECT_EQ(*event, Event(UnknownEvent{"weather"}));
}

TEST(Events, RefuseBrokenLines) {
    for (const char* line : {"", "{", "[]", "{}", R"({"type":"hello"})",
                             R"({"type":"metric","step":"one","values":{}})"}) {
        const auto event = eventFromLine(line);
        ASSERT_FALSE(event) << line;
        EXPECT_EQ(event.error().code, ErrorCode::BadData) << line;
    }
    EXPECT_THAT(eventFromLine(R"({"type":"stage"})").error().message, HasSubstr("name"));
}

} // namespace
} // namespace hierascope::runs
