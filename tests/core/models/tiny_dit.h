// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/dit_options.h"

namespace hierascope::testing {

/// Two blocks of width 16 for a 4 x 4 map of 5 channels, three classes.
inline models::DitOptions tinyDit() {
    models::DitOptions options;
    options.inputSize = 4;
    options.patchSize = 2;
    options.inChannels = 5;
    options.hiddenSize = 16;
    options.depth = 2;
    options.heads = 2;
    options.classCount = 3;
    return options;
}

} // namespace hierascope::testing
