// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include <utility>

#include "core/io/pickle_machine.h"

namespace hierascope::io {

Result<PickleDocument> readPickle(std::shared_ptr<const std::string> bytes, std::size_t begin,
                                  const std::string& where, const PickleLimits& limits) {
    const std::string_view all = *bytes;
    PickleMachine machine(all, std::min(begin, all.size()), limits);
    if (!machine.run())
        return failure(ErrorCode::BadData, where + ": " + machine.reason() + ".");
    PickleDocument document = std::move(machine.builder().document());
    document.bytes = std::move(bytes);
    return document;
}

} // namespace hierascope::io
