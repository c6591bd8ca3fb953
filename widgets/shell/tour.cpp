// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include <unistd.h>

#include "core/base/atomic_file.h"
#include "widgets/shell/main_window.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kLookInterval{20};
constexpr std::chrono::milliseconds kFailureLimit{3000}; // for a step that expects no failure

Result<void> writePng(const QImage& picture, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return failure(ErrorCode::Failed,
                       "The picture '" + path.toStdString() + "' could not be encoded as PNG.");
    return writeFileAtomically(QFile::encodeName(path).toStdString(),
                               std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

/// Since the process was started, loading of libraries included; 0 where the system does not tell.
double secondsSinceProcessStart() {
    constexpr int kFieldsBeforeStart = 19; // after the name in brackets: proc(5), starttime
    std::ifstream stat("/proc/self/stat");
    std::ifstream uptime("/proc/uptime");
    std::string line;
    double now = 0.0;
    if (!std::getline(stat, line) || !(uptime >> now))
        return 0.0;
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string field;
    for (int i = 0; i <= kFieldsBeforeStart; ++i)
        fields >> field;
    return now - std::strtod(field.c_str(), nullptr) / double(::sysconf(_SC_CLK_TCK));
}

QJsonObject statistics(const std::vector<double>& values) {
    return {{QStringLiteral("samples"), double(values.size())},
            {QStringLiteral("p50"), percentile(values, 0.50)},
            {QStringLiteral("p95"), percentile(values, 0.95)},
            {QStringLiteral("p99"), percentile(values, 0.99)},
            {QStringLiteral("max"), percentile(values, 1.0)}};
}

} // namespace

Tour::Tour(MainWindow& window, std::vector<TourStep> steps, const QString& folder, QObject* parent)
    : QObject(parent), m_window(window), m_steps(std::move(steps)), m_folder(folder) {
    m_look.setInterval(kLookInterval);
    connect(&m_look, &QTimer::timeout, this, &Tour::look);
    connect(&window, &MainWindow::framePainted, this, [this](double milliseconds) {
        m_frames.push_back(milliseconds);
        if (m_step < m_steps.size() && m_steps[m_step].isLive)
            m_liveFrames.push_back(milliseconds);
    });
}

void Tour::start() {
    m_total.start();
    if (!QDir().mkpath(m_folder))
        return end(tr("The folder '%1' cannot be made.").arg(m_folder));
    beginStep();
}

void Tour::beginStep() {
    if (m_step == m_steps.size())
        return writeReport();
    m_sinceStep.start();
    m_steps[m_step].act();
    m_look.start();
}

void Tour::look() {
    const TourStep& step = m_steps[m_step];
    const std::chrono::milliseconds passed(m_sinceStep.elapsed());
    if (!step.isReached()) {
        if (m_step == 0)
            m_startSeconds = secondsSinceProcessStart();
        const bool hasFailed = m_window.state().phase() == ViewState::Phase::Failed;
        if (passed >= (hasFailed ? kFailureLimit : step.limit))
            end(notReached(step.name));
        return;
    }
    if (passed < step.settle)
        return;
    m_look.stop();
    takePicture();
}

QString Tour::notReached(const QString& name) const {
    const ViewState& state = m_window.state();
    QString sentence = tr("The state '%1' was not reached within %2 seconds.")
                           .arg(name)
                           .arg(double(m_sinceStep.elapsed()) / 1000.0, 0, 'f', 0);
    if (state.phase() == ViewState::Phase::Failed)
        sentence += QLatin1Char(' ') + QString::fromStdString(state.error().message);
    return sentence;
}

void Tour::takePicture() {
    m_pauses.stop(); // the camera is not part of the window
    const TourStep& step = m_steps[m_step];
    const QString file =
        QStringLiteral("%1-%2.png").arg(m_step, 2, 10, QLatin1Char('0')).arg(step.name);
    QWidget* const shown = step.pictured ? step.pictured() : &m_window;
    const QImage picture = shown->grab().toImage();
    m_pictures.append(QJsonObject{{QStringLiteral("file"), file},
                                  {QStringLiteral("caption"), step.caption},
                                  {QStringLiteral("width"), picture.width()},
                                  {QStringLiteral("height"), picture.height()}});
    save(picture, file);
}

void Tour::save(const QImage& picture, const QString& file) {
    m_window.runner().start(
        this, tr("Saving %1").arg(file),
        [picture, path = QDir(m_folder).filePath(file)](TaskContext&) {
            return writePng(picture, path);
        },
        [this, file](const Result<void>& result) { finishSave(file, result); }, Lane::Analysis);
}

void Tour::finishSave(const QString& file, const Result<void>& result) {
    if (!result)
        return end(tr("The picture '%1' was not saved: %2")
                       .arg(file, QString::fromStdString(result.error().message)));
    m_pauses.start();
    ++m_step;
    beginStep();
}

void Tour::writeReport() {
    const QString path = QDir(m_folder).filePath(QStringLiteral("tour.json"));
    const QByteArray bytes = report();
    const Result<void> written =
        writeFileAtomically(QFile::encodeName(path).toStdString(),
                            std::string_view(bytes.constData(), std::size_t(bytes.size())));
    end(written ? QString() : QString::fromStdString(written.error().message));
}

void Tour::end(const QString& sentence) {
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_look.stop();
    m_pauses.stop();
    Q_EMIT finished(sentence);
}

QByteArray Tour::report() const {
    const QJsonObject all{{QStringLiteral("pictures"), m_pictures},
                          {QStringLiteral("platform"), QGuiApplication::platformName()},
                          {QStringLiteral("scale"), m_window.devicePixelRatioF()},
                          {QStringLiteral("seconds"), double(m_total.elapsed()) / 1000.0},
                          {QStringLiteral("start_to_first_pyramid_seconds"), m_startSeconds},
                          {QStringLiteral("event_loop_pauses_ms"), statistics(m_pauses.pauses())},
                          {QStringLiteral("frames_ms"), statistics(m_frames)},
                          {QStringLiteral("live_frames_ms"), statistics(m_liveFrames)}};
    return QJsonDocument(all).toJson();
}

QString Tour::summary() const {
    const auto line = [](const QString& what, const QJsonObject& of) {
        return what + QStringLiteral(": median %1, 95 % %2, 99 % %3, longest %4 ms")
                          .arg(of[QStringLiteral("p50")].toDouble(), 0, 'f', 1)
                          .arg(of[QStringLiteral("p95")].toDouble(), 0, 'f', 1)
                          .arg(of[QStringLiteral("p99")].toDouble(), 0, 'f', 1)
                          .arg(of[QStringLiteral("max")].toDouble(), 0, 'f', 1);
    };
    return tr("First pyramid %1 s after the start").arg(m_startSeconds, 0, 'f', 2) +
           QLatin1Char('\n') + line(tr("Pauses of the event loop"), statistics(m_pauses.pauses())) +
           QLatin1Char('\n') + line(tr("Frames"), statistics(m_frames)) + QLatin1Char('\n') +
           line(tr("Frames while a map grows"), statistics(m_liveFrames));
}

} // namespace hierascope::widgets
