// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QStringList>

namespace hierascope::widgets {

enum class CodeLook { Grid, Map };
/// How codes stand in the grid: by how often they occur, by number, or by the level that they
/// occur at most.
enum class CodeSort { Usage, Code, Level };
inline constexpr int kCodeSorts = 3;

/// What is looked at in the Codebook view, in plain values.
struct CodebookChoice {
    static constexpr int kAllLevels = -1;

    QStringList data;          ///< whose images are counted; empty: the library's
    std::int64_t images = 400; ///< at most, from the first on; 0: all
    CodeLook look = CodeLook::Grid;
    CodeSort sort = CodeSort::Usage;
    int level = kAllLevels; ///< whose usage is shown
    std::int64_t code = -1; ///< that is picked; -1: none
    int channel = 0;        ///< that is traversed (KL families)
    bool operator==(const CodebookChoice&) const = default;
};

} // namespace hierascope::widgets
