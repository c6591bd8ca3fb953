// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <csetjmp>
#include <cstdio>

namespace hierascope::io {

/// Lets C code leave a call by longjmp without skipping a destructor.
///
/// The body given to `run` may hold only trivially destructible variables and must not throw;
/// everything that owns memory lives in the caller, outside of the jump.
class JumpGuard {
public:
    /// Runs the body; false if `fail` was called inside it.
    template <typename Body>
    bool run(Body&& body) {
        if (setjmp(m_point) != 0)
            return false;
        body();
        return true;
    }

    /// Keeps the message and leaves the running body.
    [[noreturn]] void fail(const char* message) {
        std::snprintf(m_message.data(), m_message.size(), "%s", message);
        std::longjmp(m_point, 1);
    }

    const char* message() const { return m_message.data(); }

private:
    std::jmp_buf m_point;
    std::array<char, 256> m_message{};
};

} // namespace hierascope::io
