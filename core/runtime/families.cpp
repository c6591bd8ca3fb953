// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/families.h"

#include <array>

#include "core/runtime/dit_loader.h"
#include "core/runtime/dit_source.h"
#include "core/runtime/gpt_loader.h"
#include "core/runtime/gpt_source.h"
#include "core/runtime/hieratok_family.h"
#include "core/runtime/restok_family.h"
#include "core/runtime/restok_source.h"

namespace hierascope::runtime {

namespace {

const std::array kFamilies{
    Family{"hieratok", completeHieraTokOptions, openHieraTok, nullptr, nullptr, inspectHieraTok},
    Family{"restok", completeResTokOptions, openResTok, isOfficialResTok, sourceFromOfficialResTok,
           inspectResTok},
    Family{"gpt", completeGptOptions, refuseAsTokenizer, isOfficialGpt, sourceFromOfficialGpt,
           inspectGpt},
    Family{"dit", completeDitOptions, refuseAsTokenizer, isOfficialDit, sourceFromOfficialDit,
           inspectDit},
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

const Family* findOfficialFamily(const OfficialCheckpoint& checkpoint) {
    for (const Family& family : kFamilies) {
        if (family.isOfficial != nullptr && family.isOfficial(checkpoint))
            return &family;
    }
    return nullptr;
}

} // namespace hierascope::runtime
