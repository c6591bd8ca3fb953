// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/families.h"

#include <array>

#include "core/runtime/hieratok_tokenizer.h"

namespace hierascope::runtime {

namespace {

const std::array kFamilies{
    Family{"hieratok", completeHieraTokOptions, openHieraTok, inspectHieraTok},
};

} // namespace

Result<const Family*> findFamily(const ModelSource& source) {
    std::string known;
    for (const Family& family : kFamilies) {
        if (family.name == source.family())
            return &family;
        known += (known.empty() ? "" : ", ") + family.name;
    }
    return failure(ErrorCode::BadData, "'" + source.configFile.string() + "': family is '" +
                                           source.family() + "', expected one of " + known + ".");
}

} // namespace hierascope::runtime
