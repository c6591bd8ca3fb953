// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/metrics/generated_pictures.h"

namespace hierascope::testing {

/// [rows, columns] float64: scale r(k, stream) + offset.
inline at::Tensor generatedTable(std::int64_t rows, std::int64_t columns, std::uint32_t stream,
                                 double scale = 1.0, double offset = 0.0) {
    at::Tensor table = at::empty({rows, columns}, at::kDouble);
    for (std::int64_t k = 0; k < table.numel(); ++k)
        table.data_ptr<double>()[k] =
            scale * generated(static_cast<std::uint32_t>(k), stream) + offset;
    return table;
}

} // namespace hierascope::testing
