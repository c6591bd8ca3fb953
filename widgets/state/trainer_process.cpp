// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/trainer_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace hierascope::widgets {

QString trainerBeside(const QString& programFolder) {
    const QDir folder(programFolder);
    for (const char* place : {"hierascope_cli", "../hierascope_cli/hierascope_cli"}) {
        const QFileInfo file(folder.filePath(QString::fromLatin1(place)));
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return {};
}

Result<std::int64_t> startTrainer(const QString& program, const std::filesystem::path& run,
                                  const std::string& device) {
    if (program.isEmpty())
        return failure(ErrorCode::NoInput,
                       "The program hierascope_cli, which trains, is not beside this one.");
    const QString folder = QFile::decodeName(run.c_str());
    const QString log = QDir(folder).filePath(QStringLiteral("log.txt"));
    QProcess process;
    process.setProgram(program);
    process.setArguments({QStringLiteral("train"), folder, QStringLiteral("--device"),
                          QString::fromStdString(device)});
    process.setWorkingDirectory(folder);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(log, QIODevice::Append);
    process.setStandardErrorFile(log, QIODevice::Append);
    qint64 id = 0;
    if (!process.startDetached(&id))
        return failure(ErrorCode::Failed, "Cannot start '" + program.toStdString() + "' for run '" +
                                              run.string() + "'.");
    return id;
}

} // namespace hierascope::widgets
