// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/generator_config.h"

#include <vector>

#include "core/runtime/model_facts.h"

namespace hierascope::runtime {

Result<void> checkClassNames(const ModelSource& source, std::int64_t classCount) {
    const auto classes = source.config.find("classes");
    if (classes == source.config.end() || classes->size() == static_cast<std::size_t>(classCount))
        return {};
    return failure(ErrorCode::BadData,
                   inConfig(source, "classes has " + std::to_string(classes->size()) +
                                        " names, expected options.num_classes, which is " +
                                        std::to_string(classCount) + "."));
}

GeneratorInfo describeGeneratorSource(const ModelSource& source) {
    ModelInfo common = describeSource(source);
    addOriginFacts(source, common);
    GeneratorInfo info;
    info.name = common.name;
    info.path = common.path;
    info.family = common.family;
    info.facts = common.facts;
    if (source.config.contains("classes"))
        info.classes = source.config["classes"].get<std::vector<std::string>>();
    if (source.config.contains("tokenizer")) {
        const std::filesystem::path named = source.config["tokenizer"].get<std::string>();
        info.tokenizer = (source.configFile.parent_path() / named).lexically_normal();
    }
    return info;
}

} // namespace hierascope::runtime
