// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>
#include <memory>
#include <variant>

#include "app/hierascope/arguments.h"
#include "app/hierascope/demo.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/runs/run_control.h"
#include "core/runs/run_process.h"
#include "core/runs/run_status.h"
#include "widgets/common/theme.h"
#include "widgets/shell/desktop.h"
#include "widgets/shell/languages.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/session_recovery.h"
#include "widgets/shell/tour_script.h"
#include "widgets/shell/window_settings.h"
#include "widgets/state/engine_services.h"
#include "widgets/state/trainer_process.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QLoggingCategory>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace hierascope::app {

namespace {

Q_LOGGING_CATEGORY(coreLog, "hierascope.core", QtWarningMsg)

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

void logToQt(log::Level level, const QString& area, const QString& message) {
    const QString line = QStringLiteral("%1: %2").arg(area, message);
    switch (level) {
    case log::Level::Debug:
        qCDebug(coreLog).noquote() << line;
        break;
    case log::Level::Info:
        qCInfo(coreLog).noquote() << line;
        break;
    case log::Level::Warning:
        qCWarning(coreLog).noquote() << line;
        break;
    case log::Level::Error:
        qCCritical(coreLog).noquote() << line;
        break;
    }
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Qt aborts without a display; a tour needs none, a person is told what to do.
bool prepareDisplay(const Arguments& arguments) {
    if (hasDisplay())
        return true;
    if (arguments.tour.empty()) {
        std::fputs("hierascope: there is no display (DISPLAY and WAYLAND_DISPLAY are not set); "
                   "use --tour DIR for pictures of the window, or hierascope_cli.\n",
                   stderr);
        return false;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return true;
}

/// Trainings are processes of hierascope_cli, which lies beside this program.
void addTrainings(widgets::Services& services) {
    const QString program = widgets::trainerBeside(QApplication::applicationDirPath());
    services.trainerProgram = program;
    services.readRunStatus = runs::readStatus;
    services.sendCommand = runs::sendCommand;
    services.startTrainer = [program](const std::filesystem::path& run, const std::string& device) {
        return widgets::startTrainer(program, run, device);
    };
    services.isProcessAlive = runs::isProcessAlive;
    services.signalRun = runs::signalRun;
    services.openFolder = [](const QString& folder) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
}

void addDesktop(widgets::Services& services) {
    const auto desktop = std::make_shared<widgets::Desktop>();
    services.notify = [desktop](const QString& title, const QString& text) {
        desktop->notify(title, text);
    };
    services.keepAwake = [desktop](bool isAwake) { desktop->setAwake(isAwake); };
}

widgets::Services servicesFor(const Arguments& arguments) {
    runtime::OpenOptions options;
    options.device = arguments.device;
    widgets::Services services = widgets::engineServices(options);
    addTrainings(services);
    if (arguments.tour.empty()) // which needs no desktop around it
        addDesktop(services);
    return services;
}

/// Where windows keep copies of their sessions: it outlives the process, and is no document.
QString recoveryFolder() {
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : state) +
           QStringLiteral("/hierascope/sessions");
}

/// What is opened at the start: the files, then the demo. The first model and the first image are
/// shown, so that a photograph meets the demo's model and a model the demo's photographs.
QStringList firstFiles(const Arguments& arguments, const Demo& demo) {
    QStringList paths;
    for (const std::string& file : arguments.files)
        paths << QString::fromLocal8Bit(file.data(), qsizetype(file.size()));
    return paths + demo.models + demo.images;
}

int runWindow(widgets::MainWindow& window, const Arguments& arguments, const Demo& demo) {
    QSettings settings;
    new widgets::WindowSettings(window, settings);
    if (arguments.width > 0)
        window.resize(arguments.width, arguments.height);
    window.show();
    new widgets::SessionRecovery(window, recoveryFolder());
    window.openPaths(firstFiles(arguments, demo));
    return QApplication::exec();
}

int runTour(widgets::MainWindow& window, const Arguments& arguments, const Demo& demo) {
    if (demo.models.isEmpty() || demo.images.size() < 3) {
        std::fputs("hierascope: the tour needs the demo (resources/demo/hieratok-photos with "
                   "config.json, and three images), and it is not there.\n",
                   stderr);
        return exitCode(ErrorCode::NoInput);
    }
    if (demo.generators.isEmpty())
        std::fputs("hierascope: the demo has no generator (resources/demo/har-fashion with "
                   "config.json); the tour leaves the Generate view out.\n",
                   stderr);
    const QTemporaryDir scratch;
    const widgets::TourFiles files{demo.models, demo.images,  scratch.path(), demo.generators,
                                   demo.crops,  demo.presets, demo.denoisers};
    widgets::Tour tour(window, widgets::tourScript(window, files),
                       QString::fromLocal8Bit(arguments.tour.c_str()));
    QObject::connect(&tour, &widgets::Tour::finished, qApp, [&tour](const QString& sentence) {
        std::fprintf(stderr, "%s\n", qPrintable(tour.summary()));
        if (!sentence.isEmpty())
            std::fprintf(stderr, "hierascope: %s\n", qPrintable(sentence));
        QApplication::exit(sentence.isEmpty() ? 0 : exitCode(ErrorCode::Failed));
    });
    window.show();
    QMetaObject::invokeMethod(&tour, &widgets::Tour::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int run(int argc, char** argv) {
    const auto read = readArguments(argc, argv);
    if (const int* code = std::get_if<int>(&read))
        return *code;
    const auto& arguments = std::get<Arguments>(read);
    if (!prepareDisplay(arguments))
        return exitCode(ErrorCode::Failed);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hierascope"));
    QApplication::setOrganizationName(QStringLiteral("hierascope"));
    QApplication::setApplicationVersion(QStringLiteral(HIERASCOPE_VERSION));
    const QString language = QString::fromStdString(arguments.language);
    widgets::useLanguage(application, language.isEmpty()
                                          ? widgets::languageFor(QLocale::system().name())
                                          : language);
    widgets::Theme theme;
    theme.applyToApplication();
    widgets::MainWindow window(theme, servicesFor(arguments));
    // Called on any thread; the window's log is filled on its own.
    log::setSink([log = QPointer(&window.log())](log::Level level, std::string_view area,
                                                 std::string_view message) {
        const QString words = text(message);
        const QString place = text(area);
        logToQt(level, place, words);
        QMetaObject::invokeMethod(
            qApp,
            [log, level, place, words] {
                if (log)
                    log->append(level, place, words);
            },
            Qt::QueuedConnection);
    });
    window.setDevice(QString::fromStdString(arguments.device));
    window.resize(arguments.width > 0 ? QSize(arguments.width, arguments.height)
                                      : QSize(1600, 1000));
    const Demo demo = findDemo(QApplication::applicationDirPath());
    window.setGeneratorDemo(demo.generators);
    window.setLatentDemo(demo.crops);
    window.setCodebookDemo(demo.crops);
    window.setScaleDemo(demo.models);
    window.setTrainFiles(demo.presets, demo.crops);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    window.train().watch().setFolder(data + QStringLiteral("/runs"));
    return arguments.tour.empty() ? runWindow(window, arguments, demo)
                                  : runTour(window, arguments, demo);
}

} // namespace

} // namespace hierascope::app

int main(int argc, char** argv) {
    try {
        return hierascope::app::run(argc, argv);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "hierascope: %s\n", exception.what());
        return hierascope::exitCode(hierascope::ErrorCode::Failed);
    }
}
