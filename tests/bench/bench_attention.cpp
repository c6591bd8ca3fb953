// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to look at a model's attention: the pass that keeps it, the memory it holds, and
// what a click takes. Random weights do: without an argument it makes the f16d16 model of the paper
// itself; any model folder can be given instead.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runtime/tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

using namespace hierascope;
using Part = runtime::AttentionRequest::Part;
using Direction = runtime::AttentionRecord::Direction;
using Clock = std::chrono::steady_clock;

namespace {

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The worst of one call for every layer.
template <typename Call>
double slowest(std::int64_t layers, const Call& call) {
    double worst = 0.0;
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        const auto start = Clock::now();
        call(layer);
        worst = std::max(worst, millisecondsSince(start));
    }
    return worst;
}

void measure(runtime::Tokenizer& model, Part part) {
    const ImageRgb8 picture = testing::smoothPicture(256, 256);
    auto start = Clock::now();
    const auto record = model.recordAttention(picture, part, {});
    if (!record) {
        std::fprintf(stderr, "%s\n", record.error().message.c_str());
        std::exit(1);
    }
    const double pass = millisecondsSince(start);
    const runtime::AttentionRecord& kept = **record;
    const std::int64_t last = kept.layers() - 1;
    std::printf(
        "%s: %lld layers, %lld heads, %lld tokens in the last; pass %.0f ms, kept %.1f MB\n",
        part == Part::Encoder ? "encoder" : "decoder", static_cast<long long>(kept.layers()),
        static_cast<long long>(kept.heads()), static_cast<long long>(kept.tokens(last)), pass,
        static_cast<double>(kept.bytes()) / 1e6);
    start = Clock::now();
    for (std::int64_t layer = 0; layer < kept.layers(); ++layer)
        (void)kept.weightsOf(layer, 0, Direction::Reads);
    const double rows = millisecondsSince(start);
    start = Clock::now();
    for (std::int64_t layer = 0; layer < kept.layers(); ++layer)
        (void)kept.weightsOf(layer, 0, Direction::IsRead);
    const double columns = millisecondsSince(start);
    std::printf("  a token in all layers and heads: reads %.1f ms, is read %.1f ms\n", rows,
                columns);
    std::printf(
        "  slowest layer: whole map of a head %.1f ms, of all heads %.1f ms, summary %.1f ms\n",
        slowest(kept.layers(), [&](std::int64_t layer) { (void)kept.map(layer, 0); }),
        slowest(kept.layers(), [&](std::int64_t layer) { (void)kept.map(layer, {}); }),
        slowest(kept.layers(), [&](std::int64_t layer) { (void)kept.summary(layer, {}); }));
}

} // namespace

int main(int argc, char** argv) {
    const testing::TempFolder folder;
    std::filesystem::path path = argc > 1 ? argv[1] : "";
    if (path.empty()) {
        testing::SmallModel paper;
        const nlohmann::json vit = {
            {"layers", 24}, {"width", 1024}, {"heads", 16}, {"mlp_ratio", 4}};
        paper.options = {{"image_size", 256},          {"patch_size", 16}, {"latent_channels", 16},
                         {"scales", {1, 2, 4, 8, 16}}, {"encoder", vit},   {"decoder", vit}};
        path = folder / "f16d16";
        testing::writeSmallModel(path, paper);
    }
    runtime::OpenOptions options;
    options.device = "cpu";
    options.threads = 2;
    const auto model = runtime::openTokenizer(path, options, {});
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().message.c_str());
        return 1;
    }
    std::printf("%s\n", (*model)->info().summary.c_str());
    measure(**model, Part::Encoder);
    measure(**model, Part::Decoder);
    return 0;
}
