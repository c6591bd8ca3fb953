// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/train_bench.h"
#include "widgets/state/train_estimate.h"

#include <QString>

/// The words of the Train view.
namespace hierascope::widgets {

/// "training", "paused", "stopping", "number 2 in the queue", "lost: its process is gone", ...
QString runStateText(const RunSnapshot& run, const TrainBench& bench);
/// "step 1,200 of 60,000 · 0:52:10 left · loss 0.412", as much of it as is known.
QString runDetailText(const RunSnapshot& run);
/// "0:52" for 52 seconds, "1:04:10" above an hour.
QString durationText(double seconds);
/// "Start", "Pause", ...
QString runActText(RunAct act);
/// What an act does.
QString runActTip(RunAct act);
/// The name of a metric for people; as it is where it has none.
QString metricText(const QString& name);
/// Figures with four digits that matter.
QString metricValueText(double value);
/// What a training of so many steps would take: a line each for size, memory, speed and time.
QString costText(const TrainCost& cost, int steps);

} // namespace hierascope::widgets
