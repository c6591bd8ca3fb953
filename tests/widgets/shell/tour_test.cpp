// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/fake_services.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/tour_script.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

QJsonObject readReport(const QString& folder) {
    QFile file(QDir(folder).filePath(QStringLiteral("tour.json")));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

class TourTest : public ::testing::Test {
protected:
    TourTest() : m_window(m_theme, testing::fakeServices()) {
        std::filesystem::create_directories(m_folder / "model");
        for (const char* name : {"a.png", "b.png", "c.png"})
            std::ofstream(m_folder / name) << name; // a session asks for files that are not there
        m_window.resize(900, 600);
        m_window.show();
    }

    QString run(std::vector<TourStep> steps, const QString& folder) {
        std::optional<QString> outcome;
        Tour tour(m_window, std::move(steps), folder);
        QObject::connect(&tour, &Tour::finished, &tour,
                         [&outcome](const QString& sentence) { outcome = sentence; });
        tour.start();
        EXPECT_TRUE(QTest::qWaitFor([&] { return outcome.has_value(); }, 110000));
        return outcome.value_or(QStringLiteral("it never ended"));
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    MainWindow m_window;
};

TEST_F(TourTest, WritesAPictureForEachStateAndTheirList) {
    const TourFiles files{
        {text(m_folder / "model")},
        {text(m_folder / "a.png"), text(m_folder / "b.png"), text(m_folder / "c.png")},
        text(m_folder.path()),
        testing::makeGeneratorFolders(m_folder.path())};
    const QString folder = text(m_folder / "tour");
    EXPECT_EQ(run(tourScript(m_window, files), folder), QString());
    const QJsonObject report = readReport(folder);
    const QJsonArray pictures = report[QStringLiteral("pictures")].toArray();
    EXPECT_GE(pictures.size(), 36);
    for (const QJsonValue& value : pictures) {
        const QString file = value[QStringLiteral("file")].toString();
        EXPECT_FALSE(QImage(QDir(folder).filePath(file)).isNull()) << qPrintable(file);
        EXPECT_FALSE(value[QStringLiteral("caption")].toString().isEmpty());
    }
    const QJsonObject pauses = report[QStringLiteral("event_loop_pauses_ms")].toObject();
    EXPECT_GT(pauses[QStringLiteral("samples")].toInt(), 0);
    EXPECT_GT(report[QStringLiteral("frames_ms")][QStringLiteral("samples")].toInt(), 0);
    EXPECT_LE(pauses[QStringLiteral("p50")].toDouble(), pauses[QStringLiteral("max")].toDouble());
}

TEST_F(TourTest, SaysWhenTheFolderCannotBeMade) {
    QFile file(text(m_folder / "taken"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const QString sentence = run({}, text(m_folder / "taken"));
    EXPECT_TRUE(sentence.contains(QStringLiteral("taken"))) << qPrintable(sentence);
}

} // namespace
} // namespace hierascope::widgets
