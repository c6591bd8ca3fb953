// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/pause_meter.h"

#include <algorithm>

namespace hierascope::widgets {

namespace {

constexpr int kIntervalMilliseconds = 5;

} // namespace

PauseMeter::PauseMeter(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kIntervalMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PauseMeter::tick);
}

void PauseMeter::start() {
    m_sinceTick.start();
    m_timer.start();
}

void PauseMeter::stop() {
    m_timer.stop();
}

void PauseMeter::tick() {
    const double passed = double(m_sinceTick.nsecsElapsed()) / 1e6;
    m_pauses.push_back(std::max(0.0, passed - kIntervalMilliseconds));
    m_sinceTick.start();
}

double percentile(std::vector<double> values, double share) {
    if (values.empty())
        return 0.0;
    const auto rank = values.begin() + std::ptrdiff_t(share * double(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), rank, values.end());
    return *rank;
}

} // namespace hierascope::widgets
