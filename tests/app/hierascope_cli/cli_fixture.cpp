// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/runtime/pictures.h"

namespace hierascope::testing {

namespace {

/// In the child: becomes the program. Only calls that are safe between fork and exec.
[[noreturn]] void becomeProgram(const char* folder, const char* output, const char* errors,
                                std::vector<char*>& arguments) {
    const bool isReady = ::chdir(folder) == 0;
    const int out = ::open(output, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const int err = ::open(errors, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    if (isReady && ::dup2(out, STDOUT_FILENO) >= 0 && ::dup2(err, STDERR_FILENO) >= 0)
        ::execv(HIERASCOPE_CLI, arguments.data());
    ::_exit(127);
}

} // namespace

int ProgramRun::errorLines() const {
    return static_cast<int>(std::count(errors.begin(), errors.end(), '\n'));
}

void CliTest::SetUp() {
    writeSmallModel(m_folder / "m");
    ASSERT_TRUE(runtime::savePicture(m_folder / "photo.png", smoothPicture(50, 40)));
}

pid_t CliTest::start(const std::vector<std::string>& arguments, const std::string& suffix) const {
    std::vector<std::string> all{"hierascope_cli"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& argument : all)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    const std::string folder = m_folder.path().string();
    const std::string output = "out" + suffix;
    const std::string errors = "err" + suffix;
    const pid_t process = ::fork();
    if (process == 0)
        becomeProgram(folder.c_str(), output.c_str(), errors.c_str(), pointers);
    return process;
}

ProgramRun CliTest::wait(pid_t process, const std::string& suffix) const {
    int status = 0;
    EXPECT_EQ(::waitpid(process, &status, 0), process);
    ProgramRun run;
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    run.output = bytesOf("out" + suffix);
    run.errors = bytesOf("err" + suffix);
    return run;
}

ProgramRun CliTest::run(const std::vector<std::string>& arguments) const {
    return wait(start(arguments));
}

std::string CliTest::bytesOf(const std::string& name) const {
    std::ifstream file(m_folder / name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

void expectOneSentence(const ProgramRun& run, int exitCode,
                       const std::vector<std::string>& mentions) {
    EXPECT_EQ(run.exitCode, exitCode) << run.errors;
    EXPECT_EQ(run.errorLines(), 1) << run.errors;
    EXPECT_THAT(run.errors, ::testing::StartsWith("error: "));
    for (const std::string& mention : mentions)
        EXPECT_THAT(run.errors, ::testing::HasSubstr(mention));
}

} // namespace hierascope::testing
