// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/runs/recipe.h"

#include <QImage>
#include <QObject>
#include <QString>

namespace hierascope::widgets {

class TaskRunner;
class ViewState;

/// Saves pictures with the recipe of how they were made, off the GUI thread.
class Exporter : public QObject {
    Q_OBJECT

public:
    Exporter(ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

    ViewState& state() const { return m_state; }

    /// Where B begins in a wiped picture, in shares of its width.
    void setWipe(double share) { m_wipe = share; }
    /// @param figure "picture" or "ladder"
    /// @param make   paints the picture; called on a worker thread, on values of its own
    void save(const QString& path, const std::string& figure, std::function<QImage()> make);
    /// Puts the recipe of what is shown on the clipboard, as JSON.
    void copyProvenance();

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);
    void copied();

private:
    ViewState& m_state;
    TaskRunner& m_runner;
    double m_wipe = 0.5;
};

/// How the state's view was made, without the hashes of the images, which need their files.
runs::Recipe recipeOf(const ViewState& state, const std::string& figure);

} // namespace hierascope::widgets
