// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/needed_files.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "core/runtime/checkpoint_hash.h"
#include "core/runtime/pictures.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"
#include "widgets/tasks/task_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NeededFiles)
};

void add(std::vector<runs::NeededFile>& files, const char* kind, const QString& path,
         const std::string& sha256 = {}) {
    const std::string text = systemPath(path).string();
    const auto isIt = [&](const runs::NeededFile& file) {
        return file.kind == kind && file.path == text;
    };
    if (!path.isEmpty() && std::ranges::none_of(files, isIt))
        files.push_back({kind, text, sha256});
}

QString decoded(const std::string& path) {
    return QFile::decodeName(QByteArray::fromStdString(path));
}

std::string readHash(const runs::NeededFile& file) {
    const bool isCheckpoint = file.kind == "model" || file.kind == "generator";
    if (!isCheckpoint && !QFileInfo(decoded(file.path)).isFile())
        return {}; // a folder of data
    const auto hash =
        isCheckpoint ? runtime::hashOfCheckpoint(file.path) : runtime::hashOfFile(file.path);
    return hash.value_or(std::string());
}

/// The hash of a file as it is now; empty where there is none.
std::string hashNow(const runs::NeededFile& file) {
    static std::mutex mutex;
    static std::map<QString, std::string> known;
    const QString path = decoded(file.path);
    const QString weights = QDir(path).filePath(QStringLiteral("model.safetensors"));
    const QString stamp = fileStamp(QFileInfo::exists(weights) ? weights : path);
    const QString key = QString::fromStdString(file.kind) + path + QLatin1Char('\n') + stamp;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = known.find(key); found != known.end())
            return found->second;
    }
    const std::string hash = readHash(file);
    const std::lock_guard lock(mutex);
    return known[key] = hash;
}

/// A sentence for each file that holds other bytes.
std::vector<std::string> otherFiles(const std::vector<runs::NeededFile>& files,
                                    const std::string& name) {
    std::vector<std::string> sentences;
    for (const runs::NeededFile& file : files)
        if (!file.sha256.empty())
            if (std::string other = runs::otherBytesSentence(file, hashNow(file), name);
                !other.empty())
                sentences.push_back(std::move(other));
    return sentences;
}

} // namespace

std::vector<runs::NeededFile> neededFiles(const ViewState& state) {
    const ViewChoice& choice = state.choice();
    std::vector<runs::NeededFile> files;
    for (const Side side : kSides) {
        if (side == Side::B && !choice.hasB())
            continue;
        const Subject subject = choice.resolved(side);
        const auto info = state.modelInfo(side);
        const bool isSame = info && systemPath(subject.model) == info->path;
        add(files, "model", subject.model, isSame ? info->sha256 : std::string());
        add(files, "image", subject.image);
    }
    add(files, "generator", choice.generation.a);
    add(files, "generator", choice.generation.b);
    for (const QStringList& data : {choice.latents.question.data, choice.codebook.data})
        for (const QString& path : data)
            add(files, "data", path);
    return files;
}

void addHashes(std::vector<runs::NeededFile>& files) {
    for (runs::NeededFile& file : files)
        if (file.sha256.empty())
            file.sha256 = hashNow(file);
}

void compareHashes(QObject* owner, TaskRunner& runner, std::vector<runs::NeededFile> files,
                   const std::string& name, std::function<void(const QStringList&)> tell) {
    runner.start(
        owner, Words::tr("Comparing checksums"),
        [files = std::move(files), name](TaskContext&) -> Result<std::vector<std::string>> {
            return otherFiles(files, name);
        },
        [tell = std::move(tell)](const Result<std::vector<std::string>>& sentences) {
            QStringList told;
            for (const std::string& sentence : sentences.value_or(std::vector<std::string>()))
                told << QString::fromStdString(sentence);
            if (!told.isEmpty())
                tell(told);
        },
        Lane::Analysis);
}

std::optional<runs::NeededFile> firstMissing(const std::vector<runs::NeededFile>& files) {
    for (const runs::NeededFile& file : files)
        if (!file.path.empty() && !QFileInfo::exists(decoded(file.path)))
            return file;
    return std::nullopt;
}

} // namespace hierascope::widgets
