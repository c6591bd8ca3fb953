// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/train_estimate.h"

#include <utility>

#include "core/base/atomic_file.h"
#include "widgets/state/services.h"

#include <QProcess>

namespace hierascope::widgets {

using nlohmann::json;

TrainEstimate::TrainEstimate(QString program, QObject* parent)
    : QObject(parent), m_program(std::move(program)) {}

TrainEstimate::~TrainEstimate() {
    drop();
}

void TrainEstimate::drop() {
    if (m_process == nullptr)
        return;
    QProcess* process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->setParent(nullptr);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
}

void TrainEstimate::start(const json& config, const QString& device, Finish finish) {
    drop();
    if (m_program.isEmpty())
        return finish(
            failure(ErrorCode::NoInput,
                    "The program hierascope_cli, which estimates, is not beside this one."));
    const QString file = m_folder.filePath(QStringLiteral("config.json"));
    if (auto written = writeFileAtomically(systemPath(file), config.dump()); !written)
        return finish(failure(written));
    m_finish = std::move(finish);
    m_process = new QProcess(this);
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        TrainEstimate::finish(code == 0 && status == QProcess::NormalExit);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            TrainEstimate::finish(false);
    });
    m_process->start(m_program, {QStringLiteral("train"), QStringLiteral("--estimate"), file,
                                 QStringLiteral("--json"), QStringLiteral("--device"), device});
}

void TrainEstimate::finish(bool hasEndedWell) {
    QProcess* process = std::exchange(m_process, nullptr);
    process->deleteLater();
    const std::string said = process->readAllStandardError().trimmed().toStdString();
    if (hasEndedWell)
        return m_finish(trainCostFromJson(process->readAllStandardOutput().toStdString()));
    m_finish(failure(ErrorCode::Failed,
                     said.empty() ? process->errorString().toStdString() + "." : said));
}

Result<TrainCost> trainCostFromJson(const std::string& text) {
    const json object = json::parse(text, nullptr, false);
    TrainCost cost;
    const std::pair<const char*, double*> fields[] = {{"parameters", &cost.parameters},
                                                      {"flops_per_step", &cost.flopsPerStep},
                                                      {"memory_bytes", &cost.memoryBytes},
                                                      {"seconds_per_step", &cost.secondsPerStep}};
    for (const auto& [key, target] : fields) {
        const json value = object.is_object() ? object.value(key, json()) : json();
        if (!value.is_number())
            return failure(ErrorCode::BadData,
                           std::string("The estimate lacks the number '") + key + "'.");
        *target = value.get<double>();
    }
    return cost;
}

} // namespace hierascope::widgets
