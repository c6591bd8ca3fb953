// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace hierascope {

int exitCode(ErrorCode code) {
    switch (code) {
    case ErrorCode::Failed:
        return 1;
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::BadData:
        return 65;
    case ErrorCode::NoInput:
        return 66;
    case ErrorCode::NoDevice:
        return 69;
    case ErrorCode::CannotCreate:
        return 73;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 1;
}

} // namespace hierascope
