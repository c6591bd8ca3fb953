// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::testing {

/// How a run of the program ended, and what it said.
struct ProgramRun {
    int exitCode = -1; ///< minus the signal's number if one ended it
    std::string output;
    std::string errors;

    nlohmann::json json() const { return nlohmann::json::parse(output); }
    int errorLines() const;
};

/// A folder with a small model in `m` and a picture `photo.png`, and the real program.
class CliTest : public ::testing::Test {
protected:
    void SetUp() override;

    /// Runs `hierascope_cli ARGUMENTS...` in the folder.
    ProgramRun run(const std::vector<std::string>& arguments) const;

    /// Starts it without waiting; output goes to the files `out` and `err` of the folder, with
    /// `suffix` behind their names.
    pid_t start(const std::vector<std::string>& arguments, const std::string& suffix = "") const;
    ProgramRun wait(pid_t process, const std::string& suffix = "") const;

    std::string bytesOf(const std::string& name) const;

    TempFolder m_folder;
};

/// Expects a failure with this code that says all of `mentions` in one line.
void expectOneSentence(const ProgramRun& run, int exitCode,
                       const std::vector<std::string>& mentions);

} // namespace hierascope::testing
