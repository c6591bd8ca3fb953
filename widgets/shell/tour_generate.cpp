// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_generate.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/generation_edit.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

using Phase = GenerationState::Phase;

// What lies beside the demo's generators.
const QString kTokenizer = QStringLiteral("restok-fashion");
const QString kPicture = QStringLiteral("fashion/sneaker.png");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GenerateTour)
};

/// The steps with what they share: the window and how to say that all is computed.
class Script {
public:
    Script(MainWindow& window, const TourFiles& files)
        : m_window(window), m_files(files), m_demo(QFileInfo(files.generators.front()).dir()) {}

    std::vector<TourStep> make() {
        addSteps();
        addBranches();
        if (m_files.generators.size() > 1)
            addLockStep();
        addGrid();
        if (!m_files.denoisers.isEmpty())
            addDenoiser();
        if (m_demo.exists(kTokenizer + QStringLiteral("/config.json")) && m_demo.exists(kPicture))
            addTokenizer();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act) {
        add(name, caption, std::move(act), [&window = m_window] { return isDone(window); });
    }
    void add(const char* name, const QString& caption, std::function<void()> act,
             std::function<bool()> isReached) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act), std::move(isReached),
                           std::chrono::milliseconds(100)});
    }

    static bool isDone(MainWindow& window) {
        return window.generation().isFinished() &&
               window.generation().activity() == GenerationState::Activity::Idle;
    }

    /// The step behind which the tour's branches begin: a few tokens, and much left to write.
    int fork() const { return std::max(0, m_window.generation().steps() / 2 - 1); }

    void addSteps();
    void addBranches();
    void addLockStep();
    void addGrid();
    void addDenoiser();
    void addTokenizer();
    void branchWith(const std::function<void(GenerationSettings&)>& change);

    MainWindow& m_window;
    TourFiles m_files;
    QDir m_demo; ///< the folder that the generators lie in
    std::vector<TourStep> m_steps;
};

void Script::addSteps() {
    add(
        "generate-empty",
        Words::tr("The Generate view without a generator: one click opens the "
                  "demo."),
        [&window = m_window, files = m_files] {
            window.setGeneratorDemo(files.generators);
            window.showRoom(Room::Generate);
        },
        [&window = m_window] { return window.generation().phase() == Phase::Empty; });
    add("generate-nine-steps",
        Words::tr("A class, and the nine steps of HAR: the picture after each, new tokens lit."),
        [&window = m_window] { window.actions().generatorDemo->trigger(); });
    add("generate-scrubbed",
        Words::tr("The step cursor goes back without computing; a token with its candidates."),
        [&window = m_window] {
            const auto& generation = window.generation();
            const int step = std::max(0, generation.steps() - 3);
            setStep(window.state(), generation, step);
            selectToken(window.state(), generation,
                        generation.info()->steps[std::size_t(step)].first);
        });
}

void Script::branchWith(const std::function<void(GenerationSettings&)>& change) {
    ViewState& state = m_window.state();
    const GenerationState& generation = m_window.generation();
    showBranch(state, generation.choice().branches.front().id);
    setStep(state, generation, fork());
    GenerationSettings settings = generation.choice().settings;
    change(settings);
    setSettings(state, settings, Words::tr("Branch"));
    m_window.generationBench().branch();
}

void Script::addBranches() {
    add("generate-branch-seed", Words::tr("Another seed from the fourth step on."),
        [self = *this]() mutable { self.branchWith([](GenerationSettings&) {}); });
    add("generate-branch-class", Words::tr("Another class from the fourth step on."),
        [self = *this]() mutable {
            const std::int64_t classes = self.m_window.generation().info()->classCount;
            self.branchWith([classes](GenerationSettings& settings) {
                settings.label =
                    (settings.label + classes / 2) % std::max<std::int64_t>(classes, 1);
            });
        });
    add("generate-branch-tree",
        Words::tr("One token replaced by its runner-up: the tree of all branches."),
        [self = *this] {
            ViewState& state = self.m_window.state();
            const GenerationState& generation = self.m_window.generation();
            showBranch(state, generation.choice().branches.front().id);
            const auto record = generation.record(*generation.branch(), self.fork());
            for (const runtime::Candidate& candidate : record->step.candidates.front())
                if (candidate.code != record->step.codes.front()) {
                    self.m_window.generationBench().replaceToken(record->step.first,
                                                                 candidate.code);
                    return;
                }
            self.m_window.generationBench().replaceToken(record->step.first,
                                                         record->step.codes.front() == 0 ? 1 : 0);
        });
}

void Script::addLockStep() {
    const auto hasB = [&window = m_window] {
        return window.generation().phase(Side::B) == Phase::Ready && isDone(window);
    };
    add(
        "generate-lock-step", Words::tr("HAR beside AR in lock step: steps and time of both."),
        [&window = m_window] {
            showBranch(window.state(), window.generation().choice().branches.front().id);
            window.actions().lockStep->trigger();
        },
        hasB);
    add(
        "generate-lock-step-early", Words::tr("After the same number of steps: HAR is far ahead."),
        [&window = m_window] {
            setStep(window.state(), window.generation(), window.generation().steps() - 3);
        },
        hasB);
    add("generate-alone", Words::tr("A alone again."),
        [&window = m_window] { window.actions().lockStep->trigger(); });
}

void Script::addGrid() {
    const auto isFull = [&window = m_window] {
        const GenerationState& generation = window.generation();
        return generation.doneOfSeed(generation.choice().seeds - 1) >= generation.steps() &&
               isDone(window);
    };
    add(
        "generate-grid", Words::tr("Nine seeds of one class; each is one click away."),
        [&window = m_window] { window.actions().gridOfSeeds->trigger(); }, isFull);
    add(
        "generate-left", Words::tr("Back in the Pyramid view."),
        [&window = m_window] {
            window.actions().gridOfSeeds->trigger();
            window.showRoom(Room::Pyramid);
        },
        [&window = m_window] { return window.currentRoom() == Room::Pyramid; });
}

/// A DiT's steps with the clean picture at each level, and a branch with another class.
void Script::addDenoiser() {
    add("generate-dit",
        Words::tr("A DiT: the clean picture that each step foretells, at every level."),
        [&window = m_window, files = m_files] {
            window.workbench().open(files.denoisers);
            window.showRoom(Room::Generate);
            setGenerator(window.state(), Side::A, files.denoisers.front());
            window.generationBench().playWhenReady();
        });
    add("generate-dit-coarse", Words::tr("Half of the way, at a coarse level."),
        [&window = m_window] {
            setPictureLevel(window.state(), 1);
            setStep(window.state(), window.generation(), window.generation().steps() / 2);
        });
    add("generate-dit-branch", Words::tr("Another class from there on."), [&window = m_window] {
        setPictureLevel(window.state(), kFinestPicture);
        GenerationSettings settings = window.generation().choice().settings;
        ++settings.label;
        setSettings(window.state(), settings, Words::tr("Branch"));
        window.generationBench().branch();
    });
    add(
        "generate-dit-left", Words::tr("Back in the Pyramid view."),
        [&window = m_window] { window.showRoom(Room::Pyramid); },
        [&window = m_window] { return window.currentRoom() == Room::Pyramid; });
}

/// The tokenizer of the generators on a picture of its own kind: its prefixes, codes, hierarchies.
void Script::addTokenizer() {
    ViewState& state = m_window.state();
    const auto before = std::make_shared<ViewChoice>();
    const auto isShown = [&state] {
        return state.phase() == ViewState::Phase::Ready && state.modelInfo() &&
               state.modelInfo()->codebookSize > 0 && state.content() != nullptr;
    };
    add(
        "restok-ladder", Words::tr("A tokenizer of 128 codes: what the first 1, 2, 4, ... make."),
        [&window = m_window, &state, before, demo = m_demo] {
            *before = state.choice();
            window.workbench().open({demo.filePath(kPicture)});
            for (int row = 0; row < state.models().rowCount(); ++row)
                if (state.models().item(row).path.endsWith(kTokenizer))
                    state.setCurrentModel(row);
        },
        isShown);
    add(
        "restok-codes", Words::tr("The codes of the finest level, coloured by their vectors."),
        [&state] {
            state.setLevel(state.levels() - 1);
            state.setOverlay(TokenOverlay::Colors);
        },
        isShown);
    add(
        "restok-hierarchies",
        Words::tr(
            "The image tokens inside of the encoder: what each hierarchy holds, and the sum."),
        [&state] {
            state.setOverlay(TokenOverlay::Off);
            state.setPicture(Picture::Hierarchies);
        },
        isShown);
    add(
        "restok-left", Words::tr("Back to the first model."),
        [&state, before] { state.choose(*before, ViewState::Change::Subject, Words::tr("Model")); },
        [&state, before] {
            return state.phase() == ViewState::Phase::Ready &&
                   state.choice().a.model == before->a.model;
        });
}

} // namespace

std::vector<TourStep> generateTour(MainWindow& window, const TourFiles& files) {
    return files.generators.isEmpty() ? std::vector<TourStep>() : Script(window, files).make();
}

} // namespace hierascope::widgets
