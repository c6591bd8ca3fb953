// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_model.h"

#include <cmath>
#include <stdexcept>

#include <ATen/ops/stack.h>
#include <torch/utils.h>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/dit.h"
#include "core/models/gpt.h"
#include "core/models/hieratok.h"
#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::testing {

namespace {

using nlohmann::json;

template <typename T>
T valueOf(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().message);
    return *std::move(result);
}

void demand(const Result<void>& result) {
    if (!result)
        throw std::runtime_error(result.error().message);
}

json usualOptions() {
    const json transformer{{"layers", 1}, {"width", 32}, {"heads", 2}, {"mlp_ratio", 2.0}};
    return {{"image_size", 32},       {"patch_size", 4},       {"latent_channels", 4},
            {"scales", {1, 2, 4, 8}}, {"downsample", "conv"},  {"attention", "scale_causal"},
            {"encoder", transformer}, {"decoder", transformer}};
}

} // namespace

void writeSmallModel(const std::filesystem::path& folder, const SmallModel& model) {
    json options = usualOptions();
    options.merge_patch(model.options);
    torch::manual_seed(model.seed);
    const auto parsed = valueOf(models::hieraTokOptionsFromJson(options));
    const models::HieraTok network(parsed);
    io::TensorMap tensors;
    for (const auto& [name, tensor] : models::stateDict(*network)) {
        // Fresh weights give an almost constant grey; larger ones give pictures worth comparing.
        const at::Tensor values = tensor.detach() * (tensor.dim() > 1 ? 5.0 : 1.0);
        tensors[name] = model.isHalf ? values.to(at::kHalf) : values;
    }
    std::filesystem::create_directories(folder);
    demand(io::saveTensors(folder / "model.safetensors", tensors));
    json config{{"format", 1},
                {"family", "hieratok"},
                {"options", options},
                {"preprocess", {{"size", options["image_size"]}, {"range", {-1, 1}}}}};
    if (!model.origin.is_null())
        config["origin"] = model.origin;
    demand(io::writeJsonFile(folder / "config.json", config));
}

void writeSmallGenerator(const std::filesystem::path& folder, const SmallGenerator& generator) {
    json options = {{"variant", "har"}, {"dim", 16},        {"n_layer", 2},
                    {"n_head", 4},      {"multiple_of", 8}, {"vocab_size", 11},
                    {"num_classes", 3}, {"block_size", 16}, {"spe_token_num", 7}};
    options.merge_patch(generator.options);
    torch::manual_seed(generator.seed);
    const models::Gpt network(valueOf(models::gptOptionsFromJson(options)));
    io::TensorMap tensors;
    for (const auto& [name, tensor] : models::stateDict(*network)) {
        at::Tensor values = tensor.detach();
        tensors[name] = tensor.dim() > 1 ? values.normal_(0.0, 0.3) : values.fill_(1.0);
    }
    std::filesystem::create_directories(folder);
    demand(io::saveTensors(folder / "model.safetensors", tensors));
    json config{{"format", 1}, {"family", "gpt"}, {"options", options}};
    config.merge_patch(generator.config);
    demand(io::writeJsonFile(folder / "config.json", config));
}

void writeSmallDit(const std::filesystem::path& folder, const SmallGenerator& generator) {
    json options = {{"input_size", 8}, {"patch_size", 2}, {"in_channels", 4}, {"hidden_size", 16},
                    {"depth", 2},      {"num_heads", 2},  {"mlp_ratio", 2.0}, {"num_classes", 3}};
    options.merge_patch(generator.options);
    torch::manual_seed(generator.seed);
    const models::Dit network(valueOf(models::ditOptionsFromJson(options)));
    io::TensorMap tensors;
    for (const auto& [name, tensor] : models::stateDict(*network)) {
        const at::Tensor values = tensor.detach();
        tensors[name] = name == "pos_embed" ? values : values.normal_(0.0, 0.2);
    }
    std::filesystem::create_directories(folder);
    demand(io::saveTensors(folder / "model.safetensors", tensors));
    json config{{"format", 1}, {"family", "dit"}, {"options", options}};
    config.merge_patch(generator.config);
    demand(io::writeJsonFile(folder / "config.json", config));
}

void writeDitNoise(const std::filesystem::path& file) {
    const double root = std::sqrt(3.0);
    std::vector<at::Tensor> steps;
    for (std::uint32_t step = 0; step < 10; ++step)
        steps.push_back(numbersByRule({4, 8, 8}, 8100 + step, 2.0 * root, -root));
    demand(io::saveTensors(file, {{"initial", numbersByRule({4, 8, 8}, 8003, 2.0 * root, -root)},
                                  {"steps", at::stack(steps)}}));
}

void spoilTensor(const std::filesystem::path& folder, const std::string& name,
                 const std::string& edit) {
    const std::filesystem::path file = folder / "model.safetensors";
    io::TensorMap tensors = valueOf(io::loadTensors(file));
    at::Tensor& tensor = tensors.at(name);
    if (edit == "drop")
        tensors.erase(name);
    else if (edit == "add")
        tensors[name + ".extra"] = tensor.clone();
    else if (edit == "flatten")
        tensor = tensor.flatten();
    else if (edit == "integer")
        tensor = tensor.to(at::kLong);
    else if (edit == "nan")
        tensor.view(-1)[0] = std::nan("");
    else if (edit == "zero")
        tensor.zero_();
    else
        throw std::invalid_argument("unknown edit " + edit);
    demand(io::saveTensors(file, tensors));
}

ImageRgb8 smoothPicture(int width, int height, int seed) {
    ImageRgb8 picture(width, height);
    std::size_t index = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                const double phase = 0.11 * x * (channel + 1) + 0.07 * y * (3 - channel) + seed;
                picture.pixels[index++] =
                    static_cast<std::uint8_t>(127.5 + 120.0 * std::sin(phase));
            }
        }
    }
    return picture;
}

} // namespace hierascope::testing
