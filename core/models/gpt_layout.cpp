// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt_layout.h"

namespace hierascope::models {

namespace {

void addLevelInputs(std::int64_t first, std::int64_t singles, std::vector<GptInput>& inputs) {
    // The first level has one code that nobody has read yet: all others were read one by one.
    const bool isFirst = first == singles;
    const std::int64_t codes = isFirst ? 1 : first / 2;
    const std::int64_t specials = isFirst ? 0 : first / 2 - 1;
    for (std::int64_t i = 0; i < codes; ++i)
        inputs.push_back({GptInput::Kind::Code, first - codes + i});
    for (std::int64_t i = 0; i < first - codes; ++i)
        inputs.push_back({GptInput::Kind::Special, specials + i});
}

} // namespace

std::vector<GptStep> gptSteps(const GptOptions& options) {
    const bool isHar = options.variant == GptVariant::Har;
    const std::int64_t singles = isHar ? options.arTokenNum : options.blockSize;
    std::vector<GptStep> steps;
    for (std::int64_t position = 0; position < singles; ++position)
        steps.push_back({position, 1});
    for (std::int64_t first = singles; first < options.blockSize; first *= 2)
        steps.push_back({first, first});
    return steps;
}

std::vector<GptInput> gptInputs(const GptOptions& options) {
    const bool isHar = options.variant == GptVariant::Har;
    const std::int64_t singles = isHar ? options.arTokenNum : options.blockSize + 1;
    std::vector<GptInput> inputs{{GptInput::Kind::Class, 0}};
    for (std::int64_t position = 1; position < singles; ++position)
        inputs.push_back({GptInput::Kind::Code, position - 1});
    for (std::int64_t first = singles; first < options.blockSize; first *= 2)
        addLevelInputs(first, singles, inputs);
    return inputs;
}

std::vector<std::int64_t> gptVisible(const GptOptions& options) {
    std::vector<std::int64_t> visible;
    for (const GptStep& step : gptSteps(options))
        visible.insert(visible.end(), static_cast<std::size_t>(step.count),
                       step.first + step.count);
    if (options.variant == GptVariant::Ar)
        visible.push_back(options.blockSize + 1);
    return visible;
}

} // namespace hierascope::models
