// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <QObject>
#include <QString>
#include <QTemporaryDir>

class QProcess;

namespace hierascope::widgets {

/// What a training would take.
struct TrainCost {
    double parameters = 0.0;
    double flopsPerStep = 0.0;
    double memoryBytes = 0.0;
    double secondsPerStep = 0.0;
};

/// Asks the trainer what a config would cost, in a process that ends with this object.
class TrainEstimate : public QObject {
    Q_OBJECT

public:
    explicit TrainEstimate(QString program, QObject* parent = nullptr);
    ~TrainEstimate() override;

    using Finish = std::function<void(const Result<TrainCost>&)>;
    /// Asks anew; an answer that was waited for before does not come.
    void start(const nlohmann::json& config, const QString& device, Finish finish);
    bool isRunning() const { return m_process != nullptr; }

private:
    void drop();
    void finish(bool hasEndedWell);

    QString m_program;
    QTemporaryDir m_folder; ///< of the config that is asked about
    QProcess* m_process = nullptr;
    Finish m_finish;
};

/// Reads the trainer's answer, one JSON object.
Result<TrainCost> trainCostFromJson(const std::string& text);

} // namespace hierascope::widgets
