// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/hieratok_options.h"

namespace hierascope::models {

/// Floating-point operations of one image through encoder and decoder, all scales.
///
/// Counts two for each multiply-add of the linear layers, the attention products over the whole
/// sequence (the scale masks save some of them) and the downsampling convolutions.
/// @source HieraTok, arXiv:2509.23736, Table 7 counts alike; its multi-scale figure does not follow
///         from its own token count.
double forwardFlops(const HieraTokOptions& options);

} // namespace hierascope::models
