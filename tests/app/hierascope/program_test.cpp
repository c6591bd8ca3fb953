// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/wait.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/runtime/pictures.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::testing {
namespace {

using ::testing::HasSubstr;

/// Runs the real program, by default without any display, and keeps what it says.
class ProgramTest : public ::testing::Test {
protected:
    int run(const std::string& arguments, const std::string& environment = {}) {
        const std::string output = (m_folder / "output").string();
        const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM " +
                                    environment + " '" HIERASCOPE_PROGRAM "' " + arguments +
                                    " > '" + output + "' 2>&1";
        const int status = std::system(command.c_str());
        std::ifstream file(output);
        m_output.assign(std::istreambuf_iterator<char>(file), {});
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    void writeDemo() const {
        std::filesystem::create_directories(m_folder / "demo/images");
        writeSmallModel(m_folder / "demo/hieratok-photos");
        for (int i = 0; i < 3; ++i) {
            const std::string name = "demo/images/" + std::to_string(i) + ".png";
            ASSERT_TRUE(runtime::savePicture(m_folder / name, smoothPicture(60, 50, i)));
        }
    }

    TempFolder m_folder;
    std::string m_output;
};

TEST_F(ProgramTest, SaysInOneSentenceWhatToDoWithoutADisplay) {
    EXPECT_EQ(run(""), 1);
    EXPECT_THAT(m_output, HasSubstr("--tour DIR"));
    EXPECT_EQ(std::count(m_output.begin(), m_output.end(), '\n'), 1) << m_output;
}

TEST_F(ProgramTest, HelpsWithoutADisplay) {
    EXPECT_EQ(run("--help"), 0);
    EXPECT_THAT(m_output, HasSubstr("Example: hierascope photo.jpg"));
    EXPECT_EQ(run("--version"), 0);
    EXPECT_THAT(m_output, HasSubstr("hierascope "));
}

TEST_F(ProgramTest, RefusesASizeThatIsNone) {
    EXPECT_EQ(run("--size 12by9"), 2);
    EXPECT_THAT(m_output, HasSubstr("'12by9' is no size"));
}

TEST_F(ProgramTest, SaysThatTheDemoOfTheTourIsMissing) {
    const std::string demo = "HIERASCOPE_DEMO='" + (m_folder / "nothing").string() + "'";
    EXPECT_EQ(run("--tour '" + (m_folder / "tour").string() + "'", demo), 66);
    EXPECT_THAT(m_output, HasSubstr("the tour needs the demo"));
}

TEST_F(ProgramTest, WritesTheTourWithARealModel) {
    writeDemo();
    const std::string demo = "HIERASCOPE_DEMO='" + (m_folder / "demo").string() + "'";
    const auto tour = m_folder / "tour";
    ASSERT_EQ(run("--tour '" + tour.string() + "' --size 900x600", demo), 0) << m_output;
    std::ifstream file(tour / "tour.json");
    const auto report = nlohmann::json::parse(file);
    EXPECT_GE(report["pictures"].size(), 15U);
    for (const auto& picture : report["pictures"]) {
        EXPECT_TRUE(std::filesystem::exists(tour / picture["file"].get<std::string>()));
        EXPECT_EQ(picture["width"], 900);
    }
}

} // namespace
} // namespace hierascope::testing
