// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

namespace hierascope::widgets {

/// The posterior of a KL model: its mean, or a sample that the seed decides.
struct Sampling {
    bool isSample = false;
    std::uint64_t seed = 0;
    bool operator==(const Sampling&) const = default;
};

/// A model and an image, as paths; empty means none.
struct Subject {
    QString model;
    QString image;
    bool operator==(const Subject&) const = default;
};

} // namespace hierascope::widgets
