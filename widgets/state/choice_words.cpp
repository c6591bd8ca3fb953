// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/choice_words.h"

#include <algorithm>

namespace hierascope::widgets {

namespace {

template <typename Value, typename Words>
std::optional<Value> valueOf(const Words& words, const std::string& word) {
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(Value(found - words.begin()));
}

} // namespace

std::string wordOf(Picture picture) {
    return kPictureWords.at(std::size_t(picture));
}

std::string wordOf(Compare compare) {
    return kCompareWords.at(std::size_t(compare));
}

std::string wordOf(TokenOverlay overlay) {
    return kOverlayWords.at(std::size_t(overlay));
}

std::optional<Picture> pictureFromWord(const std::string& word) {
    return valueOf<Picture>(kPictureWords, word);
}

std::optional<Compare> compareFromWord(const std::string& word) {
    return valueOf<Compare>(kCompareWords, word);
}

std::optional<TokenOverlay> overlayFromWord(const std::string& word) {
    return valueOf<TokenOverlay>(kOverlayWords, word);
}

} // namespace hierascope::widgets
