// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/generation_choice.h"
#include "widgets/state/view_choice.h"

#include <QString>

/// Changes of what is chosen to be generated; each is one step of undo.
namespace hierascope::widgets {

class GenerationState;
class ViewState;

/// @param path empty takes the generator away
void setGenerator(ViewState& state, Side side, const QString& path);

/// @param what names what changed, for the undo menu
void setSettings(ViewState& state, const GenerationSettings& settings, const QString& what);
/// Goes on from the first step with the settings; a branch that does so already is shown again.
void beginGeneration(ViewState& state, const GenerationSettings& settings);
/// Goes on behind the step under the cursor with the settings.
void branchHere(ViewState& state, const GenerationState& generation);
/// Replaces one token of the shown branch, and goes on behind its step.
void replaceToken(ViewState& state, const GenerationState& generation, const TokenEdit& edit);
/// Shows a branch, with its settings as the next ones.
void showBranch(ViewState& state, int id, int step = kNewestStep);
/// Takes a branch away with those that begin in it; the one that it began in is shown then.
void removeBranch(ViewState& state, int id);

/// @param step from 0, clamped to the steps that are there
void setStep(ViewState& state, const GenerationState& generation, int step);
/// The place of the token in its tokenizer's pyramid is selected with it, in every view.
void selectToken(ViewState& state, const GenerationState& generation, std::int64_t position);
/// Chooses at which level a DiT's clean map is shown.
void setPictureLevel(ViewState& state, int level);
void setSeeds(ViewState& state, int seeds);

} // namespace hierascope::widgets
