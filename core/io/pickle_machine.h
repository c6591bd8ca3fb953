// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/pickle_builder.h"
#include "core/io/pickle_reader.h"

namespace hierascope::io {

/// The stack machine behind readPickle: each opcode is one small act on stack, memo and builder.
class PickleMachine {
public:
    PickleMachine(std::string_view bytes, std::size_t begin, const PickleLimits& limits);

    /// Runs to STOP; false when the structure is broken, and reason() says how.
    bool run();

    const std::string& reason() const { return m_reason; }
    PickleBuilder& builder() { return m_builder; }

private:
    // Each takes the opcodes of its family and says whether `code` is one of them.
    bool runNumber(std::uint8_t code);
    bool runText(std::uint8_t code);
    bool runContainer(std::uint8_t code);
    bool runFilling(std::uint8_t code);
    bool runMemo(std::uint8_t code);
    bool runObject(std::uint8_t code);
    bool runStack(std::uint8_t code);

    bool fail(const std::string& reason);
    bool take(std::uint64_t size, std::string_view& bytes);
    bool takeLine(std::string_view& line);
    template <typename T>
    T takeNumber() {
        std::string_view bytes;
        T value = {};
        if (take(sizeof value, bytes))
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    void push(PickleId id);
    PickleId pop();
    PickleId top();
    std::vector<PickleId> popToMark();

    void pushWholeNumber(std::string_view digits);
    void pushLong(std::string_view bytes);
    void pushText(PickleKind kind, std::uint64_t size);
    void pushQuoted();
    void pushEscaped();
    void pushGlobal(std::string_view module, std::string_view name);
    void pushExtension(std::uint32_t code);
    void appendTo(PickleId target, const PickleId* items, std::size_t count, bool arePairs);
    void remember(std::uint64_t index);
    void recall(std::uint64_t index);
    std::uint64_t takeIndexLine();

    std::string_view m_bytes;
    std::size_t m_position;
    PickleLimits m_limits;
    PickleBuilder m_builder;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks;
    std::vector<PickleId> m_memo;
    std::size_t m_memoCount = 0;
    std::string m_reason;
    bool m_isDone = false;
};

} // namespace hierascope::io
