// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/runs/generation_recipe.h"
#include "widgets/generate/strip_figure.h"

#include <QImage>
#include <QObject>
#include <QString>

namespace hierascope::widgets {

class GenerationState;
class TaskRunner;

/// Saves pictures of the shown generation with the recipe of how it was made, off the GUI thread.
class GenerationExporter : public QObject {
    Q_OBJECT

public:
    GenerationExporter(const GenerationState& generation, TaskRunner& runner,
                       QObject* parent = nullptr);

    /// Every step of the shown branch that is there.
    std::vector<StripStep> steps() const;
    /// A name for the file: class, seed and step.
    QString suggestion(const QString& figure) const;

    void saveStep(const QString& path, const QImage& picture, int scale);
    void saveStrip(const QString& path, const StripStyle& style);
    /// @param milliseconds that each step is shown; the last one twice as long
    void saveAnimation(const QString& path, int scale, int milliseconds);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    void save(const QString& path, const std::string& figure, int milliseconds,
              std::function<std::vector<QImage>()> make);

    const GenerationState& m_generation;
    TaskRunner& m_runner;
};

/// How what is shown was generated; without the size of the figure.
runs::GenerationRecipe generationRecipeOf(const GenerationState& generation,
                                          const std::string& figure);

} // namespace hierascope::widgets
