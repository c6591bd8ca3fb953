// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_match.h"

#include <algorithm>
#include <vector>

namespace hierascope::widgets {

namespace {

constexpr int kLetter = 1;
constexpr int kFollowing = 6;
constexpr int kWordStart = 10;
constexpr int kNone = -1;

bool isWordStart(const QString& text, qsizetype at) {
    return text[at].isLetterOrNumber() && (at == 0 || !text[at - 1].isLetterOrNumber());
}

/// The best scores with one more letter, by where that letter is found.
std::vector<int> extended(const std::vector<int>& before, QChar letter, const QString& text) {
    std::vector<int> scores(before.size(), kNone);
    int bestBefore = kNone;
    for (std::size_t at = 0; at < scores.size(); ++at) {
        if (text[qsizetype(at)] == letter) {
            const int own = isWordStart(text, qsizetype(at)) ? kLetter + kWordStart : kLetter;
            const int following =
                at > 0 && before[at - 1] != kNone ? before[at - 1] + kFollowing : kNone;
            const int best = std::max(bestBefore, following);
            if (best != kNone)
                scores[at] = best + own;
        }
        bestBefore = std::max(bestBefore, before[at]);
    }
    return scores;
}

} // namespace

std::optional<int> matchScore(const QString& typed, const QString& text) {
    // One place before the text, where nothing is found yet.
    const QString folded = QLatin1Char(' ') + text.toCaseFolded();
    std::vector<int> scores(std::size_t(folded.size()), kNone);
    scores[0] = 0;
    for (const QChar letter : typed.toCaseFolded())
        if (!letter.isSpace())
            scores = extended(scores, letter, folded);
    const int best = *std::ranges::max_element(scores);
    return best == kNone ? std::nullopt : std::optional(best);
}

} // namespace hierascope::widgets
