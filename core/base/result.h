// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace hierascope {

/// Says what kind of thing went wrong; the command line turns it into its exit code.
enum class ErrorCode {
    Failed,       ///< anything else (exit code 1)
    Usage,        ///< the caller asked for something that makes no sense (2)
    BadData,      ///< a file was read and is wrong (65)
    NoInput,      ///< a file is missing or cannot be read (66)
    NoDevice,     ///< the asked-for device is not there (69)
    CannotCreate, ///< an output file or folder cannot be written (73)
    Cancelled,    ///< somebody asked to stop (130); never shown as an error box
};

/// One clear sentence about what went wrong: what was wanted, what was found, and its name.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    std::string message;
};

/// A value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// Makes the error side of any Result: `return failure(ErrorCode::BadData, "...")`.
inline tl::unexpected<Error> failure(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

/// Passes the error of one Result on as the error of another.
template <typename T>
tl::unexpected<Error> failure(const Result<T>& other) {
    return tl::unexpected<Error>(other.error());
}

/// The error that every cancelled piece of work returns.
inline tl::unexpected<Error> cancelled() {
    return failure(ErrorCode::Cancelled, "Cancelled.");
}

/// Returns the process exit code that DESIGN's command line promises for `code`.
int exitCode(ErrorCode code);

} // namespace hierascope
