// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "widgets/state/latent_state.h"
#include "widgets/state/services.h"
#include "widgets/tasks/task_runner.h"

#include <QObject>
#include <QWidget>

namespace hierascope::widgets {

/// Saves points of A's map, with their vectors, places and how they came about.
class LatentExporter : public QObject {
    Q_OBJECT

public:
    LatentExporter(Services services, LatentState& latents, TaskRunner& runner,
                   QObject* parent = nullptr);

    /// Asks for a file, then saves the selected points, or all where none is selected.
    void askAndSave(QWidget* parent);
    /// @param path ends in .csv, .npz or .safetensors
    void save(const QString& path);
    /// How the points and the map were made, as JSON.
    std::string recipe() const;

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    template <typename Work>
    void run(const QString& path, Work work);

    Services m_services;
    LatentState& m_latents;
    TaskRunner& m_runner;
};

/// The points of a map that are chosen, as if there were no others; images keep their numbers.
runtime::UniformityMap chosenPart(const runtime::LatentPoints& points,
                                  const runtime::MapFrame& frame,
                                  const runtime::Uniformity* uniformity,
                                  const PointSet::Indices& chosen);

} // namespace hierascope::widgets
