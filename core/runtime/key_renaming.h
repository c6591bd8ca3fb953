// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace hierascope::runtime {

/// Turns the names of a foreign checkpoint's tensors into a model's.
///
/// A pattern is a name in which each `*` stands for any text; in the name it becomes, each `*` is
/// what the one at the same place stood for. The first pattern that fits decides.
class KeyRenaming {
public:
    KeyRenaming() = default;

    /// Reads a JSON object of patterns and what they become; BadData naming a pair whose numbers of
    /// `*` differ.
    static Result<KeyRenaming> read(const std::filesystem::path& file);

    /// The new name; the old one where no pattern fits.
    std::string apply(const std::string& name) const;

    bool isEmpty() const { return m_pairs.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

} // namespace hierascope::runtime
