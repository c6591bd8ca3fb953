// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

namespace hierascope::widgets {

/// How well the letters of `typed`, in their order, are found in `text`; none if they are not.
///
/// Case and spaces do not matter. A letter at the start of a word counts most, then one that
/// follows the letter found before.
std::optional<int> matchScore(const QString& typed, const QString& text);

} // namespace hierascope::widgets
