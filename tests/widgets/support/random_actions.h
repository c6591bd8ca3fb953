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

    /// Does one thing; the event loop is the caller's.
    void act();

private:
    int below(int count) { return int(m_random() % std::uint32_t(count)); }
    void trigger();
    void moveMouse();

    widgets::MainWindow& m_window;
    QStringList m_files;
    std::minstd_rand m_random;
};

} // namespace hierascope::testing
