// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_codebook.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "widgets/shell/main_window.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/pyramid_content.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

using Phase = CodebookState::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CodebookTour)
};

constexpr std::int64_t kImages = 200; // the tour has no time for more

/// The tokenizer that the demo's generators write for; empty where there is none.
QString codeModel(const TourFiles& files) {
    if (files.generators.isEmpty())
        return {};
    const QDir demo = QFileInfo(files.generators.front()).dir();
    return demo.exists(QStringLiteral("restok-fashion/config.json"))
               ? demo.filePath(QStringLiteral("restok-fashion"))
               : QString();
}

/// The images that belong to it, and others to have more of them.
QStringList codeImages(const TourFiles& files) {
    const QDir demo = QFileInfo(codeModel(files)).dir();
    QStringList data;
    if (demo.exists(QStringLiteral("fashion")))
        data << demo.filePath(QStringLiteral("fashion"));
    return files.crops.isEmpty() ? data + files.images : data << files.crops;
}

/// The image that stands in the pyramid with it.
QString codeImage(const TourFiles& files) {
    const QDir demo = QFileInfo(codeModel(files)).dir();
    return demo.exists(QStringLiteral("fashion/bag.png"))
               ? demo.filePath(QStringLiteral("fashion/bag.png"))
               : files.images.front();
}

/// The steps with what they share: the window and how to say that all is computed.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addEmpty();
        if (!codeModel(m_files).isEmpty()) {
            addCodes();
            addSelection();
            addComparison();
        }
        addChannels();
        addEnd();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act,
             std::function<bool()> isReached) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act), std::move(isReached),
                           std::chrono::milliseconds(200)});
    }
    bool isQuiet() const {
        return m_window.state().phase() == ViewState::Phase::Ready &&
               m_window.runner().tasks().empty() && !m_window.codebookBench().isWorking();
    }
    std::function<bool()> counted() {
        return [self = shared_from_this()] {
            const Phase phase = self->m_window.codebook().at(Side::A).phase;
            return (phase == Phase::Ready || phase == Phase::Failed) && self->isQuiet();
        };
    }
    void change(const std::function<void(CodebookChoice&)>& edit) {
        CodebookChoice next = m_window.codebook().choice();
        edit(next);
        setCodebook(m_window.state(), next, Words::tr("Tour"));
    }

    void addEmpty();
    void addCodes();
    void addSelection();
    void addComparison();
    void addChannels();
    void addEnd();

    MainWindow& m_window;
    TourFiles m_files;
    QString m_firstModel;
    std::vector<TourStep> m_steps;
};

void Script::addEmpty() {
    add(
        "codebook-empty", Words::tr("The Codebook view before anything was counted."),
        [self = shared_from_this()] {
            self->m_firstModel = self->m_window.state().choice().a.model;
            self->m_window.state().clearB();
            self->m_window.setCodebookDemo(self->m_files.crops);
            self->m_window.showRoom(Room::Codebook);
        },
        [self = shared_from_this()] { return self->isQuiet(); });
}

void Script::addCodes() {
    add(
        "codebook-codes",
        Words::tr("Every code of a vocabulary, the most used first; crosses are never used."),
        [self = shared_from_this()] {
            self->m_window.state().setModel(Side::A, codeModel(self->m_files));
            self->m_window.state().setImage(Side::A, codeImage(self->m_files));
            self->change([&](CodebookChoice& next) {
                next.data = codeImages(self->m_files);
                next.images = kImages;
            });
            self->m_window.codebookBench().start();
        },
        counted());
    add(
        "codebook-level", Words::tr("The usage of one level, in the order of the codes' numbers."),
        [self = shared_from_this()] {
            self->change([](CodebookChoice& next) {
                next.level = 0;
                next.sort = CodeSort::Code;
            });
        },
        counted());
    add(
        "codebook-code",
        Words::tr("A code: where it occurs, its neighbours, its company, and what it paints."),
        [self = shared_from_this()] {
            self->change([](CodebookChoice& next) {
                next.level = CodebookChoice::kAllLevels;
                next.sort = CodeSort::Usage;
            });
            const auto content = self->m_window.state().content();
            const auto& levels = content->reconstruction.pyramid.levels;
            const auto& codes = levels[levels.size() / 2].codes;
            pickCode(self->m_window.state(), codes.empty() ? 0 : codes.front());
        },
        counted());
    add(
        "codebook-map", Words::tr("The codes where PCA lays their vectors."),
        [self = shared_from_this()] {
            self->change([](CodebookChoice& next) { next.look = CodeLook::Map; });
        },
        counted());
    add(
        "codebook-in-pyramid", Words::tr("The picked code's tokens are lit in the Pyramid view."),
        [&window = m_window] {
            window.showRoom(Room::Pyramid);
            window.state().setOverlay(TokenOverlay::Grid);
        },
        [self = shared_from_this()] { return self->isQuiet(); });
}

/// What was selected in the Codebook view is lit in every other one that has tokens.
void Script::addSelection() {
    add(
        "selection-attention", Words::tr("The same tokens in the Attention view."),
        [&window = m_window] {
            window.state().setOverlay(TokenOverlay::Off);
            window.showRoom(Room::Attention);
            setAttentionLook(window.state(), AttentionLook::Maps);
        },
        [self = shared_from_this()] {
            return self->m_window.attention().isReady() &&
                   !self->m_window.attentionBench().isWorking() && self->isQuiet();
        });
    add(
        "selection-latents", Words::tr("The same tokens as points of the latent map."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            window.showRoom(Room::Latents);
            LatentChoice choice = window.latents().choice();
            choice.question = {LatentSource::Levels, {}, codeImages(self->m_files).mid(0, 1), 0, 0};
            choice.mapping.method = LatentMapping::Method::Pca;
            setQuestion(window.state(), choice.question, Words::tr("Tour"));
            setMapping(window.state(), choice.mapping, Words::tr("Tour"));
            setMapColor(window.state(), MapColor::Level);
            window.latentBench().start();
        },
        [self = shared_from_this()] {
            return self->m_window.latents().at(Side::A).phase == LatentState::Phase::Finished &&
                   self->isQuiet();
        });
    add(
        "selection-generate",
        Words::tr("The same places of the sequence in the Generate view, framed."),
        [&window = m_window] { window.showRoom(Room::Generate); },
        [self = shared_from_this()] { return self->isQuiet(); });
}

void Script::addComparison() {
    add(
        "codebook-compare", Words::tr("B has no codes: what can be compared is, and why not more."),
        [self = shared_from_this()] {
            self->m_window.showRoom(Room::Codebook);
            self->change([](CodebookChoice& next) { next.look = CodeLook::Grid; });
            self->m_window.state().compareWith({self->m_files.models.front(), {}});
        },
        [self = shared_from_this()] {
            return self->isQuiet() &&
                   self->m_window.state().phase(Side::B) == ViewState::Phase::Ready;
        });
}

void Script::addChannels() {
    add(
        "codebook-channels",
        Words::tr("A model without codes: its channels, their correlation, and what one does."),
        [self = shared_from_this()] {
            self->m_window.state().clearB();
            self->m_window.state().setModel(Side::A, self->m_files.models.front());
            self->m_window.state().setImage(Side::A, self->m_files.images.front());
            pickCode(self->m_window.state(), -1);
            self->change([&](CodebookChoice& next) {
                next.data = self->m_files.crops.isEmpty() ? self->m_files.images
                                                          : QStringList{self->m_files.crops};
                next.images = kImages;
                next.channel = 1;
            });
            self->m_window.codebookBench().start();
        },
        counted());
}

void Script::addEnd() {
    add(
        "codebook-left", Words::tr("Back in the Pyramid view."),
        [self = shared_from_this()] {
            ViewState& state = self->m_window.state();
            if (!self->m_firstModel.isEmpty())
                state.setModel(Side::A, self->m_firstModel);
            state.setImage(Side::A, self->m_files.images.front());
            const QString added = codeImage(self->m_files);
            for (int row = state.images().rowCount() - 1; row >= 0; --row)
                if (state.images().item(row).path == added && !self->m_files.images.contains(added))
                    state.removeImage(row);
            for (int row = state.models().rowCount() - 1; row >= 0; --row)
                if (state.models().item(row).path == codeModel(self->m_files))
                    state.removeModel(row);
            self->m_window.showRoom(Room::Pyramid);
            state.clearSelection();
        },
        [self = shared_from_this()] { return self->isQuiet(); });
}

} // namespace

std::vector<TourStep> codebookTour(MainWindow& window, const TourFiles& files) {
    return std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
