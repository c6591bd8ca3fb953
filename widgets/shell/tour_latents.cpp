// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_latents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <utility>

#include "widgets/latents/latent_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/latent_edit.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QFile>
#include <QMouseEvent>

namespace hierascope::widgets {

namespace {

using Phase = LatentState::Phase;

constexpr std::int64_t kPoints = 4096; // of the maps; the tour has no time for more
constexpr std::int64_t kImages = 150;
constexpr std::int64_t kIterations = 500; // half exaggerated, enough for clusters
constexpr std::int32_t kClass = 3;        // of the demo: the astronaut

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LatentsTour)
};

/// The steps with what they share: the window and how to say that all is computed.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addMap();
        addLooks();
        addSelection();
        addSpace();
        if (m_files.models.size() > 1)
            addPair();
        addEnd();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act,
             std::function<bool()> isReached) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act), std::move(isReached),
                           std::chrono::milliseconds(150)});
    }
    void add(const char* name, const QString& caption, std::function<void()> act) {
        add(name, caption, std::move(act),
            [self = shared_from_this()] { return self->isDone(Side::A); });
    }
    bool isDone(Side side) const {
        const LatentState::Shown& shown = m_window.latents().at(side);
        return shown.phase == Phase::Finished && shown.uniformity &&
               m_window.runner().tasks().empty();
    }
    void trigger(QActionGroup* group, int index) { group->actions().at(index)->trigger(); }
    void lasso();
    void showRichestImage();

    void addMap();
    void addLooks();
    void addSelection();
    void addSpace();
    void addPair();
    void addEnd();

    MainWindow& m_window;
    TourFiles m_files;
    std::vector<TourStep> m_steps;
};

void Script::addMap() {
    add(
        "latents-empty", Words::tr("The Latents view before a map: one click makes one."),
        [self = shared_from_this()] {
            self->m_window.setLatentDemo(self->m_files.crops);
            LatentChoice choice = self->m_window.latents().choice();
            choice.question.images = kImages;
            choice.question.points = kPoints;
            choice.mapping.iterations = kIterations;
            ViewState& state = self->m_window.state();
            state.clearSelection();
            setQuestion(state, choice.question, Words::tr("Points"));
            setMapping(state, choice.mapping, Words::tr("Iterations"));
            self->m_window.showRoom(Room::Latents);
        },
        [&window = m_window] { return window.latentRoom()->messagePanel() != nullptr; });
    add(
        "latents-live",
        Words::tr("The map grows while one watches: tokens of the demo's images, by photograph."),
        [&window = m_window] { window.actions().latentDemo->trigger(); },
        [&window = m_window] {
            const LatentState::Frame& frame = window.latents().at(Side::A).frame;
            return frame && frame->iteration >= 100;
        });
    m_steps.back().isLive = true;
    add("latents-points", Words::tr("The finished map with its numbers and its honest badge."),
        [] {});
    m_steps.back().isLive = true;
}

void Script::addLooks() {
    add("latents-pictures", Words::tr("What the tokens show, as many as do not overlap."),
        [self = shared_from_this()] { self->trigger(self->m_window.actions().mapLooks, 1); });
    add(
        "latents-density", Words::tr("How densely the points lie, with contours."),
        [self = shared_from_this()] { self->trigger(self->m_window.actions().mapLooks, 2); },
        [self = shared_from_this()] {
            return self->isDone(Side::A) && self->m_window.latents().at(Side::A).density;
        });
    add(
        "latents-trust",
        Words::tr("Coloured by trust: which neighbours in the map are neighbours in truth."),
        [self = shared_from_this()] {
            self->trigger(self->m_window.actions().mapLooks, 0);
            self->trigger(self->m_window.actions().mapColors, int(MapColor::Trust));
        },
        [self = shared_from_this()] {
            return self->isDone(Side::A) && self->m_window.latents().at(Side::A).trust;
        });
}

/// Goes around the middle of one class with the mouse.
void Script::lasso() {
    const LatentState::Shown& shown = m_window.latents().at(Side::A);
    const std::vector<float>& places = shown.frame->coordinates;
    MapView* map = m_window.latentRoom()->map();
    QPointF middle;
    double count = 0.0;
    for (std::size_t i = 0; i < shown.points->points.size(); ++i)
        if (shown.points->points[i].label == kClass) {
            middle += QPointF(places[2 * i], places[2 * i + 1]);
            count += 1.0;
        }
    middle = map->camera().toScreen(middle / std::max(count, 1.0), map->size());
    const double radius = 0.16 * std::min(map->width(), map->height());
    const auto send = [map](QEvent::Type type, const QPointF& at) {
        QMouseEvent event(type, at, map->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(map, &event);
    };
    for (int step = 0; step <= 40; ++step) {
        const double angle = step * std::numbers::pi / 20.0;
        const QPointF at = middle + QPointF(std::cos(angle), std::sin(angle)) * radius *
                                        (1.0 + 0.15 * std::cos(3.0 * angle));
        send(step == 0 ? QEvent::MouseButtonPress : QEvent::MouseMove, at);
        if (step == 40)
            send(QEvent::MouseButtonRelease, at);
    }
}

/// Shows the image in the pyramid of which most tokens are selected.
void Script::showRichestImage() {
    const LatentState::Points& points = m_window.latents().at(Side::A).points;
    const PointSet::Indices chosen = selectedPoints(m_window.latents(), Side::A);
    std::map<std::int32_t, int> tokens;
    for (const std::int32_t index : chosen)
        ++tokens[points->points[std::size_t(index)].image];
    const auto richest = std::ranges::max_element(
        tokens, [](const auto& a, const auto& b) { return a.second < b.second; });
    if (richest == tokens.end())
        return;
    m_window.state().setImage(
        Side::A, QFile::decodeName(points->images[std::size_t(richest->first)].path.c_str()));
    selectPoints(m_window.state(), m_window.latents(), PointSet(chosen), PointsMode::Replace);
}

void Script::addSelection() {
    add(
        "latents-neighbours",
        Words::tr("One point, and its nearest in latent space, wherever the map has put them."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            self->trigger(window.actions().mapColors, int(MapColor::Class));
            const LatentState::Shown& shown = window.latents().at(Side::A);
            pickPoint(window.state(), window.latents(),
                      {Side::A, std::int32_t(shown.points->count() / 2)});
            window.latents().setHover({Side::A, std::int32_t(shown.points->count() / 2)});
        },
        [self = shared_from_this()] {
            return self->isDone(Side::A) && !self->m_window.latents().neighbours().empty() &&
                   self->m_window.state().phase() == ViewState::Phase::Ready;
        });
    add("latents-lasso", Words::tr("A lasso: its tokens in full colour, their numbers beside."),
        [self = shared_from_this()] {
            self->m_window.latents().setHover({});
            self->trigger(self->m_window.actions().mapTools, int(MapTool::Lasso));
            self->lasso();
        });
    add(
        "latents-lasso-pyramid", Words::tr("The same tokens light up in their image."),
        [self = shared_from_this(), &window = m_window] {
            self->showRichestImage();
            window.showRoom(Room::Pyramid);
            window.state().setOverlay(TokenOverlay::Grid);
        },
        [&window = m_window] {
            return window.state().phase() == ViewState::Phase::Ready &&
                   window.runner().tasks().empty();
        });
}

void Script::addSpace() {
    add("latents-3d", Words::tr("The map in three dimensions: a drag turns it."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            window.state().setOverlay(TokenOverlay::Off);
            window.showRoom(Room::Latents);
            clearPoints(window.state());
            self->trigger(window.actions().mapTools, int(MapTool::Pan));
            window.actions().mapInSpace->trigger();
        });
}

void Script::addPair() {
    const auto areDone = [self = shared_from_this()] {
        return self->isDone(Side::A) && self->isDone(Side::B) &&
               self->m_window.latents().hasSamePoints();
    };
    add(
        "latents-ab",
        Words::tr("Multi-scale against single-scale: aligned maps, one camera, one selection."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            window.actions().mapInSpace->trigger();
            window.state().compareWith({self->m_files.models.at(1), {}});
            setMapCompare(window.state(), MapCompare::SideBySide);
        },
        areDone);
    add(
        "latents-ab-selection", Words::tr("What is selected in one map lights up in the other."),
        [self = shared_from_this()] {
            self->trigger(self->m_window.actions().mapTools, int(MapTool::Lasso));
            self->lasso();
            self->trigger(self->m_window.actions().mapTools, int(MapTool::Pan));
        },
        areDone);
    add(
        "latents-seeds",
        Words::tr("CV, Gini and entropy of both models over five seeds, with the paired "
                  "difference and its interval."),
        [self = shared_from_this()] {
            clearPoints(self->m_window.state());
            self->m_window.actions().measureSeeds->trigger();
        },
        [&window = m_window] {
            return !window.latentStudy().isRunning() && window.latentStudy().done() > 0 &&
                   window.runner().tasks().empty();
        });
    m_steps.back().limit = std::chrono::minutes(3); // ten maps, on a busy machine, too
}

void Script::addEnd() {
    add(
        "latents-left", Words::tr("Back in the Pyramid view."),
        [self = shared_from_this()] {
            MainWindow& window = self->m_window;
            clearPoints(window.state());
            setMapCompare(window.state(), MapCompare::OnlyA);
            window.state().clearB();
            while (window.state().images().rowCount() > self->m_files.images.size())
                window.state().removeImage(window.state().images().rowCount() - 1);
            window.state().setCurrentImage(0);
            window.showRoom(Room::Pyramid);
        },
        [&window = m_window] {
            return window.state().phase() == ViewState::Phase::Ready &&
                   window.runner().tasks().empty();
        });
}

} // namespace

std::vector<TourStep> latentsTour(MainWindow& window, const TourFiles& files) {
    return files.crops.isEmpty() ? std::vector<TourStep>()
                                 : std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
