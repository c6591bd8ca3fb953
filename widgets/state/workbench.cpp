// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/workbench.h"

#include <utility>

#include "core/runtime/listing.h"
#include "widgets/state/findings.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/view_state.h"

#include <QFileInfo>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kCachedBytes = std::size_t{512} << 20;

/// What a task makes: the image's pyramid, and the same one edited where it is.
struct Made {
    std::shared_ptr<const PyramidContent> unedited;
    std::shared_ptr<const PyramidContent> content;
};

} // namespace

Workbench::Workbench(Services services, ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_state(state), m_runner(runner),
      m_models(m_services, runner), m_images(m_services, runner),
      m_thumbnails(m_services, state.images(), runner), m_cache(kCachedBytes) {
    connect(&state, &ViewState::choiceChanged, this, &Workbench::refresh);
    connect(&state, &ViewState::phaseChanged, this, &Workbench::restoreSelection);
    connect(&state.models(), &LibraryModel::rowsRemoved, this, &Workbench::forgetRemovedModels);
    connect(&state.images(), &LibraryModel::rowsRemoved, this, &Workbench::forgetRemovedImages);
    connect(&state.images(), &LibraryModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row)
                    m_thumbnails.read(m_state.images().item(row).path);
            });
    connect(&m_models, &ModelShelf::changed, this, &Workbench::finishModel);
    connect(&m_images, &ImageShelf::changed, this, &Workbench::finishImage);
    connect(&runner, &TaskRunner::taskChanged, this, &Workbench::passProgress);
}

void Workbench::open(const QStringList& paths) {
    if (paths.isEmpty())
        return;
    find(paths, m_moves.value(paths.front()));
    Q_EMIT opened(paths);
}

void Workbench::add(const QStringList& paths) {
    m_runner.start(
        this, tr("Looking at files"),
        [paths](TaskContext&) -> Result<std::vector<FoundPath>> { return findPaths(paths); },
        [this](const Result<std::vector<FoundPath>>& found) {
            if (found)
                addFound(*found, false);
        },
        Lane::Analysis);
}

void Workbench::addFound(const std::vector<FoundPath>& found, bool isChosen) {
    QString firstModel;
    QString firstImage;
    QString firstGenerator;
    if (isChosen && found.size() == 1 && chooseRecipe(found.front()))
        return;
    for (const FoundPath& path : found) {
        if (path.kind == FoundPath::Kind::Generator) {
            m_state.models().setGenerator(m_state.models().add(path.path));
            if (firstGenerator.isEmpty())
                firstGenerator = path.path;
            continue;
        }
        const bool isModel = path.kind == FoundPath::Kind::Model;
        QString& first = isModel ? firstModel : firstImage;
        if (first.isEmpty())
            first = path.path;
        LibraryModel& library = isModel ? m_state.models() : m_state.images();
        library.add(path.path);
    }
    const Subject& a = m_state.choice().a;
    if (isChosen || a.model.isEmpty() || a.image.isEmpty())
        chooseFound(isChosen || a.model.isEmpty() ? firstModel : QString(),
                    isChosen || a.image.isEmpty() ? firstImage : QString());
    if (isChosen && !firstGenerator.isEmpty()) {
        setGenerator(m_state, Side::A, firstGenerator);
        Q_EMIT generatorOpened();
    }
}

void Workbench::chooseFound(const QString& model, const QString& image) {
    ViewChoice next = m_state.choice();
    if (!model.isEmpty())
        next.a.model = model;
    if (!image.isEmpty())
        next.a.image = image;
    if (model.isEmpty() && image.isEmpty())
        return;
    if (next == m_state.choice())
        retry(); // opened again: somebody has perhaps mended it
    else
        m_state.choose(next, ViewState::Change::Subject, tr("Open"));
}

/// Tells what is in a checkpoint that cannot be opened: perhaps it is of another program.
void Workbench::listContents(const QString& model) {
    m_runner.start(
        this, tr("Looking at %1").arg(fileNameOf(model)),
        [file = systemPath(model)](TaskContext&) { return runtime::listCheckpoint(file); },
        [this, model](const Result<runtime::CheckpointListing>& listing) {
            if (listing)
                m_state.setFindings(model, findingsText(*listing));
        },
        Lane::Analysis);
}

void Workbench::forgetRemovedModels() {
    for (const QString& path : m_models.paths())
        if (m_state.models().rowOf(path) < 0)
            m_models.forget(path);
}

void Workbench::forgetRemovedImages() {
    for (const QString& path : m_images.paths())
        if (m_state.images().rowOf(path) < 0)
            m_images.forget(path);
}

void Workbench::cancel(Side side) {
    if (m_state.phase(side) != ViewState::Phase::Busy)
        return;
    stop(side);
    const QString model = m_state.choice().resolved(side).model;
    const bool isShared = m_state.phase(other(side)) == ViewState::Phase::Busy &&
                          m_state.choice().resolved(other(side)).model == model;
    if (!isShared && m_models.state(model) == ModelShelf::State::Opening)
        m_models.forget(model);
}

void Workbench::stop(Side side) {
    work(side).task.drop(); // answered at once, also when the work still waits for its lane
    work(side).key.clear();
    work(side).stopped = wanted(side);
    m_state.setStopped(side);
}

void Workbench::retry() {
    for (const Side side : kSides) {
        const Subject subject = m_state.choice().resolved(side);
        work(side).stopped.reset();
        if (m_models.state(subject.model) == ModelShelf::State::Failed) {
            m_models.forget(subject.model);
            if (const int row = m_state.models().rowOf(subject.model); row >= 0)
                m_state.models().clearError(row);
        }
        if (m_images.state(subject.image) == ImageShelf::State::Failed)
            m_images.forget(subject.image);
    }
    refresh();
}

void Workbench::removeFailed(Side side) {
    const Subject subject = m_state.choice().resolved(side);
    if (m_models.state(subject.model) == ModelShelf::State::Failed)
        m_state.removeModel(m_state.models().rowOf(subject.model));
    else
        m_state.removeImage(m_state.images().rowOf(subject.image));
}

void Workbench::reload(const QStringList& paths) {
    for (const QString& path : paths) {
        m_models.forget(path);
        m_images.forget(path);
        if (const int row = m_state.models().rowOf(path); row >= 0)
            m_state.models().clearError(row);
        if (m_state.images().rowOf(path) >= 0)
            m_thumbnails.read(path);
    }
    Q_EMIT reloaded(paths);
    refresh();
}

void Workbench::refresh() {
    const Subject a = wanted(Side::A).subject;
    const Subject b = wanted(Side::B).subject;
    m_models.keep({a.model, b.model});
    m_images.keep({a.image, b.image});
    refreshSide(Side::A);
    refreshSide(Side::B);
}

void Workbench::refreshSide(Side side) {
    const Subject subject = wanted(side).subject;
    const QString key = contentKey(subject, wanted(side).edits);
    SideWork& own = work(side);
    if (!key.isEmpty() && own.key == key && own.task.isRunning())
        return; // it is on its way
    own.task.drop();
    own.key.clear();
    if (own.stopped == wanted(side))
        return;
    own.stopped.reset();
    const bool hasImage = prepareImage(side, subject);
    if (!prepareModel(side, subject))
        return;
    if (subject.image.isEmpty())
        return m_state.setEmpty(side);
    if (const Content content = m_cache.find(key))
        return m_state.setContent(side, subject, content);
    if (hasImage)
        reconstruct(side, subject, key);
}

/// Says whether the side's model is open; where it is not, the state says why.
bool Workbench::prepareModel(Side side, const Subject& subject) {
    if (subject.model.isEmpty()) {
        m_state.setModelInfo(side, {});
        m_state.setEmpty(side);
        return false;
    }
    m_models.open(subject.model);
    if (const auto info = m_models.info(subject.model)) {
        m_state.setModelInfo(side, info);
        return true;
    }
    m_state.setModelInfo(side, {});
    if (m_models.state(subject.model) == ModelShelf::State::Failed)
        m_state.setFailed(side, m_models.error(subject.model));
    else
        m_state.setBusy(side, tr("Opening %1").arg(fileNameOf(subject.model)));
    return false;
}

/// Says whether the side's image is read; where it is not, the state says why.
bool Workbench::prepareImage(Side side, const Subject& subject) {
    if (subject.image.isEmpty()) {
        m_state.setPreview(side, {});
        return false;
    }
    m_images.read(subject.image);
    m_state.setPreview(side, m_images.preview(subject.image));
    switch (m_images.state(subject.image)) {
    case ImageShelf::State::Read:
        return true;
    case ImageShelf::State::Failed:
        m_state.setFailed(side, m_images.error(subject.image));
        return false;
    case ImageShelf::State::Reading:
    case ImageShelf::State::Unknown:
        m_state.setBusy(side, tr("Reading %1").arg(fileNameOf(subject.image)));
        return false;
    }
    return false;
}

void Workbench::reconstruct(Side side, const Subject& subject, const QString& key) {
    const QByteArray edits = wanted(side).edits;
    const QString title = edits.isEmpty()
                              ? tr("Reconstructing %1").arg(fileNameOf(subject.image))
                              : tr("Decoding edited tokens of %1").arg(fileNameOf(subject.image));
    m_state.setBusy(side, title);
    runtime::EncodeOptions options;
    options.sample = m_state.choice().sampling.isSample;
    options.seed = m_state.choice().sampling.seed;
    auto work = [tokenizer = m_models.tokenizer(subject.model),
                 image = m_images.picture(subject.image), options,
                 unedited = m_cache.find(contentKey(subject, {})), edits,
                 list = editsOf(side)](const TaskContext& context) mutable -> Result<Made> {
        if (!unedited) {
            Result<runtime::Reconstruction> done = tokenizer->reconstruct(*image, options, context);
            if (!done)
                return failure(done);
            unedited = std::make_shared<const PyramidContent>(makePyramidContent(std::move(*done)));
        }
        if (edits.isEmpty())
            return Made{unedited, unedited};
        auto edited =
            runtime::reconstructEdited(*tokenizer, unedited->reconstruction, list, context);
        if (!edited)
            return failure(edited);
        return Made{unedited, std::make_shared<const PyramidContent>(
                                  makeEditedContent(std::move(*edited), *unedited, edits))};
    };
    SideWork& own = this->work(side);
    own.key = key;
    own.task.start(
        m_runner, this, title, std::move(work),
        [this, side, subject, key, first = contentKey(subject, {})](const Result<Made>& made) {
            this->work(side).key.clear();
            if (made) {
                if (!m_cache.find(first))
                    keepContent(subject, first, made->unedited);
                if (key != first)
                    m_cache.keep(key, made->content);
                m_state.setContent(side, subject, made->content);
            } else if (made.error().code == ErrorCode::Cancelled) {
                stop(side); // from the list of tasks
            } else {
                m_state.setFailed(side, made.error());
            }
        });
}

void Workbench::keepContent(const Subject& subject, const QString& key, const Content& content) {
    m_cache.keep(key, content);
    const int row = m_state.images().rowOf(subject.image);
    if (row >= 0 && subject.model == m_state.choice().a.model &&
        !content->reconstruction.levels.empty())
        m_state.images().setPsnr(row, content->reconstruction.levels.back().psnrFull);
}

void Workbench::finishModel(const QString& path) {
    const int row = m_state.models().rowOf(path);
    if (const auto info = m_models.info(path)) {
        if (row >= 0)
            m_state.models().setDetail(row, QString::fromStdString(info->summary));
    } else if (m_models.error(path).code == ErrorCode::Cancelled) {
        m_models.forget(path);
        for (const Side side : kSides)
            if (wanted(side).subject.model == path)
                stop(side); // from the list of tasks
    } else if (row >= 0) {
        m_state.models().setError(row, QString::fromStdString(m_models.error(path).message));
        listContents(path);
    }
    refresh();
}

void Workbench::finishImage(const QString& path) {
    const bool isStopped = m_images.state(path) == ImageShelf::State::Failed &&
                           m_images.error(path).code == ErrorCode::Cancelled;
    if (isStopped) {
        m_images.forget(path);
        for (const Side side : kSides)
            if (wanted(side).subject.image == path)
                stop(side); // from the list of tasks
    }
    refresh();
}

void Workbench::passProgress(TaskId id) {
    const auto task = m_runner.task(id);
    if (!task)
        return;
    for (const Side side : kSides) {
        const bool isOwn = work(side).task.id() == id && !work(side).key.isEmpty();
        if (isOwn || m_models.isOpening(m_state.choice().resolved(side).model, id))
            m_state.setProgress(side, task->progress);
    }
}

/// B has no subject of its own without a B.
Workbench::Wanted Workbench::wanted(Side side) const {
    const ViewChoice& choice = m_state.choice();
    return {side == Side::A || choice.hasB() ? choice.resolved(side) : Subject{}, choice.sampling,
            choice.edits(side)};
}

std::vector<runtime::TokenEdit> Workbench::editsOf(Side side) const {
    std::vector<runtime::TokenEdit> edits;
    const TokenSurgery* surgery = side == Side::A ? m_state.choice().surgery() : nullptr;
    for (int i = 0; surgery != nullptr && i < surgery->applied; ++i)
        edits.push_back(*surgery->steps[std::size_t(i)].edit);
    return edits;
}

QString Workbench::contentKey(const Subject& subject, const QByteArray& edits) const {
    if (subject.model.isEmpty() || subject.image.isEmpty())
        return {};
    const auto info = m_models.info(subject.model);
    const Sampling& sampling = m_state.choice().sampling;
    return QStringList{subject.model,
                       info ? QString::fromStdString(info->sha256) : QString(),
                       subject.image,
                       fileStamp(subject.image),
                       sampling.isSample ? QString::number(sampling.seed) : QString(),
                       QString::fromLatin1(edits.toHex())}
        .join(QLatin1Char('\n'));
}

} // namespace hierascope::widgets
