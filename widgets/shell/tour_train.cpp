// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_train.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/base/log.h"
#include "widgets/shell/main_window.h"
#include "widgets/train/curve_panel.h"
#include "widgets/train/moment_strip.h"
#include "widgets/train/new_run_panel.h"
#include "widgets/train/run_panel.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

namespace hierascope::widgets {

namespace {

using State = runs::RunState;

constexpr int kSteps = 40;
constexpr int kFirstSteps = 5; // before the pause
constexpr int kLaterSteps = 20;
constexpr int kExtended = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainTour)
};

/// The steps with what they share: the window, a second one that opens after it, and the run.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addEmpty();
        if (canTrain()) {
            addRun();
            addReopened();
            addExtended();
            addCompared();
        } else {
            log::warning("tour", "The tour leaves trainings out: it needs hierascope_cli beside "
                                 "the program, the presets and the demo's images.");
        }
        addEnd();
        return std::move(m_steps);
    }

private:
    bool canTrain() const {
        return !m_window.train().services().trainerProgram.isEmpty() && !m_files.crops.isEmpty() &&
               QFileInfo::exists(preset());
    }
    QString preset() const {
        return QDir(m_files.presets).filePath(QStringLiteral("hieratok-photos.json"));
    }
    QString runsFolder() const { return QDir(m_files.scratch).filePath(QStringLiteral("runs")); }
    MainWindow& window() { return m_second ? *m_second : m_window; }
    TourStep& add(const char* name, const QString& caption, std::function<void()> act,
                  std::function<bool()> isReached) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act), std::move(isReached),
                           std::chrono::milliseconds(300)});
        m_steps.back().pictured = [self = shared_from_this()] { return &self->window(); };
        return m_steps.back();
    }
    /// Says whether the run is in this state, and shows values.
    bool is(State state, int step = 0) {
        const RunSnapshot* run = window().train().current();
        return run != nullptr && run->status.state == state && run->status.step >= step &&
               (step == 0 || run->loss.has_value());
    }
    /// Says whether every picture of the strip is there.
    bool hasProbes(std::size_t least) {
        const RunSnapshot* run = window().train().current();
        return run != nullptr && window().runner().tasks().empty() &&
               std::size_t(std::ranges::count_if(run->moments, [](const RunMoment& moment) {
                   return !moment.samples.isEmpty();
               })) >= least;
    }
    nlohmann::json smallConfig() const;
    TrainRoom& room() { return *window().trainRoom(); }
    TrainPanel& panel() { return *room().panel(); }
    void openSecond();

    void addEmpty();
    void addRun();
    void addReopened();
    void addExtended();
    void addCompared();
    void addEnd();

    MainWindow& m_window;
    std::unique_ptr<MainWindow> m_second;
    TourFiles m_files;
    std::vector<TourStep> m_steps;
    QString m_folder; ///< of runs, before the tour came
};

/// The preset, small enough for a tour on any machine.
nlohmann::json Script::smallConfig() const {
    nlohmann::json config = readTrainConfig(preset()).value_or(nlohmann::json::object());
    const auto set = [&config](const char* name, const nlohmann::json& value) {
        setField(config, QString::fromLatin1(name), value);
    };
    set("options.encoder.layers", 1);
    set("options.decoder.layers", 1);
    set("data.train", m_files.crops.toStdString());
    set("data.description", "images of the demo");
    set("training.steps", kSteps);
    set("training.batch_size", 2);
    set("training.log_every", 1);
    set("training.evaluate_every", 10);
    set("training.evaluate_images", 4);
    set("training.final_images", 4);
    set("training.sample_every", 5);
    set("training.keep_checkpoints", 8);
    return config;
}

void Script::addEmpty() {
    add(
        "train-empty", Words::tr("The Train view before a run: settings, data, one button."),
        [self = shared_from_this()] {
            self->m_folder = self->m_window.train().watch().folder();
            self->m_window.train().watch().setFolder(self->runsFolder());
            self->m_window.showRoom(Room::Train);
            self->panel().showNewRun();
        },
        [&window = m_window] {
            return window.trainRoom()->messagePanel() != nullptr && window.runner().tasks().empty();
        });
}

void Script::addRun() {
    add(
        "train-running", Words::tr("A run that trains, in a process of its own."),
        [self = shared_from_this()] {
            self->m_window.train().create(
                {QStringLiteral("photos"), self->smallConfig(), QStringLiteral("cpu")});
            self->panel().showRun();
        },
        [self = shared_from_this()] { return self->is(State::Training, kFirstSteps); })
        .isLive = true;
    add(
        "train-paused",
        Words::tr("Paused: everything stays in memory, each button says what it "
                  "can do."),
        [self = shared_from_this()] {
            self->panel().run()->act(RunAct::Pause);
            self->panel().run()->act(RunAct::Save);
        },
        [self = shared_from_this()] {
            return (self->is(State::Paused) && self->hasProbes(1)) || self->is(State::Finished);
        });
}

/// Knows nothing of the first one: what it shows comes from the run's folder.
void Script::openSecond() {
    m_window.hide();
    m_second = std::make_unique<MainWindow>(m_window.theme(), m_window.train().services());
    m_second->resize(m_window.size());
    m_second->setTrainFiles(m_files.presets, m_files.crops);
    m_second->train().watch().setFolder(runsFolder());
    m_second->show();
    m_second->showRoom(Room::Train);
}

void Script::addReopened() {
    add(
        "train-reopened",
        Words::tr("The window was closed, and another one finds the paused run again."),
        [self = shared_from_this()] { self->openSecond(); },
        [self = shared_from_this()] {
            return (self->is(State::Paused, kFirstSteps) || self->is(State::Finished)) &&
                   self->hasProbes(1);
        });
    add(
        "train-resumed", Words::tr("Resumed; its curves on a logarithmic axis, over the time."),
        [self = shared_from_this()] {
            self->panel().run()->act(RunAct::Start);
            CurvePanel& curves = *self->room().curves();
            curves.setLook({true, true});
            for (const char* metric : {"l1", "mse"})
                curves.setMetricShown(QString::fromLatin1(metric), true);
        },
        [self = shared_from_this()] {
            return self->is(State::Training, kLaterSteps) || self->is(State::Finished);
        })
        .isLive = true;
    add(
        "train-finished", Words::tr("The end: its checkpoints and pictures, each becomes A or B."),
        [self = shared_from_this()] {
            CurvePanel& curves = *self->room().curves();
            curves.setLook({});
            for (const char* metric : {"l1", "mse"})
                curves.setMetricShown(QString::fromLatin1(metric), false);
        },
        [self = shared_from_this()] {
            return self->is(State::Finished) && self->hasProbes(kSteps / 5);
        });
}

void Script::addExtended() {
    add(
        "train-extended", Words::tr("Trained on past the plan, and finished again."),
        [self = shared_from_this()] {
            self->panel().run()->extendTo()->setValue(kExtended);
            self->panel().run()->act(RunAct::Extend);
        },
        [self = shared_from_this()] {
            return self->is(State::Finished, kExtended) && self->hasProbes(kExtended / 5);
        });
    add(
        "train-settings",
        Words::tr("A new run: every setting can be searched for and has help, a wrong value is "
                  "marked, and the cost is beside the button."),
        [self = shared_from_this()] {
            NewRunPanel& fresh = *self->panel().newRun();
            self->panel().duplicate();
            fresh.stepsField()->setValue(kExtended);
            fresh.searchField()->setText(QStringLiteral("checkpoint"));
            fresh.table()->setCurrentIndex(fresh.table()->model()->index(0, 0));
            fresh.estimate();
        },
        [self = shared_from_this()] { return !self->panel().newRun()->isEstimating(); });
}

void Script::addCompared() {
    add(
        "train-compared",
        Words::tr("Two checkpoints of the run as A and B, at the same image and level."),
        [self = shared_from_this()] {
            self->panel().showRun();
            const std::vector<RunMoment>& moments = self->window().train().current()->moments;
            std::vector<std::size_t> kept;
            for (std::size_t i = 0; i < moments.size(); ++i)
                if (!moments[i].checkpoint.isEmpty())
                    kept.push_back(i);
            self->window().workbench().open({self->m_files.images.first()});
            self->room().moments()->button(kept.front(), false)->click();
            self->room().moments()->button(kept.back(), true)->click();
            self->window().showRoom(Room::Pyramid);
        },
        [self = shared_from_this()] {
            const ViewState& state = self->window().state();
            return state.phase() == ViewState::Phase::Ready && state.hasB() &&
                   state.phase(Side::B) == ViewState::Phase::Ready &&
                   self->window().runner().tasks().empty();
        });
    add(
        "train-cursor", Words::tr("The checkpoint cursor moves A one on; the level stays."),
        [self = shared_from_this()] {
            self->window().state().setLevel(2);
            self->window().state().stepCheckpoint(Side::A, 1);
        },
        [self = shared_from_this()] {
            return self->window().state().phase() == ViewState::Phase::Ready &&
                   self->window().runner().tasks().empty();
        });
}

void Script::addEnd() {
    add(
        "train-left", Words::tr("Back in the Pyramid view."),
        [self = shared_from_this()] {
            self->m_window.show();
            self->m_second.reset();
            self->m_window.train().watch().setFolder(self->m_folder);
            self->m_window.showRoom(Room::Pyramid);
        },
        [&window = m_window] {
            return window.state().phase() == ViewState::Phase::Ready &&
                   window.runner().tasks().empty();
        });
}

} // namespace

std::vector<TourStep> trainTour(MainWindow& window, const TourFiles& files) {
    return std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
