// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_train.h"

#include <memory>
#include <utility>

#include "core/base/log.h"
#include "widgets/shell/main_window.h"
#include "widgets/train/curve_panel.h"
#include "widgets/train/new_run_panel.h"
#include "widgets/train/run_panel.h"
#include "widgets/train/train_panel.h"
#include "widgets/train/train_room.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

using State = runs::RunState;

constexpr int kSteps = 40;
constexpr int kPauseAfter = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainTour)
};

/// The steps with what they share: the window and the run.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addEmpty();
        if (canTrain())
            addRun();
        else
            log::warning("tour", "The tour leaves trainings out: it needs hierascope_cli beside "
                                 "the program, the presets and the demo's images.");
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
    void add(const char* name, const QString& caption, std::function<void()> act,
             std::function<bool()> isReached) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act), std::move(isReached),
                           std::chrono::milliseconds(200)});
    }
    /// Says whether the run is in this state, and shows values.
    bool is(State state, int step = 0) const {
        const RunSnapshot* run = m_window.train().current();
        return run != nullptr && run->status.state == state && run->status.step >= step &&
               (step == 0 || run->loss.has_value());
    }
    nlohmann::json smallConfig() const;
    TrainPanel& panel() const { return *m_window.trainRoom()->panel(); }

    void addEmpty();
    void addRun();
    void addEnd();

    MainWindow& m_window;
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
    set("training.keep_checkpoints", 8);
    return config;
}

void Script::addEmpty() {
    add(
        "train-empty", Words::tr("The Train view before a run: settings, data, one button."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            self->m_folder = window.train().watch().folder();
            window.train().watch().setFolder(
                QDir(self->m_files.scratch).filePath(QStringLiteral("runs")));
            window.showRoom(Room::Train);
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
        [self = shared_from_this()] { return self->is(State::Training, 3); });
    m_steps.back().isLive = true;
    add(
        "train-paused",
        Words::tr("Paused: everything stays in memory, each button says what it "
                  "can do."),
        [self = shared_from_this()] { self->panel().run()->act(RunAct::Pause); },
        [self = shared_from_this()] {
            return self->is(State::Paused) || self->is(State::Finished);
        });
    add(
        "train-curves", Words::tr("Its curves on a logarithmic axis, over the time."),
        [self = shared_from_this()] {
            self->panel().run()->act(RunAct::Start);
            CurvePanel& curves = *self->m_window.trainRoom()->curves();
            curves.setLook({true, true});
            for (const char* metric : {"l1", "mse"})
                curves.setMetricShown(QString::fromLatin1(metric), true);
        },
        [self = shared_from_this()] {
            return self->is(State::Training, kPauseAfter) || self->is(State::Finished);
        });
    m_steps.back().isLive = true;
    add(
        "train-finished", Words::tr("The end: its checkpoints and pictures, each becomes A or B."),
        [self = shared_from_this()] {
            CurvePanel& curves = *self->m_window.trainRoom()->curves();
            curves.setLook({});
            for (const char* metric : {"l1", "mse"})
                curves.setMetricShown(QString::fromLatin1(metric), false);
        },
        [self = shared_from_this()] { return self->is(State::Finished); });
}

void Script::addEnd() {
    add(
        "train-left", Words::tr("Back in the Pyramid view."),
        [self = shared_from_this()] {
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
