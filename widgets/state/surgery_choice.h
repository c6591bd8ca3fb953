// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: its moc 6.4 stumbles over <compare> where only <array> came before.
#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

#include "core/runtime/token_edits.h"
#include "widgets/state/subject.h"

namespace hierascope::widgets {

/// One edit of tokens, and the history that it ends.
struct SurgeryStep {
    std::shared_ptr<const runtime::TokenEdit> edit;
    QString source;    ///< what its numbers were copied from, for people; empty: nothing
    QByteArray digest; ///< of this edit and all before it
    bool operator==(const SurgeryStep& step) const { return digest == step.digest; }
};

/// What was done to the tokens of one image in one model.
struct TokenSurgery {
    Subject subject;
    Sampling sampling;
    std::vector<SurgeryStep> steps; ///< the first one first
    int applied = 0;                ///< how many of them are shown, from the first on
    bool operator==(const TokenSurgery&) const = default;

    /// Says what the first so many edits are; empty: no edit.
    QByteArray digest(int edits) const {
        return edits > 0 ? steps[std::size_t(edits) - 1].digest : QByteArray();
    }
};

} // namespace hierascope::widgets
