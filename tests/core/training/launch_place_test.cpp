// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/launch_place.h"

#include <map>

#include <gmock/gmock.h>

namespace hierascope::training {
namespace {

using ::testing::HasSubstr;
using Variables = std::map<std::string, std::string>;

Result<std::optional<LaunchPlace>> placeIn(const Variables& variables) {
    return launchPlace([&variables](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    });
}

const Variables kTorchrun{{"RANK", "1"},
                          {"WORLD_SIZE", "4"},
                          {"LOCAL_RANK", "1"},
                          {"LOCAL_WORLD_SIZE", "2"},
                          {"MASTER_ADDR", "alpha"},
                          {"MASTER_PORT", "29500"},
                          {"TORCHELASTIC_USE_AGENT_STORE", "True"}};

TEST(LaunchPlace, IsNothingForOneProcess) {
    EXPECT_FALSE(placeIn({}).value());
    EXPECT_FALSE(placeIn({{"WORLD_SIZE", "1"}}).value());
    // A batch script of Slurm that starts the program once.
    EXPECT_FALSE(placeIn({{"SLURM_NTASKS", "4"}, {"SLURM_PROCID", "0"}}).value());
}

TEST(LaunchPlace, ReadsWhatTorchrunSays) {
    const auto place = placeIn(kTorchrun);
    ASSERT_TRUE(place) << place.error().message;
    ASSERT_TRUE(*place);
    EXPECT_EQ((*place)->rank, 1);
    EXPECT_EQ((*place)->processes, 4);
    EXPECT_EQ((*place)->localProcesses, 2);
    EXPECT_EQ((*place)->host, "alpha");
    EXPECT_EQ((*place)->port, 29500);
    EXPECT_TRUE((*place)->isStoreServed);
}

TEST(LaunchPlace, ReadsWhatSlurmSays) {
    const auto place = placeIn({{"SLURM_STEP_NUM_TASKS", "8"},
                                {"SLURM_PROCID", "5"},
                                {"SLURM_STEP_TASKS_PER_NODE", "2(x4)"},
                                {"SLURM_STEP_NODELIST", "node[003-005,9],login"},
                                {"SLURM_JOB_ID", "123456"}});
    ASSERT_TRUE(place) << place.error().message;
    EXPECT_EQ((*place)->rank, 5);
    EXPECT_EQ((*place)->localProcesses, 2);
    EXPECT_EQ((*place)->host, "node003");
    EXPECT_EQ((*place)->port, 15000 + 123456 % 10000);
    EXPECT_FALSE((*place)->isStoreServed);
}

TEST(LaunchPlace, NamesAVariableThatIsMissingOrWrong) {
    for (const auto& [name, value] :
         Variables{{"RANK", "4"}, {"RANK", "x"}, {"MASTER_PORT", "0"}, {"WORLD_SIZE", "0"}}) {
        Variables variables = kTorchrun;
        variables[name] = value;
        const auto place = placeIn(variables);
        ASSERT_FALSE(place) << name;
        EXPECT_EQ(place.error().code, ErrorCode::Usage);
        EXPECT_THAT(place.error().message, HasSubstr("Variable " + name + " is '" + value + "'"));
    }
    for (const char* name : {"RANK", "MASTER_ADDR", "MASTER_PORT"}) {
        Variables variables = kTorchrun;
        variables.erase(name);
        const auto place = placeIn(variables);
        ASSERT_FALSE(place) << name;
        EXPECT_THAT(place.error().message, HasSubstr("Variable " + std::string(name)));
    }
}

} // namespace
} // namespace hierascope::training
