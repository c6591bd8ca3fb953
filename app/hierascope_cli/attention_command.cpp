// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/runtime/attention_files.h"
#include "core/runtime/pictures.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct AttentionArguments {
    fs::path image;
    std::string part;
    std::int64_t layer = 0;
    std::optional<std::int64_t> head;
    fs::path picture;
    fs::path tensors;
};

runtime::AttentionRequest requestOf(const AttentionArguments& arguments) {
    const bool inEncoder = arguments.part == "encoder";
    return {inEncoder ? runtime::AttentionRequest::Part::Encoder
                      : runtime::AttentionRequest::Part::Decoder,
            arguments.layer, arguments.head};
}

Result<void> savePicture(const Session& session, const AttentionArguments& arguments,
                         const runtime::ModelInfo& model, const runtime::AttentionMap& attention) {
    const auto sha256 = runtime::hashOfFile(arguments.image);
    if (!sha256)
        return failure(sha256);
    json recipe = recipeOf("attention", session, model, arguments.image, *sha256);
    recipe["options"]["part"] = arguments.part;
    recipe["options"]["layer"] = arguments.layer;
    if (arguments.head)
        recipe["options"]["head"] = *arguments.head;
    return runtime::savePicture(arguments.picture, runtime::pictureFromAttention(attention),
                                {{kRecipeKeyword, jsonText(recipe)}});
}

void print(const Session& session, const AttentionArguments& arguments,
           const runtime::AttentionMap& attention) {
    json blocks = json::array();
    for (const runtime::TokenBlock& block : attention.blocks)
        blocks.push_back({{"name", block.name},
                          {"first", block.first},
                          {"rows", block.rows},
                          {"cols", block.columns}});
    if (session.common.asJson) {
        std::cout << jsonText({{"image", arguments.image.string()},
                               {"part", arguments.part},
                               {"layer", arguments.layer},
                               {"heads", attention.heads},
                               {"tokens", attention.tokens},
                               {"blocks", blocks}})
                  << '\n';
        return;
    }
    std::cout << attention.heads << " heads, " << attention.tokens << " tokens\n";
    for (const runtime::TokenBlock& block : attention.blocks)
        std::cout << "  " << block.first << "  " << block.name << '\n';
}

Result<void> attention(Session& session, const AttentionArguments& arguments) {
    const auto model = session.openModel();
    if (!model)
        return failure(model);
    const auto image = runtime::readPicture(arguments.image);
    if (!image)
        return failure(image);
    const auto map = (*model)->attend(*image, requestOf(arguments), session.context());
    if (!map)
        return failure(map);
    if (!arguments.tensors.empty()) {
        if (auto saved = runtime::saveAttention(arguments.tensors, *map); !saved)
            return saved;
    }
    if (!arguments.picture.empty()) {
        if (auto saved = savePicture(session, arguments, (*model)->info(), *map); !saved)
            return saved;
    }
    print(session, arguments, *map);
    return {};
}

} // namespace

void addAttentionCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(program, session, "attention",
                                   "Write the attention of one layer, all heads or one",
                                   "attention resources/demo/hieratok-photos photo.jpg "
                                   "--part decoder --layer 0 --tensors attention.safetensors");
    const auto arguments = std::make_shared<AttentionArguments>();
    addModelOptions(*command, session);
    command->add_option("IMAGE", arguments->image, "JPEG, PNG, WebP or PPM file")->required();
    command->add_option("--part", arguments->part, "Where the layer is")
        ->check(CLI::IsMember({"encoder", "decoder"}))
        ->required();
    command->add_option("--layer", arguments->layer, "Counted from 0")->required();
    command->add_option("--head", arguments->head, "Counted from 0; without it, all heads");
    command->add_option("--out", arguments->picture,
                        "Write a PNG picture here: rows ask, mean over the heads");
    command->add_option("--tensors", arguments->tensors,
                        "Write the tensor attention [A,T,T] here, float32");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return attention(session, *arguments); };
    });
}

} // namespace hierascope::cli
