// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace hierascope::widgets {

/// The value that `share` of all values do not exceed; 0 without values.
double percentile(std::vector<double> values, double share);

/// Measures for how long the event loop answers nobody, by a timer that should fire in time.
class PauseMeter : public QObject {
    Q_OBJECT

public:
    explicit PauseMeter(QObject* parent = nullptr);

    void start();
    /// Stops counting, for work that belongs to the measurement and not to the window.
    void stop();

    const std::vector<double>& pauses() const { return m_pauses; } ///< milliseconds

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::vector<double> m_pauses; ///< milliseconds
};

} // namespace hierascope::widgets
