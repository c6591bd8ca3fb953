// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/codebook/codebook_room.h"
#include "widgets/common/theme.h"
#include "widgets/shell/main_window.h"

#include <QImage>
#include <QString>
#include <QStringList>

namespace hierascope::testing {

/// Writes so many small pictures, from dark to light and not the same everywhere.
inline QStringList makeGreyImages(const std::filesystem::path& folder, int count) {
    QStringList paths;
    for (int number = 0; number < count; ++number) {
        QImage image(64, 64, QImage::Format_RGB888);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                const int grey = (number * 24 + x + 2 * (y / 16) * 8) % 256;
                image.setPixel(x, y, qRgb(grey, 255 - grey, grey));
            }
        paths << QString::fromStdString((folder / "image").string()) +
                     QStringLiteral("%1.png").arg(number);
        image.save(paths.back());
    }
    return paths;
}

/// The window with the Codebook view in front, fake models with and without codes, and images.
class CodebookWindowTest : public ::testing::Test {
protected:
    CodebookWindowTest() : m_window(m_theme, fakeServices()) {
        for (const char* name : {"codes", "codes-b", "model"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
        }
        m_images = makeGreyImages(m_folder.path(), 6);
        m_window.resize(1500, 950);
        m_window.show();
        m_window.workbench().open({model("codes"), m_images.front()});
        EXPECT_TRUE(
            waitUntil([this] { return state().phase() == widgets::ViewState::Phase::Ready; }));
        m_window.showRoom(widgets::Room::Codebook);
        widgets::CodebookChoice choice;
        choice.data = m_images;
        widgets::setCodebook(state(), choice, QStringLiteral("Images"));
    }

    QString model(const char* name) { return QString::fromStdString((m_folder / name).string()); }
    void count() {
        m_window.codebookBench().start();
        ASSERT_TRUE(reach(widgets::Side::A));
    }
    bool reach(widgets::Side side) {
        return waitUntil([this, side] {
            return codebook().isReady(side) && m_window.runner().tasks().empty() &&
                   !m_window.codebookBench().isWorking();
        });
    }
    std::int64_t codeInImage() {
        return state().content()->reconstruction.pyramid.levels.back().codes.front();
    }
    widgets::ViewState& state() { return m_window.state(); }
    widgets::CodebookState& codebook() { return m_window.codebook(); }
    widgets::CodebookRoom& room() { return *m_window.codebookRoom(); }

    TempFolder m_folder;
    QStringList m_images;
    widgets::Theme m_theme;
    widgets::MainWindow m_window;
};

} // namespace hierascope::testing
