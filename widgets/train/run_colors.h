// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iterator>

#include "widgets/common/theme.h"

#include <QColor>

namespace hierascope::widgets {

/// The colour of the run in a row of the list, the same in the curves.
inline QColor runColor(const Theme& theme, int row) {
    constexpr ColorRole kRoles[] = {ColorRole::A,         ColorRole::B,       ColorRole::Good,
                                    ColorRole::Selection, ColorRole::Warning, ColorRole::Secondary};
    return theme.color(kRoles[row % int(std::size(kRoles))]);
}

} // namespace hierascope::widgets
