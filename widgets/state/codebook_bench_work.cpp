// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <utility>

#include "widgets/state/codebook_bench.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/view_state.h"

#include <QTimer>

// The tasks of the bench: what each computes, and what becomes of it.
namespace hierascope::widgets {

namespace {

constexpr int kThumbnail = 64;
constexpr std::chrono::milliseconds kPiece{150};

/// Where a pass over images stands after one piece.
template <typename Pass, typename Whole>
struct Piece {
    std::shared_ptr<Pass> pass;
    std::shared_ptr<const Whole> whole; ///< null before the end
    Progress progress;
};

Result<runtime::CodeAtlas> wholeOf(const runtime::CodeAtlasPass& pass) {
    return pass.atlas();
}

Result<runtime::ChannelStudy> wholeOf(const runtime::ChannelStudyPass& pass) {
    return pass.study();
}

/// Encodes images for a moment, or with `isEnd` takes what there is.
template <typename Whole, typename Pass>
Result<Piece<Pass, Whole>> pieceOf(std::shared_ptr<Pass> pass, bool isEnd,
                                   const TaskContext& context) {
    const auto start = std::chrono::steady_clock::now();
    while (!isEnd && !pass->isFinished() && std::chrono::steady_clock::now() - start < kPiece)
        if (const Result<void> done = pass->next(1, context); !done)
            return failure(done);
    Piece<Pass, Whole> piece{pass, nullptr, {pass->done(), pass->total(), {}}};
    if (isEnd || pass->isFinished()) {
        auto whole = wholeOf(*pass);
        if (!whole)
            return failure(whole);
        piece.whole = std::make_shared<const Whole>(std::move(*whole));
    }
    return piece;
}

using CountPiece = Piece<runtime::CodeAtlasPass, runtime::CodeAtlas>;
using StudyPiece = Piece<runtime::ChannelStudyPass, runtime::ChannelStudy>;

std::vector<std::filesystem::path> systemPaths(const QStringList& paths) {
    std::vector<std::filesystem::path> data;
    for (const QString& path : paths)
        data.push_back(systemPath(path));
    return data;
}

Result<CodebookState::Painting> paintingOf(runtime::Tokenizer& model,
                                           const runtime::TokenPyramid& pyramid,
                                           const TokenRef& place, const TaskContext& context) {
    const auto paint = runtime::paintOf(model, {pyramid.levels, pyramid.masked}, place.level,
                                        place.token, context);
    if (!paint)
        return failure(paint);
    CodePainting painting{place, imageFromRgbF32(paint->alone), {}, 1.0F};
    const ScalarMap moved = signedMap(paint->inPlace);
    painting.limit = limitOf(std::span(&moved, 1));
    painting.inPlace = imageFromMap(moved, ColorMap::Diverging, painting.limit);
    return std::make_shared<const CodePainting>(std::move(painting));
}

/// What cannot be computed is left out; it is no reason to lose the rest.
template <typename T>
Result<T> orNothing(Result<T> result) {
    return result || result.error().code == ErrorCode::Cancelled ? std::move(result)
                                                                 : Result<T>(T());
}

} // namespace

template <typename Work, typename Finish>
void CodebookBench::work(Side side, const QString& title, Work work, Finish finish, Lane lane) {
    m_isWorking = true;
    m_isCancelling = false;
    m_working = keyOf(side);
    m_task = m_runner.start(
        this, title, std::move(work),
        [this, side, key = m_working, finish = std::move(finish)](auto result) {
            m_isWorking = false;
            m_isBetween = true;
            if (result)
                finish(m_entries[key], std::move(*result));
            else if (result.error().code != ErrorCode::Cancelled)
                m_entries[key].error = result.error();
            else if (!std::exchange(m_isCancelling, false))
                m_isStopped = true; // by its button, or from the list of tasks
            for (const Side each : kSides)
                show(each);
            QTimer::singleShot(0, this, &CodebookBench::advance);
        },
        lane);
    show(side);
}

void CodebookBench::count(Side side, bool isEnd) {
    work(
        side, tr("Counting codes"),
        [model = m_models.tokenizer(modelOf(side)), data = systemPaths(dataOf()),
         images = m_codebook.choice().images, pass = entry(side).pass,
         isEnd](const TaskContext& context) mutable -> Result<CountPiece> {
            if (!pass) {
                auto begun = runtime::startCodeAtlas(model, data, {images, 6, kThumbnail});
                if (!begun)
                    return failure(begun);
                pass = std::move(*begun);
            }
            return pieceOf<runtime::CodeAtlas>(pass, isEnd, context);
        },
        [this, side](Entry& own, CountPiece piece) {
            own.pass = piece.pass->isFinished() ? nullptr : piece.pass;
            if (piece.whole) {
                own.atlas = piece.whole;
                own.concluded = piece.progress.done;
            }
            m_codebook.setProgress(side, piece.progress);
        });
}

void CodebookBench::fetchVectors(Side side) {
    work(
        side, tr("Reading the codebook's vectors"),
        [model = m_models.tokenizer(modelOf(side))](
            const TaskContext& context) -> Result<CodebookState::Vectors> {
            auto values = model->codebookVectors(context);
            CodeVectors vectors;
            if (values && !values->empty()) {
                vectors.width = std::int64_t(values->size()) / model->info().codebookSize;
                vectors.values = std::move(*values);
            }
            return std::make_shared<const CodeVectors>(std::move(vectors));
        },
        [](Entry& own, CodebookState::Vectors vectors) { own.vectors = std::move(vectors); });
}

void CodebookBench::layOut(Side side) {
    work(
        side, tr("Laying out the codebook"),
        [services = m_services, vectors = entry(side).vectors](
            const TaskContext& context) -> Result<CodebookState::Vectors> {
            CodeVectors next = *vectors;
            runtime::MapOptions options;
            options.method = runtime::MapOptions::Method::Pca;
            auto map = services.startMap(next.values, next.width, options, context);
            if (map)
                next.places = (*map)->frame().coordinates;
            if (next.places.empty()) // such as too few codes: all at one place
                next.places.assign(std::size_t(2) * next.values.size() / std::size_t(next.width),
                                   0.0F);
            return std::make_shared<const CodeVectors>(std::move(next));
        },
        [](Entry& own, CodebookState::Vectors vectors) { own.vectors = std::move(vectors); },
        Lane::Analysis);
}

void CodebookBench::study(Side side, bool isEnd) {
    work(
        side, tr("Measuring channels"),
        [model = m_models.tokenizer(modelOf(side)), data = systemPaths(dataOf()),
         images = m_codebook.choice().images, pass = entry(side).studyPass,
         isEnd](const TaskContext& context) mutable -> Result<StudyPiece> {
            if (!pass) {
                auto begun = runtime::startChannelStudy(model, data, images);
                if (!begun)
                    return failure(begun);
                pass = std::move(*begun);
            }
            return pieceOf<runtime::ChannelStudy>(pass, isEnd, context);
        },
        [this, side](Entry& own, StudyPiece piece) {
            own.studyPass = piece.pass->isFinished() ? nullptr : piece.pass;
            if (piece.whole) {
                own.study = piece.whole;
                own.concluded = piece.progress.done;
            }
            m_codebook.setProgress(side, piece.progress);
        });
}

void CodebookBench::paint(Side side) {
    work(
        side, tr("Painting code %1").arg(m_codebook.choice().code),
        [model = m_models.tokenizer(modelOf(side)), content = contentOf(side),
         place = placesOf(m_state, m_codebook.choice().code).front()](const TaskContext& context) {
            return orNothing(paintingOf(*model, content->reconstruction.pyramid, place, context));
        },
        [this, side, key = paintKey(side)](Entry&, CodebookState::Painting painting) {
            m_paintings[std::size_t(side)] = {key, std::move(painting)};
        });
}

void CodebookBench::traverse(Side side) {
    const CodebookState::Study study = entry(side).study;
    const int channel =
        std::clamp(m_codebook.choice().channel, 0, std::max(0, int(study->channels.size()) - 1));
    work(
        side, tr("Traversing channel %1").arg(channel + 1),
        [model = m_models.tokenizer(modelOf(side)), content = contentOf(side), study,
         channel](const TaskContext& context) -> Result<CodebookState::Traversal> {
            const auto& latents = content->reconstruction.pyramid.latents;
            const std::vector<double> steps(CodebookState::kSteps.begin(),
                                            CodebookState::kSteps.end());
            auto pictures = orNothing(
                runtime::traverseChannel(*model, latents, channel, -1, steps,
                                         study->channels[std::size_t(channel)].deviation, context));
            if (!pictures)
                return failure(pictures);
            std::vector<QImage> images;
            for (const ImageRgbF32& picture : *pictures)
                images.push_back(imageFromRgbF32(picture));
            return std::make_shared<const std::vector<QImage>>(std::move(images));
        },
        [this, side, key = traversalKey(side)](Entry&, CodebookState::Traversal traversal) {
            m_traversals[std::size_t(side)] = {key, std::move(traversal)};
        });
}

} // namespace hierascope::widgets
