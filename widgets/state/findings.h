// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/listing.h"

#include <QString>

namespace hierascope::widgets {

/// What was found in a checkpoint that does not open: files, family, the first tensors.
QString findingsText(const runtime::CheckpointListing& listing);

} // namespace hierascope::widgets
