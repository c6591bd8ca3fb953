// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window with the real engine on the demo: 500 random actions in the Pyramid view and 2,000 in
// all views (--all-views), and how long the event loop answers nobody; a large photograph that
// comes while the engine is busy; memory over a thousand openings and closings of models and
// images.
#include <cstdio>
#include <string>
#include <thread>

#include "core/runtime/pictures.h"
#include "tests/widgets/support/random_actions.h"
#include "tests/widgets/support/resident_memory.h"
#include "widgets/common/theme.h"
#include "widgets/shell/pause_meter.h"
#include "widgets/state/engine_services.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace hierascope;
using namespace hierascope::widgets;
using hierascope::testing::residentMiB;
using Phase = ViewState::Phase;

namespace {

constexpr std::uint32_t kSeed = 20251104;
constexpr int kActions = 500;
constexpr int kActionsInAllViews = 2000;
constexpr int kCycles = 1000;

bool isAtRest(MainWindow& window) {
    return window.runner().tasks().empty() && window.state().phase(Side::A) != Phase::Busy &&
           window.state().phase(Side::B) != Phase::Busy;
}

bool rest(MainWindow& window) {
    return QTest::qWaitFor([&] { return isAtRest(window); }, 120000);
}

void measurePauses(MainWindow& window, const QStringList& files) {
    hierascope::testing::RandomActions somebody(window, files, kSeed);
    PauseMeter pauses;
    pauses.start();
    for (int i = 0; i < kActions; ++i) {
        somebody.act();
        QTest::qWait(20);
    }
    rest(window);
    pauses.stop();
    std::printf(
        "%d random actions, pauses of the event loop (%zu samples): median %.2f, 95 %% %.2f, "
        "99 %% %.2f, longest %.1f ms\n",
        kActions, pauses.pauses().size(), percentile(pauses.pauses(), 0.5),
        percentile(pauses.pauses(), 0.95), percentile(pauses.pauses(), 0.99),
        percentile(pauses.pauses(), 1.0));
}

void measureAllViews(MainWindow& window, const QStringList& files) {
    window.workbench().open(files);
    rest(window);
    hierascope::testing::RandomActions somebody(window, files, kSeed);
    PauseMeter pauses;
    const double before = residentMiB();
    pauses.start();
    for (int i = 0; i < kActionsInAllViews; ++i) {
        somebody.wander();
        QTest::qWait(20);
        if (i == kActionsInAllViews / 2)
            std::printf("memory before %.0f MiB, after %d actions %.0f MiB\n", before, i,
                        residentMiB());
    }
    pauses.stop();
    std::printf("%d random actions in all views, pauses of the event loop (%zu samples): median "
                "%.2f, 95 %% %.2f, 99 %% %.2f, longest %.1f ms; memory %.0f MiB\n",
                kActionsInAllViews, pauses.pauses().size(), percentile(pauses.pauses(), 0.5),
                percentile(pauses.pauses(), 0.95), percentile(pauses.pauses(), 0.99),
                percentile(pauses.pauses(), 1.0), residentMiB());
    window.showRoom(Room::Pyramid);
    rest(window);
}

/// 6000 x 4000 pixels, dropped while the engine is held by another task for two seconds.
void measurePhotograph(MainWindow& window, const QString& folder) {
    ImageRgb8 photograph(6000, 4000);
    for (std::size_t i = 0; i < photograph.pixels.size(); ++i)
        photograph.pixels[i] = std::uint8_t(i / 977 % 251);
    const QString path = folder + QStringLiteral("/photograph.png");
    if (!runtime::savePicture(path.toStdString(), photograph))
        return;
    window.runner().start(
        &window, QStringLiteral("Hold"),
        [](TaskContext&) -> Result<void> {
            std::this_thread::sleep_for(std::chrono::seconds(2));
            return {};
        },
        [](const Result<void>&) {});
    QElapsedTimer timer;
    timer.start();
    window.workbench().open({path});
    const bool isShown = QTest::qWaitFor(
        [&] {
            return window.state().choice().a.image == path &&
                   !window.state().preview(Side::A).isNull();
        },
        60000);
    const double shown = double(timer.elapsed()) / 1000.0;
    rest(window);
    std::printf(
        "24-Mpixel PNG while the engine is busy: shown after %.2f s%s, encoded after %.2f s\n",
        shown, isShown ? "" : " (never)", double(timer.elapsed()) / 1000.0);
}

void measureMemory(MainWindow& window, const QStringList& models, const QStringList& images) {
    const auto cycle = [&](int i) {
        const QString model = models.at(i % models.size());
        const QString image = images.at(i % images.size());
        window.workbench().open({model, image});
        const bool isThere = QTest::qWaitFor(
            [&] { return isAtRest(window) && window.state().choice().a.image == image; }, 60000);
        if (!isThere)
            std::printf("opening %d never came to rest\n", i);
        window.state().removeImage(window.state().images().rowOf(image));
        window.state().removeModel(window.state().models().rowOf(model));
    };
    for (int i = 0; i < kCycles; ++i) {
        if (i == 100 || i == 550)
            std::printf("after %4d openings: %.0f MiB\n", i, residentMiB());
        cycle(i);
    }
    std::printf("after %4d openings: %.0f MiB\n", kCycles, residentMiB());
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: hierascope_bench_window DEMO_FOLDER [--all-views]\n", stderr);
        return 2;
    }
    const QDir demo(QString::fromLocal8Bit(argv[1]));
    QStringList models;
    for (const char* name : {"hieratok-photos", "single-photos"})
        models << demo.absoluteFilePath(QString::fromLatin1(name));
    const QDir pictures(demo.absoluteFilePath(QStringLiteral("images")));
    QStringList images;
    for (const QString& name :
         pictures.entryList({QStringLiteral("*.png"), QStringLiteral("*.jpg")}, QDir::Files))
        images << pictures.absoluteFilePath(name);
    Theme theme;
    theme.applyToApplication();
    MainWindow window(theme, engineServices());
    window.resize(1600, 1000);
    window.show();
    window.workbench().open(models + images);
    if (!rest(window))
        return 1;
    QStringList others;
    for (const char* name : {"restok-fashion", "har-fashion", "ar-fashion"})
        others << demo.absoluteFilePath(QString::fromLatin1(name));
    if (argc > 2 && std::string(argv[2]) == "--all-views") {
        window.setLatentDemo(demo.absoluteFilePath(QStringLiteral("crops")));
        window.setCodebookDemo(demo.absoluteFilePath(QStringLiteral("crops")));
        measureAllViews(window, models + others + images);
        return 0;
    }
    const QTemporaryDir folder;
    std::printf("at rest: %.0f MiB\n", residentMiB());
    measurePauses(window, models + images);
    measurePhotograph(window, folder.path());
    measureMemory(window, models, images);
    return 0;
}
