// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/runtime/token_edits.h"
#include "widgets/state/surgery_choice.h"

#include <QString>

/// What a person does to the tokens of A, each as one step of undo.
namespace hierascope::widgets {

class ViewState;

/// The selected tokens that A's pyramid has, coarse to fine.
std::vector<runtime::TokenAt> selectedTokens(const ViewState& state);
/// All tokens of the level that A shows.
std::vector<runtime::TokenAt> tokensOfLevel(const ViewState& state);
/// The same places in other levels, which must have grids of the same size; none where one has not.
std::vector<runtime::TokenAt> samePlaces(const std::vector<runtime::LevelTokens>& from,
                                         const std::vector<runtime::TokenAt>& tokens,
                                         const std::vector<runtime::LevelTokens>& to);

/// Adds an edit behind those that are shown, in place of later ones.
void appendStep(TokenSurgery& surgery, runtime::TokenEdit edit, const QString& source);
/// Edits A's tokens; edits that are taken back at the time are dropped.
///
/// @param source what the numbers were copied from, for people; may be empty
void addEdit(ViewState& state, runtime::TokenEdit edit, const QString& source = {});
/// Shows the first so many edits of A; the others are kept.
void showEdits(ViewState& state, int applied);
/// The tokens that the edits which are shown have touched and not restored.
std::vector<runtime::TokenAt> editedTokens(const ViewState& state);
/// Makes B the same image and model without edits, side by side.
void compareWithUnedited(ViewState& state);

/// "Zero, 4 tokens".
QString editTitle(const SurgeryStep& step);

} // namespace hierascope::widgets
