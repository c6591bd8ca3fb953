// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/tokenizer.h"
#include "widgets/state/services.h"

namespace hierascope::widgets {

/// The real engine, without trainings and without a desktop.
///
/// @param options how models are opened: device, threads
Services engineServices(const runtime::OpenOptions& options = {});

} // namespace hierascope::widgets
