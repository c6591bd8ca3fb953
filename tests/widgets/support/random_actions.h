// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

#include "widgets/shell/main_window.h"

namespace hierascope::testing {

/// What somebody in a hurry does to the window: cursors, pictures, opening, cancelling, resizing.
///
/// The same seed does the same.
class RandomActions {
public:
    /// @param files images and models that may be opened again and again
    RandomActions(widgets::MainWindow& window, const QStringList& files, std::uint32_t seed);

    /// Does one thing in the Pyramid view or by an action; the event loop is the caller's.
    void act();
    /// Does one thing anywhere: goes to another view, uses whatever control or picture is in front
    /// there by mouse, wheel or key, or does what `act` does. Windows that open are closed again.
    void wander();
    /// What the last thing was, for a report of a failure.
    const QString& last() const { return m_last; }

private:
    int below(int count) { return int(m_random() % std::uint32_t(count)); }
    void trigger();
    void moveMouse();
    void use(QWidget& widget);
    void useByMouse(QWidget& widget);
    QList<QWidget*> reachable() const;

    widgets::MainWindow& m_window;
    QStringList m_files;
    std::minstd_rand m_random;
    QString m_last;
};

} // namespace hierascope::testing
