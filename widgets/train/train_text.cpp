// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/train_text.h"

#include <cmath>

#include "widgets/latents/latent_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace hierascope::widgets {

namespace {

using State = runs::RunState;

constexpr double kSilence = 60.0; // seconds, below which nobody needs to hear of it

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainText)
};

QString lostText(const RunSnapshot& run) {
    if (!run.problem.isEmpty())
        return Words::tr("its folder is gone");
    if (run.isRemote())
        return Words::tr("lost: no word from %1 for %2")
            .arg(QString::fromStdString(run.status.host), durationText(run.silentSeconds));
    return Words::tr("lost: its process is gone");
}

QString stateText(const RunSnapshot& run, State state) {
    switch (state) {
    case State::Waiting:
        return Words::tr("not started");
    case State::Starting:
        return Words::tr("starting");
    case State::Training:
        return Words::tr("training");
    case State::Paused:
        return Words::tr("paused");
    case State::Saving:
        return Words::tr("saving");
    case State::Stopped:
        return Words::tr("stopped");
    case State::Finished:
        return Words::tr("finished");
    case State::Failed:
        return Words::tr("failed");
    case State::Lost:
        return lostText(run);
    }
    return {};
}

} // namespace

QString runStateText(const RunSnapshot& run, const TrainBench& bench) {
    if (const int place = bench.queue().placeOf(run.path); place > 0)
        return Words::tr("number %1 in the queue").arg(place);
    if (run.isForeign)
        return Words::tr("TensorBoard");
    const State state = bench.stateOf(run);
    if (isAliveState(state)) {
        if (bench.stops().rung(run.path) == StopLadder::Rung::Stuck)
            return Words::tr("does not stop");
        if (bench.stops().isStopping(run.path))
            return Words::tr("stopping");
    }
    const QString words = stateText(run, state);
    if (run.silentSeconds < kSilence || !run.isAlive())
        return words;
    return Words::tr("%1, no word for %2").arg(words, durationText(run.silentSeconds));
}

QString runDetailText(const RunSnapshot& run) {
    QStringList parts;
    if (run.isForeign && run.status.step >= 0)
        parts << Words::tr("to step %1").arg(countText(run.status.step));
    if (run.status.steps > 0)
        parts << Words::tr("step %1 of %2")
                     .arg(countText(run.status.step), countText(run.status.steps));
    if (run.isAlive() && run.remainingSeconds >= 0.0)
        parts << Words::tr("%1 left").arg(durationText(run.remainingSeconds));
    if (run.loss)
        parts << Words::tr("loss %1").arg(metricValueText(*run.loss));
    return parts.join(QStringLiteral(" · "));
}

QString durationText(double seconds) {
    const auto whole = std::int64_t(std::llround(seconds));
    const auto two = [](std::int64_t number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    if (whole < 3600)
        return QStringLiteral("%1:%2").arg(whole / 60).arg(two(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
}

QString runActText(RunAct act) {
    switch (act) {
    case RunAct::Start:
        return Words::tr("Start");
    case RunAct::Pause:
        return Words::tr("Pause");
    case RunAct::Stop:
        return Words::tr("Stop");
    case RunAct::Extend:
        return Words::tr("Extend");
    case RunAct::Sample:
        return Words::tr("Sample now");
    case RunAct::Save:
        return Words::tr("Save now");
    case RunAct::Duplicate:
        return Words::tr("Duplicate…");
    case RunAct::OpenFolder:
        return Words::tr("Open folder");
    }
    return {};
}

QString runActTip(RunAct act) {
    switch (act) {
    case RunAct::Start:
        return Words::tr("Start the run, or go on from its last checkpoint or from a pause");
    case RunAct::Pause:
        return Words::tr("Keep everything in memory and wait");
    case RunAct::Stop:
        return Words::tr("Save a checkpoint and end; the run can be resumed");
    case RunAct::Extend:
        return Words::tr("Train to the step that is given, also after the end of the plan");
    case RunAct::Sample:
        return Words::tr("Write the pictures of the probe set now; they appear in the strip");
    case RunAct::Save:
        return Words::tr("Write a checkpoint now");
    case RunAct::Duplicate:
        return Words::tr("Make a new run of this one's settings, with changes");
    case RunAct::OpenFolder:
        return Words::tr("Show the run's folder in the file manager");
    }
    return {};
}

QString metricText(const QString& name) {
    if (name == QLatin1String("loss"))
        return Words::tr("Loss");
    if (name == QLatin1String("perceptual"))
        return Words::tr("Perceptual");
    if (name == QLatin1String("learning_rate"))
        return Words::tr("Learning rate");
    if (name == QLatin1String("gradient_norm"))
        return Words::tr("Gradient norm");
    if (name == QLatin1String("images_per_second"))
        return Words::tr("Images per second");
    if (name == QLatin1String("memory_gb"))
        return Words::tr("Memory, GB");
    if (name == QLatin1String("psnr"))
        return Words::tr("PSNR");
    if (name == QLatin1String("mse"))
        return Words::tr("MSE");
    if (name == QLatin1String("kl"))
        return Words::tr("KL");
    if (name == QLatin1String("l1"))
        return Words::tr("L1");
    QString words = name;
    return words.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString metricValueText(double value) {
    return QLocale().toString(value, 'g', 4);
}

QString costText(const TrainCost& cost, int steps) {
    constexpr double kMillion = 1e6;
    constexpr double kGiga = 1e9;
    constexpr double kHour = 3600.0;
    const QLocale locale;
    const QStringList lines = {
        Words::tr("%1 million parameters").arg(locale.toString(cost.parameters / kMillion, 'f', 1)),
        Words::tr("about %1 GB of memory").arg(locale.toString(cost.memoryBytes / kGiga, 'f', 2)),
        Words::tr("%1 s a step").arg(metricValueText(cost.secondsPerStep)),
        Words::tr("about %1 hours in all")
            .arg(locale.toString(cost.secondsPerStep * steps / kHour, 'g', 3))};
    return lines.join(QLatin1Char('\n'));
}

} // namespace hierascope::widgets
