// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/runtime/uniformity_study.h"
#include "widgets/state/latent_choice.h"
#include "widgets/state/latent_work.h"
#include "widgets/state/services.h"
#include "widgets/state/view_choice.h"
#include "widgets/tasks/task_runner.h"

#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

class ModelShelf;
class ViewState;

/// Repeats sampling and map with several seeds, for A and for B: CV, Gini, entropy with their
/// spread, and the difference of the two, seed by seed.
///
/// Seed r draws images, places and the map's start, as in the command line's protocol; the pieces
/// of work are those of the bench, so that other work goes in between.
class LatentStudy : public QObject {
    Q_OBJECT

public:
    static constexpr int kSeeds = 5;

    /// What came out for one side.
    struct Measured {
        QString model;
        runtime::UniformityResult result;
    };
    /// What was asked for, and how far it is.
    struct Recipe {
        LatentQuestion question;
        LatentMapping mapping;
        QString data; ///< one line
        int seeds = kSeeds;
    };

    LatentStudy(Services services, ViewState& state, ModelShelf& models, TaskRunner& runner,
                QObject* parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    int done() const { return m_done; }                            ///< maps that were measured
    int total() const { return int(m_jobs.size()); }               ///< maps that will be measured
    const std::vector<Measured>& sides() const { return m_sides; } ///< A, then B where there is one
    const Recipe& recipe() const { return m_recipe; }
    const std::optional<Error>& failure() const { return m_failure; }
    /// A minus B of a figure; none without a B, or before two seeds of each are there.
    std::optional<runtime::PairedDifference>
    difference(const runtime::SeedFigure runtime::UniformityResult::*figure) const;

public Q_SLOTS:
    /// Begins with the present choice; what was measured before is dropped.
    void start();
    void stop();

Q_SIGNALS:
    void changed();

private:
    struct Job {
        std::size_t side = 0;
        std::uint64_t seed = 0;
    };

    void advance();
    void gather(const Job& job);
    void lay(const Job& job);
    void measure(const Job& job);
    void take(const Job& job, const runtime::Uniformity& measured);
    template <typename Work, typename Finish>
    void work(const QString& title, Work work, Finish finish, Lane lane);
    void end();

    Services m_services;
    ViewState& m_state;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    Recipe m_recipe;
    QStringList m_data;
    std::vector<Job> m_jobs;
    int m_done = 0;
    bool m_isRunning = false;
    bool m_isWorking = false;
    quint64 m_generation = 0; ///< of the study that the running task belongs to
    TaskHandle m_task;
    std::vector<Measured> m_sides;
    std::optional<Error> m_failure;
    Services::Gathering m_gathering;
    LatentState::Points m_points;
    Services::Map m_map;
    std::int64_t m_planned = 0;
    LatentState::Frame m_frame;
};

} // namespace hierascope::widgets
