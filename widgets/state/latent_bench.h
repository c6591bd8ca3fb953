// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "widgets/state/latent_state.h"
#include "widgets/state/latent_store.h"
#include "widgets/state/latent_work.h"
#include "widgets/state/services.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QTimer>

namespace hierascope::widgets {

class ModelShelf;
class ViewState;

/// Gathers points and lays them out, one short task at a time, as the choice wants it.
///
/// Whatever is asked for is legal at any moment: what runs is stopped first, what is there stays,
/// and going back to an earlier choice shows what was computed for it.
class LatentBench : public QObject {
    Q_OBJECT

public:
    LatentBench(Services services, ViewState& state, LatentState& latents, ModelShelf& models,
                TaskRunner& runner, QObject* parent = nullptr);

    /// Whether it works towards the choice, or would if something was missing.
    bool isActive() const { return m_isActive; }
    bool isPaused() const { return m_isPaused; }

public Q_SLOTS:
    /// Makes the map of the present choice, and from then on follows every change.
    void start();
    void pause();
    void resume();
    /// Starts, pauses or goes on, whichever makes sense.
    void toggle();
    /// The same points from the start with the next seed.
    void restart();
    void extend(std::int64_t iterations);
    /// Ends the work; a map that is there stays and can go on.
    void stop();

private:
    using Phase = LatentState::Phase;
    enum class Need { Nothing, Model, Points, Map, Steps, Turn, Measures, Trust, Psnr, Neighbours };
    struct Failure {
        QString key;
        Error error;
    };

    void follow(const ViewChoice& before);
    void followModel(const QString& path);
    void followSelection(const ViewChoice& before);
    QString modelOf(Side side) const;
    QStringList dataOf() const;
    QString pointsKey(Side side) const;
    QString runKey(Side side) const;
    bool isWanted(const QString& key) const;
    Need need(Side side);
    std::array<Side, kSides.size()> order();
    void advance();
    bool begin(Side side);
    void gather(Side side);
    void lay(Side side);
    void turn(Side side);
    void measure(Side side);
    void measureTrust(Side side);
    void measurePsnr(Side side);
    void findNeighbours();
    QString neighboursKey() const;
    void measureDensity(Side side);
    template <typename Work, typename Finish>
    void work(Side side, const QString& title, const QString& key, Work work, Finish finish,
              Lane lane);
    void fail(Side side, const QString& key, const Error& error);
    void cancelWork();
    Phase phaseOf(Side side, Need need, const LatentState::Frame& frame) const;
    void show(Side side);
    void showAll();

    Services m_services;
    ViewState& m_state;
    LatentState& m_latents;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    LatentStore m_store;
    QStringList m_library; ///< the images of the library when it was started
    bool m_isActive = false;
    bool m_isPaused = false;
    bool m_isStopped = false;
    bool m_isWorking = false;
    bool m_isCancelling = false; ///< by the bench, not from the list of tasks
    QString m_working;           ///< key of the points or the run that the task is for
    TaskHandle m_task;
    QString m_neighboursOf; ///< the run and the point whose neighbours are known
    std::array<std::optional<Failure>, kSides.size()> m_failures;
    std::array<LatestTask, kSides.size()> m_densities;
    std::array<LatentState::Frame, kSides.size()> m_densityOf;
};

} // namespace hierascope::widgets
