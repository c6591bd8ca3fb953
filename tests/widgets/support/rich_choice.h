// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "widgets/state/surgery_edit.h"
#include "widgets/state/view_choice.h"

namespace hierascope::testing {

/// Every field differs from its default.
inline widgets::ViewChoice richChoice() {
    using namespace widgets;
    ViewChoice choice;
    choice.a = {QStringLiteral("/m/Köln"), QStringLiteral("/i/\"one\".png")};
    choice.b = {QStringLiteral("/m/b"), QString()};
    choice.level = 3;
    choice.compare = Compare::Wipe;
    choice.picture = Picture::SignedError;
    choice.overlay = TokenOverlay::Colors;
    choice.sampling = {true, std::numeric_limits<std::uint64_t>::max()};
    choice.selection = {{0, 1, 1, 0}, {4, 16, 16, 255}};
    GenerationChoice& generation = choice.generation;
    generation.a = QStringLiteral("/g/har");
    generation.b = QStringLiteral("/g/ar");
    generation.settings.label = 7;
    generation.settings.sampling.greedy = true;
    generation.settings.sampling.temperature = 0.7;
    generation.settings.sampling.topK = 40;
    generation.settings.sampling.guidanceInterval = 12;
    generation.settings.sampling.seed = 123456789;
    generation.settings.sampling.denoising = {"ddim", 12, "ddim12", 0.5, true, true, 0.25, 0.75};
    generation.level = 2;
    Branch first;
    first.generator = generation.a;
    first.settings = generation.settings;
    Branch second = first;
    second.id = 4;
    second.parent = 0;
    second.kept = 3;
    second.edit = TokenEdit{5, 99};
    second.prefix = {1, 2, 3};
    second.from = {3, {0.5F, -2.0F}};
    generation.branches = {first, second};
    generation.branch = 4;
    generation.step = 2;
    generation.token = 11;
    generation.seeds = 9;
    LatentChoice& latents = choice.latents;
    latents.question = {LatentSource::Levels, {1, 3}, {QStringLiteral("/d")}, 100, 2000, 5};
    latents.mapping = {LatentMapping::Method::Pca, 3, 12.5, 400, 6};
    latents.look = MapLook::Density;
    latents.color = MapColor::Trust;
    latents.compare = MapCompare::Morph;
    latents.hasLabels = false;
    latents.selection = PointSet({2, 5, 77});
    AttentionChoice& attention = choice.attention;
    attention.look = AttentionLook::Heads;
    attention.part = runtime::AttentionRequest::Part::Encoder;
    attention.layer = 2;
    attention.head = 1;
    attention.isRead = true;
    attention.order = HeadOrder::Distance;
    attention.disturbance = runtime::Disturbance::Noise;
    attention.imageToken = ImageTokenRef{16, 16, 200};
    choice.codebook = {{QStringLiteral("/d/c")}, 50, CodeLook::Map, CodeSort::Level, 2, 31, 6};
    TokenSurgery surgery{choice.a, choice.sampling, {}, 0};
    runtime::TokenEdit zero;
    zero.tokens = {{0, 0}, {1, 1}};
    appendStep(surgery, zero, {});
    runtime::TokenEdit copy;
    copy.kind = runtime::TokenEdit::Kind::Copy;
    copy.tokens = {{1, 0}};
    copy.vectors = {0.5F, -1.25F};
    appendStep(surgery, copy, QStringLiteral("b.png"));
    surgery.applied = 1;
    choice.surgeries = {surgery};
    return choice;
}

} // namespace hierascope::testing
