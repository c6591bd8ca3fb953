// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_text.h"

#include <cmath>

#include "widgets/state/pyramid_content.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttentionText)
};

} // namespace

QString blockName(const runtime::TokenBlock& block) {
    if (block.level < 0)
        return Words::tr("Image %1 × %2").arg(block.rows).arg(block.columns);
    if (block.isSpatial)
        return Words::tr("%1 × %2").arg(block.rows).arg(block.columns);
    const auto last = prefixOf({block.name, block.rows, block.columns});
    if (!last)
        return QString::fromStdString(block.name);
    const auto first = std::int64_t{*last} - block.tokens() + 1;
    return first == *last ? Words::tr("Token %1").arg(first)
                          : Words::tr("Tokens %1–%2").arg(first).arg(*last);
}

QString tokenName(const runtime::TokenBlock& block, std::int64_t token) {
    if (!block.isSpatial)
        return Words::tr("%1, number %2").arg(blockName(block)).arg(token + 1);
    return Words::tr("%1, row %2, column %3")
        .arg(blockName(block))
        .arg(token / block.columns + 1)
        .arg(token % block.columns + 1);
}

std::size_t blockOf(const std::vector<runtime::TokenBlock>& blocks, std::int64_t token) {
    std::size_t found = 0;
    while (found + 1 < blocks.size() && blocks[found + 1].first <= token)
        ++found;
    return found;
}

QString weightText(double weight) {
    if (weight == 0.0)
        return QStringLiteral("0");
    const double size = std::abs(weight);
    return size >= 0.1    ? QLocale().toString(weight, 'f', 3)
           : size >= 1e-3 ? QLocale().toString(weight, 'f', 4)
                          : QLocale().toString(weight, 'g', 2);
}

QString shareText(double share) {
    return Words::tr("%1 %").arg(QLocale().toString(100.0 * share, 'f', share < 0.0995 ? 1 : 0));
}

QString headTitle(int layer, int head) {
    return head < 0 ? Words::tr("layer %1, mean of the heads").arg(layer)
                    : Words::tr("layer %1, head %2").arg(layer).arg(head);
}

QString partName(runtime::AttentionRequest::Part part) {
    return part == runtime::AttentionRequest::Part::Encoder ? Words::tr("Encoder")
                                                            : Words::tr("Decoder");
}

QString disturbanceName(runtime::Disturbance how) {
    switch (how) {
    case runtime::Disturbance::Zero:
        return Words::tr("Zero");
    case runtime::Disturbance::Mean:
        return Words::tr("Mean of its level");
    case runtime::Disturbance::Noise:
        return Words::tr("Noise");
    case runtime::Disturbance::Mask:
        return Words::tr("Mask token");
    }
    return {};
}

QString megabytesText(std::int64_t bytes) {
    return Words::tr("%1 MB").arg(QLocale().toString(double(bytes) / 1e6, 'f', 1));
}

QString agreementSentence(double agreement) {
    if (std::isnan(agreement))
        return Words::tr("No score: the attention or the change is the same in every cell.");
    if (agreement >= 0.6)
        return Words::tr("What reads the token most moves most: this attention foretells the "
                         "influence well.");
    if (agreement >= 0.3)
        return Words::tr("Where the token is read more, more moves, with many exceptions.");
    if (agreement > -0.3)
        return Words::tr("This attention hardly foretells the influence: other layers, heads and "
                         "ways carry it.");
    return Words::tr("Where the token is read most, least moves: this attention is no measure of "
                     "the influence.");
}

} // namespace hierascope::widgets
