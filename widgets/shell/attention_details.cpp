// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/attention_details.h"

#include <array>

#include "widgets/state/attention_state.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

std::string attentionDetails(const AttentionState& attention) {
    static const std::array kLooks = {"maps", "heads", "mask", "summary", "influence", "audit"};
    static const std::array kDisturbed = {"zero", "mean", "noise", "mask"};
    const AttentionChoice& choice = attention.choice();
    const bool isEncoder = choice.partShown() == runtime::AttentionRequest::Part::Encoder;
    QJsonObject recipe{
        {QStringLiteral("look"), QString::fromLatin1(kLooks[std::size_t(choice.look)])},
        {QStringLiteral("part"), isEncoder ? QStringLiteral("encoder") : QStringLiteral("decoder")},
        {QStringLiteral("layer"), attention.layer()},
        {QStringLiteral("direction"),
         choice.showsReaders() ? QStringLiteral("is_read") : QStringLiteral("reads")}};
    if (attention.head() >= 0)
        recipe[QStringLiteral("head")] = attention.head();
    if (choice.look == AttentionLook::Influence)
        recipe[QStringLiteral("disturbance")] =
            QString::fromLatin1(kDisturbed[std::size_t(choice.disturbance)]);
    if (attention.isReady())
        if (const auto asking = attention.at(Side::A).asking[std::size_t(attention.layer())]) {
            const runtime::TokenBlock& block = attention.blocks()[asking->block];
            recipe[QStringLiteral("token")] =
                QJsonObject{{QStringLiteral("block"), QString::fromStdString(block.name)},
                            {QStringLiteral("index"), double(asking->token)}};
        }
    return QJsonDocument(recipe).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace hierascope::widgets
