// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/workbench.h"

#include <algorithm>
#include <utility>

#include "widgets/common/pictures.h"
#include "widgets/shell/view_state.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kCachedPyramids = 32;
constexpr int kThumbnailSide = 80;

std::filesystem::path systemPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

QString nameOf(const QString& path) {
    return QFileInfo(path).fileName();
}

} // namespace

Workbench::Workbench(Services services, ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_runner(runner) {
    connect(&state, &ViewState::currentModelChanged, this, &Workbench::refresh);
    connect(&state, &ViewState::currentImageChanged, this, &Workbench::refresh);
    connect(&state.models(), &LibraryModel::rowsRemoved, this, &Workbench::forgetRemoved);
    connect(&runner, &TaskRunner::taskChanged, this, [this](TaskId id) {
        const auto task = m_runner.task(id);
        if (task && id == m_work.id())
            m_state.setProgress(task->progress);
    });
}

void Workbench::open(const QStringList& paths) {
    if (paths.isEmpty())
        return;
    m_runner.start(
        this, tr("Looking at files"),
        [paths](TaskContext&) -> Result<std::vector<FoundPath>> { return findPaths(paths); },
        [this](const Result<std::vector<FoundPath>>& found) {
            if (found)
                addFound(*found);
        },
        Lane::Analysis);
}

void Workbench::addFound(const std::vector<FoundPath>& found) {
    QString firstModel;
    QString firstImage;
    const bool isIdle = m_thumbnailQueue.isEmpty();
    for (const FoundPath& path : found) {
        const bool isModel = path.kind == FoundPath::Kind::Model;
        QString& first = isModel ? firstModel : firstImage;
        if (first.isEmpty())
            first = path.path;
        LibraryModel& library = isModel ? m_state.models() : m_state.images();
        library.add(path.path);
        if (!isModel)
            m_thumbnailQueue.append(path.path);
    }
    choose(firstModel, firstImage);
    if (isIdle)
        readNextThumbnail();
}

void Workbench::choose(const QString& model, const QString& image) {
    const int modelRow = m_state.models().rowOf(model);
    const int imageRow = m_state.images().rowOf(image);
    const bool isSameAgain = (modelRow < 0 || modelRow == m_state.currentModel()) &&
                             (imageRow < 0 || imageRow == m_state.currentImage());
    if (isSameAgain) {
        retry();
        return;
    }
    if (modelRow >= 0)
        m_state.setCurrentModel(modelRow);
    if (imageRow >= 0)
        m_state.setCurrentImage(imageRow);
}

void Workbench::forgetRemoved() {
    const auto isGone = [this](const auto& entry) {
        return m_state.models().rowOf(entry.first) < 0;
    };
    std::erase_if(m_opened, isGone);
    std::erase_if(m_modelErrors, isGone);
}

void Workbench::cancel() {
    if (m_state.phase() != ViewState::Phase::Busy)
        return;
    m_work.drop(); // answered at once, also when the work still waits for its lane
    m_opening.clear();
    m_state.setStopped();
}

void Workbench::retry() {
    const int model = m_state.currentModel();
    if (model >= 0) {
        m_modelErrors.erase(m_state.models().item(model).path);
        m_state.models().clearError(model);
    }
    refresh();
}

void Workbench::removeFailed() {
    const int model = m_state.currentModel();
    if (model >= 0 && m_state.models().item(model).hasError)
        m_state.removeModel(model);
    else
        m_state.removeImage(m_state.currentImage());
}

void Workbench::refresh() {
    const int model = m_state.currentModel();
    const QString modelPath = model < 0 ? QString() : m_state.models().item(model).path;
    if (!m_opening.isEmpty() && m_opening == modelPath)
        return; // comes back here when the model is open
    m_work.drop();
    m_opening.clear();
    const auto opened = m_opened.find(modelPath);
    const auto failed = m_modelErrors.find(modelPath);
    if (opened == m_opened.end())
        m_state.setModelInfo({});
    if (failed != m_modelErrors.end())
        return m_state.setFailed(failed->second);
    if (model < 0)
        return m_state.setEmpty();
    if (opened == m_opened.end())
        return openModel(modelPath);
    m_state.setModelInfo(std::make_shared<runtime::ModelInfo>(opened->second->info()));
    const int image = m_state.currentImage();
    if (image < 0)
        return m_state.setEmpty();
    const QString imagePath = m_state.images().item(image).path;
    if (const Content content = cached(cacheKey(modelPath, imagePath)))
        return m_state.setContent(content);
    reconstruct(modelPath, imagePath);
}

void Workbench::openModel(const QString& path) {
    m_opening = path;
    const QString title = tr("Opening %1").arg(nameOf(path));
    m_state.setBusy(title);
    m_work.start(
        m_runner, this, title,
        [open = m_services.openTokenizer, file = systemPath(path)](const TaskContext& context) {
            return open(file, context);
        },
        [this, path](Result<Services::Tokenizer> result) { keepModel(path, std::move(result)); });
}

void Workbench::keepModel(const QString& path, Result<Services::Tokenizer> result) {
    m_opening.clear();
    const int row = m_state.models().rowOf(path);
    if (row < 0)
        return;
    if (result) {
        m_state.models().setDetail(row, QString::fromStdString((*result)->info().summary));
        m_opened[path] = std::move(*result);
        refresh();
        return;
    }
    if (result.error().code != ErrorCode::Cancelled) {
        m_modelErrors[path] = result.error();
        m_state.models().setError(row, QString::fromStdString(result.error().message));
    }
    fail(result.error());
}

void Workbench::reconstruct(const QString& modelPath, const QString& imagePath) {
    const QString title = tr("Reconstructing %1").arg(nameOf(imagePath));
    m_state.setBusy(title);
    auto work = [read = m_services.readImage, tokenizer = m_opened.at(modelPath),
                 file = systemPath(imagePath)](const TaskContext& context) -> Result<Content> {
        const Result<ImageRgb8> image = read(file, context);
        if (!image)
            return failure(image);
        Result<runtime::Reconstruction> done = tokenizer->reconstruct(*image, {}, context);
        if (!done)
            return failure(done);
        return std::make_shared<const PyramidContent>(makePyramidContent(std::move(*done)));
    };
    m_work.start(m_runner, this, title, std::move(work),
                 [this, key = cacheKey(modelPath, imagePath)](const Result<Content>& content) {
                     if (!content)
                         return fail(content.error());
                     keepContent(key, *content);
                     m_state.setContent(*content);
                 });
}

void Workbench::fail(const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        m_state.setStopped();
    else
        m_state.setFailed(error);
}

QString Workbench::cacheKey(const QString& modelPath, const QString& imagePath) const {
    const QFileInfo image(imagePath);
    const auto& info = m_opened.at(modelPath)->info();
    return QStringList{modelPath, QString::fromStdString(info.sha256), imagePath,
                       QString::number(image.size()),
                       QString::number(image.lastModified().toMSecsSinceEpoch())}
        .join(QLatin1Char('\n'));
}

Workbench::Content Workbench::cached(const QString& key) const {
    const auto found = std::ranges::find(m_cache, key, &std::pair<QString, Content>::first);
    return found == m_cache.end() ? nullptr : found->second;
}

void Workbench::keepContent(const QString& key, const Content& content) {
    if (m_cache.size() == kCachedPyramids)
        m_cache.erase(m_cache.begin());
    m_cache.emplace_back(key, content);
}

void Workbench::readNextThumbnail() {
    if (m_thumbnailQueue.isEmpty())
        return;
    const QString path = m_thumbnailQueue.front();
    auto work = [read = m_services.readImage,
                 file = systemPath(path)](const TaskContext& context) -> Result<Thumbnail> {
        const Result<ImageRgb8> image = read(file, context);
        if (!image)
            return failure(image);
        const QImage small =
            imageFromRgb8(*image).scaled(kThumbnailSide, kThumbnailSide,
                                         Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        return Thumbnail{small, image->width, image->height};
    };
    m_runner.start(
        this, tr("Reading %1").arg(nameOf(path)), std::move(work),
        [this, path](const Result<Thumbnail>& thumbnail) {
            keepThumbnail(path, thumbnail);
            m_thumbnailQueue.removeFirst();
            readNextThumbnail();
        },
        Lane::Analysis);
}

void Workbench::keepThumbnail(const QString& path, const Result<Thumbnail>& thumbnail) {
    LibraryModel& images = m_state.images();
    const int row = images.rowOf(path);
    if (row < 0)
        return;
    if (!thumbnail) {
        images.setError(row, QString::fromStdString(thumbnail.error().message));
        return;
    }
    images.clearError(row);
    images.setDetail(row, tr("%1\u00a0×\u00a0%2").arg(thumbnail->width).arg(thumbnail->height));
    images.setThumbnail(row, thumbnail->image);
}

} // namespace hierascope::widgets
