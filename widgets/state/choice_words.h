// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include "widgets/state/view_choice.h"

/// The words that recipes use for the ways of looking (docs/formats.md).
namespace hierascope::widgets {

// In the order of the enumerations.
inline constexpr std::array<const char*, kPictures> kPictureWords = {
    "reconstruction", "original",    "residual",    "absolute_error",
    "signed_error",   "commutation", "hierarchies", "moved",
};
inline constexpr std::array<const char*, 4> kCompareWords = {"only_a", "side_by_side", "wipe",
                                                             "difference"};
inline constexpr std::array<const char*, 3> kOverlayWords = {"off", "grid", "colors"};

std::string wordOf(Picture picture);
std::string wordOf(Compare compare);
std::string wordOf(TokenOverlay overlay);

/// None for a word that this program does not know.
std::optional<Picture> pictureFromWord(const std::string& word);
std::optional<Compare> compareFromWord(const std::string& word);
std::optional<TokenOverlay> overlayFromWord(const std::string& word);

} // namespace hierascope::widgets
