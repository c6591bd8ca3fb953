// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_tail.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "widgets/state/path_finder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

namespace {

constexpr qint64 kMostBytes = 8 << 20; // of one look; the next one goes on

double stepOf(const QString& name) {
    return name.section(QLatin1Char('-'), -1).toDouble();
}

} // namespace

RunTail::RunTail(QString run) : m_run(std::move(run)) {}

void RunTail::read() {
    QFile file(QDir(m_run).filePath(QStringLiteral("events.jsonl")));
    if (!file.open(QIODevice::ReadOnly))
        return;
    if (file.size() < m_offset)
        *this = RunTail(m_run);
    if (!file.seek(m_offset))
        return;
    const QByteArray bytes = file.read(kMostBytes);
    m_offset += bytes.size();
    m_rest.append(bytes.constData(), std::size_t(bytes.size()));
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', begin)) != std::string::npos;
         begin = end + 1)
        readLine(m_rest.substr(begin, end - begin));
    m_rest.erase(0, begin);
}

void RunTail::readLine(const std::string& line) {
    if (const auto event = runs::eventFromLine(line))
        take(*event);
}

void RunTail::take(const runs::Event& event) {
    if (const auto* hello = std::get_if<runs::HelloEvent>(&event)) {
        rewind(hello->step);
        m_error.clear();
    } else if (const auto* progress = std::get_if<runs::ProgressEvent>(&event)) {
        m_clock.emplace_back(double(progress->step), progress->elapsedSeconds);
        m_isChanged = true;
        m_step = progress->step;
        m_remaining = progress->remainingSeconds;
        m_imagesPerSecond = progress->imagesPerSecond;
        m_memoryBytes = progress->memoryBytes;
        takeLoad(*progress);
    } else if (const auto* metric = std::get_if<runs::MetricEvent>(&event)) {
        for (const auto& [name, value] : metric->values)
            if (std::isfinite(value))
                m_curves[QString::fromStdString(name)].push_back(
                    {double(metric->step), 0.0, value});
        m_isChanged = true;
    } else if (const auto* error = std::get_if<runs::ErrorEvent>(&event)) {
        m_error = QString::fromStdString(error->message);
    } else if (std::holds_alternative<runs::FinishedEvent>(event)) {
        m_remaining = -1.0;
    }
}

/// What the run takes from its computer is a curve like others.
void RunTail::takeLoad(const runs::ProgressEvent& progress) {
    const auto add = [&](const char* name, double value) {
        if (value > 0.0)
            m_curves[QString::fromLatin1(name)].push_back({double(progress.step), 0.0, value});
    };
    constexpr double kGiga = 1e9;
    add("images_per_second", progress.imagesPerSecond);
    add("memory_gb", double(progress.memoryBytes) / kGiga);
}

double RunTail::secondsSilent(std::int64_t heartbeat) {
    using Clock = std::chrono::steady_clock;
    if (m_heartbeat && *m_heartbeat != heartbeat)
        m_heard = Clock::now();
    m_heartbeat = heartbeat;
    if (m_heard)
        return std::chrono::duration<double>(Clock::now() - *m_heard).count();
    return double(std::max<qint64>(0, QDateTime::currentSecsSinceEpoch() - heartbeat));
}

void RunTail::rewind(std::int64_t step) {
    const double last = double(step);
    m_step = step;
    for (auto& [name, points] : m_curves)
        std::erase_if(points, [last](const RunPoint& point) { return point.step > last; });
    std::erase_if(m_clock, [last](const auto& tick) { return tick.first > last; });
    m_isChanged = true;
}

/// Between two ticks steps are taken as equally long, after the last as long as on the whole.
double RunTail::secondsAt(double step) const {
    if (m_clock.empty())
        return 0.0;
    const auto after =
        std::ranges::lower_bound(m_clock, step, {}, [](const auto& tick) { return tick.first; });
    if (after == m_clock.end()) {
        const auto& [last, seconds] = m_clock.back();
        return last > 0.0 ? seconds * step / last : seconds;
    }
    const std::pair<double, double> low =
        after == m_clock.begin() ? std::pair{0.0, 0.0} : *(after - 1);
    const double steps = after->first - low.first;
    const double perStep = steps > 0.0 ? (after->second - low.second) / steps : 0.0;
    return after->second + (step - after->first) * perStep;
}

/// A step's values are told before the time that it took, so that times are filled in late.
std::shared_ptr<const RunCurves> RunTail::curves() {
    if (!std::exchange(m_isChanged, false))
        return m_copy;
    auto copy = std::make_shared<RunCurves>(m_curves);
    for (auto& [name, points] : *copy)
        for (RunPoint& point : points)
            point.seconds = secondsAt(point.step);
    m_copy = std::move(copy);
    return m_copy;
}

std::optional<double> RunTail::loss() const {
    const auto found = m_curves.find(QStringLiteral("loss"));
    if (found == m_curves.end() || found->second.empty())
        return std::nullopt;
    return found->second.back().value;
}

std::vector<RunMoment> momentsOf(const QString& run) {
    std::map<std::int64_t, RunMoment> moments;
    for (const QString& path : checkpointsIn(QDir(run).filePath(QStringLiteral("checkpoints"))))
        moments[std::int64_t(stepOf(path))].checkpoint = path;
    const QDir samples(QDir(run).filePath(QStringLiteral("samples")));
    const QStringList names =
        samples.entryList({QStringLiteral("step-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        const QDir folder(samples.filePath(name));
        const QStringList pictures =
            folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
        QStringList& paths = moments[std::int64_t(stepOf(name))].samples;
        for (const QString& picture : pictures)
            paths << folder.filePath(picture);
    }
    std::vector<RunMoment> found;
    for (auto& [step, moment] : moments) {
        moment.step = step;
        found.push_back(std::move(moment));
    }
    return found;
}

QString logEnd(const QString& run) {
    constexpr qint64 kMost = 1 << 16;
    QFile file(QDir(run).filePath(QStringLiteral("log.txt")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool isCut = file.size() > kMost;
    file.seek(isCut ? file.size() - kMost : 0);
    QString text = QString::fromUtf8(file.read(kMost));
    if (isCut)
        text.remove(0, text.indexOf(QLatin1Char('\n')) + 1);
    QStringList lines = text.split(QLatin1Char('\n'));
    lines.removeIf([](const QString& line) { // they are curves
        return line.contains(QLatin1String("\"type\":\"metric\"")) ||
               line.contains(QLatin1String("\"type\":\"progress\""));
    });
    return lines.join(QLatin1Char('\n'));
}

bool isRunFolder(const QString& folder) {
    constexpr qint64 kLongestConfig = 1 << 20;
    const QDir run(folder);
    QFile config(run.filePath(QStringLiteral("config.json")));
    if (!config.open(QIODevice::ReadOnly))
        return run.exists(QStringLiteral("events.jsonl"));
    return !run.exists(QStringLiteral("model.safetensors")) &&
           QJsonDocument::fromJson(config.read(kLongestConfig))
               .object()
               .contains(QStringLiteral("training"));
}

} // namespace hierascope::widgets
