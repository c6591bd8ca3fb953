// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/latent_state.h"

#include <QString>
#include <QStringList>

/// The words of the Latents view.
namespace hierascope::widgets {

/// How many points there would be without a limit.
std::int64_t pointsOfAll(const runtime::LatentPoints& points);
/// "8,192 of 128,000 tokens · perplexity 30 · seed 42 · iteration 640 of 1,000 · KL 1.412".
QString badgeText(const LatentState::Shown& shown, const LatentChoice& choice);
/// What is said of one point, a line each: its picture's name, its place, its numbers.
QStringList pointLines(const LatentState::Shown& shown, std::int32_t index);
/// "Gathering images, 120 of 500"; empty where nothing is being done.
QString busyText(const LatentState::Shown& shown);
/// "8,192", grouped as the language does.
QString countText(std::int64_t count);
/// "0.412".
QString figureText(double value, int digits = 3);
/// "One random vector per image", ...
QString sourceName(LatentSource source);

} // namespace hierascope::widgets
