// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/path_finder.h"

#include <map>
#include <utility>

#include "core/runtime/pictures.h"
#include "core/runtime/recorded_pyramid.h"
#include "widgets/state/recording_images.h"
#include "widgets/state/services.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

namespace {

const QStringList kGeneratorFamilies = {QStringLiteral("gpt"), QStringLiteral("dit")};

const QStringList& imagePatterns() {
    static const QStringList patterns = {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"),
                                         QStringLiteral("*.png"), QStringLiteral("*.webp"),
                                         QStringLiteral("*.ppm")};
    return patterns;
}

/// A file that stands for the folder it lies in.
bool isModelFile(const QFileInfo& file) {
    return file.fileName() == QLatin1String("config.json") ||
           file.fileName() == QLatin1String("pytorch_model.bin") ||
           file.suffix() == QLatin1String("safetensors");
}

/// Weights of an official trainer, which have no folder of their own.
bool isWeightFile(const QFileInfo& file) {
    return QStringList{QStringLiteral("bin"), QStringLiteral("pt"), QStringLiteral("pth")}.contains(
        file.suffix());
}

bool isModelFolder(const QDir& folder) {
    for (const char* part : {"config.json", "model.safetensors", "pytorch_model.bin",
                             "ema_model"}) // the last: trainers
        if (folder.exists(QLatin1String(part)))
            return true;
    return false;
}

/// What a model folder's config says that it is; without a config it is taken for a tokenizer.
FoundPath::Kind kindOf(const QString& folder) {
    constexpr qint64 kLongestConfig = 1 << 20;
    QFile config(QDir(folder).filePath(QStringLiteral("config.json")));
    if (!config.open(QIODevice::ReadOnly))
        return FoundPath::Kind::Model;
    const QJsonObject fields = QJsonDocument::fromJson(config.read(kLongestConfig)).object();
    // An official generator's config is its arguments alone.
    const bool isOfficial =
        fields.contains(QStringLiteral("n_layer")) && fields.contains(QStringLiteral("vocab_size"));
    const bool isGenerator =
        isOfficial || kGeneratorFamilies.contains(fields[QStringLiteral("family")].toString());
    return isGenerator ? FoundPath::Kind::Generator : FoundPath::Kind::Model;
}

FoundPath foundModel(const QString& folder) {
    return {folder, kindOf(folder)};
}

/// The newest checkpoint of a run folder, empty where the folder is no run.
QString newestCheckpoint(const QDir& folder) {
    if (folder.exists(QStringLiteral("model.safetensors")))
        return {};
    const QStringList checkpoints = checkpointsIn(folder.filePath(QStringLiteral("checkpoints")));
    return checkpoints.isEmpty() ? QString() : checkpoints.last();
}

void addImages(const QDir& folder, std::vector<FoundPath>& found) {
    for (const QString& image : folder.entryList(imagePatterns(), QDir::Files, QDir::Name))
        found.push_back({folder.filePath(image), FoundPath::Kind::Image});
}

/// The images of a folder and the models that lie in it; where it has neither, the images of the
/// folders in it (one folder for each class).
void addFolder(const QDir& folder, std::vector<FoundPath>& found) {
    const std::size_t before = found.size();
    addImages(folder, found);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : names)
        if (isModelFolder(QDir(folder.filePath(name))))
            found.push_back(foundModel(folder.filePath(name)));
    if (found.size() == before)
        for (const QString& name : names)
            addImages(QDir(folder.filePath(name)), found);
    if (found.size() == before)
        found.push_back({folder.path(), FoundPath::Kind::Model});
}

/// Reads the recipe that an exported picture carries; one that is broken says why.
void readRecipe(FoundPath& found, const PathMoves& moves) {
    const auto text = runtime::readPictureText(systemPath(found.path), runs::kRecipeKeyword);
    if (!text || !*text)
        return;
    std::string moved = **text;
    for (const auto& [from, to] : moves)
        moved = runs::withPath(moved, from, to);
    auto recipe = runs::anyRecipeFromJson(moved, systemPath(found.path).string());
    if (!recipe) {
        found.problem = QString::fromStdString(recipe.error().message);
        return;
    }
    if (auto* own = std::get_if<runs::Recipe>(&*recipe))
        found.recipe = std::move(*own);
    else if (auto* generation = std::get_if<runs::GenerationRecipe>(&*recipe))
        found.generation = std::move(*generation);
    else
        found.view = std::get<runs::ViewRecipe>(std::move(*recipe));
}

} // namespace

QStringList checkpointsIn(const QString& folder) {
    const QDir checkpoints(folder);
    std::map<qlonglong, QString> bySteps;
    const QStringList names = checkpoints.entryList({QStringLiteral("step-*")}, QDir::Dirs);
    for (const QString& name : names) {
        bool isNumber = false;
        const qlonglong step = name.mid(5).toLongLong(&isNumber);
        if (isNumber)
            bySteps[step] = checkpoints.filePath(name);
    }
    QStringList paths;
    for (const auto& [step, path] : bySteps)
        paths << path;
    return paths;
}

std::vector<runs::NeededFile> FoundPath::files() const {
    if (recipe)
        return runs::filesOf(*recipe);
    if (generation)
        return runs::filesOf(*generation);
    return view ? runs::filesOf(*view) : std::vector<runs::NeededFile>();
}

std::vector<FoundPath> findPaths(const QStringList& paths, const PathMoves& moves) {
    std::vector<FoundPath> found;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString absolute = QDir::cleanPath(info.absoluteFilePath());
        if (info.isDir()) {
            const QDir folder(absolute);
            const QString checkpoint = newestCheckpoint(folder);
            if (!checkpoint.isEmpty())
                found.push_back(foundModel(checkpoint));
            else if (isModelFolder(folder))
                found.push_back(foundModel(absolute));
            else
                addFolder(folder, found);
        } else if (runtime::isRecordedPyramid(systemPath(absolute))) {
            found.push_back({absolute, FoundPath::Kind::Model});
            for (const QString& image : filesOfRecording(absolute))
                found.push_back({image, FoundPath::Kind::Image});
        } else if (isModelFile(info)) {
            found.push_back(foundModel(QFileInfo(absolute).absolutePath()));
        } else if (isWeightFile(info)) {
            found.push_back({absolute, FoundPath::Kind::Model});
        } else {
            found.push_back({absolute, FoundPath::Kind::Image});
            if (paths.size() == 1) // of several pictures none brings its view back
                readRecipe(found.back(), moves);
        }
    }
    return found;
}

} // namespace hierascope::widgets
