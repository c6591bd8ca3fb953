// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_script.h"

#include <memory>
#include <thread>
#include <tuple>
#include <utility>

#include "widgets/common/compare_view.h"
#include "widgets/common/image_view.h"
#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/task_bar.h"
#include "widgets/shell/tour_attention.h"
#include "widgets/shell/tour_codebook.h"
#include "widgets/shell/tour_generate.h"
#include "widgets/shell/tour_latents.h"
#include "widgets/shell/tour_session.h"
#include "widgets/shell/tour_surgery.h"
#include "widgets/shell/tour_train.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

using Phase = ViewState::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TourScript)
};

/// The steps with what they share: the window, and how to say that a phase is reached.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addStart();
        addLevels();
        addZooms();
        addPictures();
        addTokens();
        addSecondImage();
        addSecondModel();
        addCompare();
        for (TourStep& step : surgeryTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : latentsTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : attentionTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : generateTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : codebookTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : trainTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        for (TourStep& step : sessionTour(m_window, m_files))
            m_steps.push_back(std::move(step));
        addSizes();
        addBusy();
        addErrors();
        addEmpty();
        addLight();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act,
             std::function<bool()> isReached, std::chrono::milliseconds settle = kSettle) {
        m_steps.push_back(
            {QString::fromLatin1(name), caption, std::move(act), std::move(isReached), settle});
    }

    std::function<bool()> reached(Phase phase, int image = -1) const {
        return [&state = m_window.state(), phase, image] {
            return state.phase() == phase && (image < 0 || state.currentImage() == image);
        };
    }

    void addStart();
    void addLevels();
    void addZooms();
    void addPictures();
    void addTokens();
    void addCompare();
    void addSizes();
    void addSecondImage();
    void addSecondModel();
    void addBusy();
    void addErrors();
    void addEmpty();
    void addLight();
    void holdEngine();

    static constexpr std::chrono::milliseconds kSettle{80};

    MainWindow& m_window;
    TourFiles m_files;
    std::vector<TourStep> m_steps;
    TaskHandle m_engineHold;
    QSize m_size; ///< of the window before it was made small
};

void Script::addStart() {
    add(
        "first-start", Words::tr("First start: the demo's pyramid, and one line of hints."),
        [&window = m_window, files = m_files] {
            window.setHintVisible(true);
            window.workbench().open(files.models + files.images);
        },
        reached(Phase::Ready), std::chrono::milliseconds(600));
}

void Script::addLevels() {
    constexpr int kShownLevels = 5;
    for (int level = 0; level < kShownLevels; ++level)
        m_steps.push_back({QStringLiteral("level-%1").arg(level),
                           Words::tr("The level cursor on level %1.").arg(level),
                           [&window = m_window, level] {
                               window.setHintVisible(false);
                               window.state().setLevel(level);
                           },
                           reached(Phase::Ready), kSettle});
}

void Script::addZooms() {
    ImageView* view = m_window.room()->view()->view(Side::A);
    add(
        "true-pixels", Words::tr("True pixels: one picture pixel on one display pixel."),
        [view] { view->showTruePixels(); }, [view] { return view->zoom() == 1.0; });
    add(
        "zoomed-values", Words::tr("Zoomed until every pixel has room for its values."),
        [view] { view->zoomAround(view->rect().center(), 64.0 * view->devicePixelRatioF()); },
        [view] { return view->showsValues(); });
}

void Script::addPictures() {
    const std::tuple<const char*, Picture, QString> pictures[] = {
        {"original", Picture::Original, Words::tr("The image as it went into the model.")},
        {"residual", Picture::Residual,
         Words::tr("What the finest level adds to the one before, signed.")},
        {"absolute-error", Picture::AbsoluteError,
         Words::tr("How far each pixel is from the original.")},
        {"signed-error", Picture::SignedError, Words::tr("Reconstruction minus original, signed.")},
        {"commutation", Picture::Commutation,
         Words::tr("The commutation check of the paper's appendix B at 8 × 8.")}};
    for (const auto& [name, picture, caption] : pictures)
        add(
            name, caption,
            [&window = m_window, picture = picture] {
                window.room()->fit();
                window.state().setPicture(picture);
                window.state().setLevel(picture == Picture::Commutation
                                            ? window.state().levels() - 2
                                            : window.state().levels() - 1);
            },
            [&state = m_window.state(), picture = picture] {
                return state.choice().picture == picture;
            });
}

void Script::addTokens() {
    ViewState& state = m_window.state();
    add(
        "token-grid",
        Words::tr("The token grid of the 8 × 8 level, and a selected token: lit at "
                  "every level, its vector in the inspector."),
        [&state] {
            state.setPicture(Picture::Reconstruction);
            state.setOverlay(TokenOverlay::Grid);
            state.setLevel(3);
            state.selectTokens(Side::A, {20}, SelectionMode::Replace);
        },
        reached(Phase::Ready));
    add(
        "token-colours", Words::tr("Tokens coloured by the principal components of their vectors."),
        [&state] { state.setOverlay(TokenOverlay::Colors); }, reached(Phase::Ready));
    add(
        "posterior-sample", Words::tr("A sample of the posterior instead of its mean."),
        [&state] {
            state.setOverlay(TokenOverlay::Off);
            state.clearSelection();
            state.setSampling({true, 7});
        },
        reached(Phase::Ready), std::chrono::milliseconds(300));
}

void Script::addSecondImage() {
    add(
        "second-image", Words::tr("Another image: the same level, the same zoom."),
        [&window = m_window] {
            window.state().setSampling({});
            window.actions().nextImage->trigger();
        },
        reached(Phase::Ready, 1), std::chrono::milliseconds(300));
}

void Script::addCompare() {
    if (m_files.models.size() < 2)
        return;
    ViewState& state = m_window.state();
    const auto isReady = [&state] {
        return state.phase(Side::A) == Phase::Ready && state.phase(Side::B) == Phase::Ready &&
               (state.choice().compare != Compare::Difference || state.difference() != nullptr);
    };
    const auto mode = [&](const char* name, const QString& caption, Compare compare) {
        add(
            name, caption, [&state, compare] { state.setCompare(compare); }, isReady);
    };
    add(
        "compare-side-by-side", Words::tr("A and B side by side, moved and zoomed together."),
        [&state] {
            state.setCurrentImage(0);
            state.setLevel(state.levels() - 1);
            state.compareWith({state.models().item(1).path, {}});
        },
        isReady, std::chrono::milliseconds(300));
    mode("compare-wipe", Words::tr("A and B over each other, with a line to drag."), Compare::Wipe);
    mode("compare-difference", Words::tr("A minus B, signed, with its key."), Compare::Difference);
    mode("compare-flip-a", Words::tr("A alone; B is one held key away."), Compare::OnlyA);
    add(
        "compare-flip-b", Words::tr("B in A's place, while the key is held."),
        [&state] { state.setFlipped(true); }, isReady);
    add(
        "compare-images", Words::tr("The same model on two images."),
        [&state] {
            state.setFlipped(false);
            state.clearB();
            state.compareWith({{}, state.images().item(2).path});
        },
        isReady, std::chrono::milliseconds(300));
    add(
        "compare-ended", Words::tr("Compared no longer."), [&state] { state.clearB(); },
        reached(Phase::Ready));
}

void Script::addSizes() {
    add(
        "command-palette", Words::tr("Every action is found by a few letters of its name."),
        [&window = m_window] { window.commandPalette()->open(); },
        [&window = m_window] { return window.commandPalette()->isVisible(); });
    add(
        "small-window", Words::tr("A small window."),
        [self = shared_from_this()] {
            self->m_window.commandPalette()->hide();
            self->m_size = self->m_window.size();
            self->m_window.resize(900, 640);
        },
        reached(Phase::Ready), std::chrono::milliseconds(200));
    add(
        "back-to-size", Words::tr("Back to its size."),
        [self = shared_from_this()] { self->m_window.resize(self->m_size); }, reached(Phase::Ready),
        std::chrono::milliseconds(200));
}

void Script::addSecondModel() {
    if (m_files.models.size() < 2)
        return;
    ViewState& state = m_window.state();
    const auto shows = [&state](int model) {
        return [&state, model] {
            return state.phase() == Phase::Ready && state.currentModel() == model;
        };
    };
    add(
        "second-model", Words::tr("Another model on the same image."),
        [&state] { state.setCurrentModel(1); }, shows(1), std::chrono::milliseconds(300));
    add(
        "first-model-again", Words::tr("Back to the first model: nothing is computed again."),
        [&state] { state.setCurrentModel(0); }, shows(0));
}

void Script::holdEngine() {
    m_engineHold = m_window.runner().start(
        &m_window, Words::tr("Long task of the tour"),
        [](TaskContext& context) -> Result<void> {
            constexpr std::int64_t kTicks = 400;
            for (std::int64_t tick = 0; tick < kTicks; ++tick) {
                if (context.stopRequested())
                    return cancelled();
                context.report({tick, kTicks, {}});
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            return {};
        },
        [](const Result<void>&) {});
}

void Script::addBusy() {
    const int last = int(m_files.images.size()) - 1;
    add(
        "busy", Words::tr("The engine is busy: the window answers, the task can be stopped."),
        [self = shared_from_this(), last] {
            self->holdEngine();
            self->m_window.state().setCurrentImage(last);
        },
        [&window = m_window] {
            return window.state().phase() == Phase::Busy && window.taskBar()->showsTask();
        },
        std::chrono::milliseconds(1200));
    add(
        "stopped", Words::tr("Stopped by the person: nothing is lost, one click starts again."),
        [&window = m_window] { window.workbench().cancel(); }, reached(Phase::Stopped));
    add(
        "after-busy", Words::tr("Started again."),
        [self = shared_from_this()] {
            self->m_engineHold.cancel();
            self->m_window.workbench().retry();
        },
        reached(Phase::Ready, last));
}

void Script::addErrors() {
    add(
        "broken-image", Words::tr("A broken image: what is wrong is said where it would show."),
        [self = shared_from_this()] {
            self->m_window.workbench().open({writeBrokenImage(self->m_files)});
        },
        reached(Phase::Failed), std::chrono::milliseconds(300));
    add(
        "broken-model", Words::tr("A broken model: file, field and value."),
        [self = shared_from_this()] {
            self->m_window.workbench().removeFailed();
            self->m_window.workbench().open({writeBrokenModel(self->m_files)});
        },
        [&state = m_window.state()] {
            return state.phase() == Phase::Failed &&
                   state.models().item(state.currentModel()).hasError;
        },
        std::chrono::milliseconds(300));
}

void Script::addEmpty() {
    add(
        "no-image", Words::tr("No image is open: what the view would show, and the way there."),
        [&window = m_window] {
            window.workbench().removeFailed();
            while (window.state().currentImage() >= 0)
                window.state().removeImage(window.state().currentImage());
        },
        reached(Phase::Empty));
    add(
        "empty", Words::tr("Nothing is open."),
        [&state = m_window.state()] {
            while (state.models().rowCount() > 0)
                state.removeModel(0);
        },
        [&state = m_window.state()] {
            return state.phase() == Phase::Empty && state.currentModel() < 0;
        });
}

void Script::addLight() {
    add(
        "light", Words::tr("The light theme."),
        [&window = m_window, files = m_files] {
            window.actions().lightTheme->setChecked(true);
            window.workbench().open(files.models + files.images);
        },
        reached(Phase::Ready), std::chrono::milliseconds(600));
    ViewState& state = m_window.state();
    add(
        "light-compare", Words::tr("The light theme, A and B side by side."),
        [&state] {
            state.setCurrentImage(0);
            state.setPicture(Picture::Reconstruction);
            if (state.models().rowCount() > 1)
                state.compareWith({state.models().item(1).path, {}});
        },
        [&state] {
            return state.phase() == Phase::Ready &&
                   (!state.hasB() || state.phase(Side::B) == Phase::Ready);
        },
        std::chrono::milliseconds(300));
    ImageView* view = m_window.room()->view()->view(Side::A);
    add(
        "light-values", Words::tr("The light theme, zoomed to the values of the pixels."),
        [view, &state] {
            state.clearB();
            view->zoomAround(view->rect().center(), 64.0 * view->devicePixelRatioF());
        },
        [view] { return view->showsValues(); });
}

} // namespace

std::vector<TourStep> tourScript(MainWindow& window, const TourFiles& files) {
    return std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
