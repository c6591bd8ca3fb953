// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_machine.h"

#include <array>
#include <limits>

#include "core/io/pickle_calls.h"
#include "core/io/pickle_opcodes.h"

namespace hierascope::io {

namespace {

using Kind = PickleKind;

constexpr PickleId kForgotten = std::numeric_limits<PickleId>::max();

bool isFilled(Kind kind) {
    return kind == Kind::List || kind == Kind::Set || kind == Kind::Dict || kind == Kind::Opaque ||
           kind == Kind::Object;
}

} // namespace

PickleMachine::PickleMachine(std::string_view bytes, std::size_t begin, const PickleLimits& limits)
    : m_bytes(bytes), m_position(begin), m_limits(limits), m_builder(limits.memoryBytes) {}

bool PickleMachine::run() {
    while (!m_isDone && m_reason.empty()) {
        const std::size_t start = m_position;
        const auto code = takeNumber<std::uint8_t>();
        const bool isKnown = !m_reason.empty() || runNumber(code) || runText(code) ||
                             runContainer(code) || runFilling(code) || runMemo(code) ||
                             runObject(code) || runStack(code);
        if (!isKnown)
            fail("opcode " + std::to_string(code) + " is unknown");
        if (m_builder.isFull())
            fail("its values take more than " + std::to_string(m_limits.memoryBytes) + " bytes");
        if (!m_reason.empty())
            m_reason = "byte " + std::to_string(start) + ": " + m_reason;
    }
    return m_reason.empty();
}

bool PickleMachine::fail(const std::string& reason) {
    if (m_reason.empty())
        m_reason = reason;
    return false;
}

bool PickleMachine::take(std::uint64_t size, std::string_view& bytes) {
    if (size > m_bytes.size() - m_position)
        return fail("it ends where " + std::to_string(size) + " more bytes are needed");
    bytes = m_bytes.substr(m_position, static_cast<std::size_t>(size));
    m_position += static_cast<std::size_t>(size);
    return true;
}

bool PickleMachine::takeLine(std::string_view& line) {
    const std::size_t end = m_bytes.find('\n', m_position);
    if (end == std::string_view::npos)
        return fail("it ends inside of a line");
    line = m_bytes.substr(m_position, end - m_position);
    if (line.size() > m_limits.textBytes)
        return fail("a text has " + std::to_string(line.size()) + " bytes; at most " +
                    std::to_string(m_limits.textBytes) + " are read");
    m_position = end + 1;
    return true;
}

void PickleMachine::push(PickleId id) {
    if (m_stack.size() >= m_limits.stack)
        fail("more than " + std::to_string(m_limits.stack) + " values wait on the stack");
    else
        m_stack.push_back(id);
}

PickleId PickleMachine::pop() {
    const PickleId id = top();
    if (m_reason.empty())
        m_stack.pop_back();
    return id;
}

PickleId PickleMachine::top() {
    if (m_stack.size() > (m_marks.empty() ? 0 : m_marks.back()))
        return m_stack.back();
    fail("the stack holds no value for this opcode");
    return PickleBuilder::kNone;
}

std::vector<PickleId> PickleMachine::popToMark() {
    if (m_marks.empty()) {
        fail("there is no mark on the stack");
        return {};
    }
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleId> items(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    return items;
}

bool PickleMachine::runContainer(std::uint8_t code) {
    switch (code) {
    case opcode::EmptyList:
        push(m_builder.add(Kind::List));
        return true;
    case opcode::EmptyDict:
        push(m_builder.add(Kind::Dict));
        return true;
    case opcode::EmptySet:
        push(m_builder.add(Kind::Set));
        return true;
    case opcode::EmptyTuple:
        push(PickleBuilder::kEmptyTuple);
        return true;
    case opcode::Tuple1:
    case opcode::Tuple2:
    case opcode::Tuple3: {
        const std::size_t count = code - opcode::Tuple1 + 1U;
        std::array<PickleId, 3> items = {};
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        push(m_builder.addItems(Kind::Tuple, items.data(), count));
        return true;
    }
    case opcode::Tuple:
    case opcode::List:
    case opcode::FrozenSet: {
        const auto items = popToMark();
        const Kind kind = code == opcode::Tuple  ? Kind::Tuple
                          : code == opcode::List ? Kind::List
                                                 : Kind::Set;
        push(m_builder.addItems(kind, items.data(), items.size()));
        return true;
    }
    case opcode::Dict: {
        const auto items = popToMark();
        const PickleId made = m_builder.add(Kind::Dict);
        appendTo(made, items.data(), items.size(), true);
        push(made);
        return true;
    }
    default:
        return false;
    }
}

void PickleMachine::appendTo(PickleId target, const PickleId* items, std::size_t count,
                             bool arePairs) {
    if (!m_reason.empty() || m_builder.isFull())
        return;
    if (arePairs && count % 2 != 0) {
        fail("a key has no value");
        return;
    }
    const Kind kind = m_builder.at(target).kind;
    const bool takesPairs = kind == Kind::Dict || kind == Kind::Object || kind == Kind::Opaque;
    const bool takesItems = kind == Kind::List || kind == Kind::Set || kind == Kind::Opaque;
    if (!isFilled(kind) || !(arePairs ? takesPairs : takesItems)) {
        m_builder.complain(std::to_string(count) +
                           " values are left out: they were put into something that holds none");
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        m_builder.append(target, items[i]);
}

bool PickleMachine::runFilling(std::uint8_t code) {
    switch (code) {
    case opcode::Append:
    case opcode::SetItem: {
        const std::size_t count = code == opcode::Append ? 1 : 2;
        std::array<PickleId, 2> items = {};
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        appendTo(top(), items.data(), count, code == opcode::SetItem);
        return true;
    }
    case opcode::Appends:
    case opcode::AddItems:
    case opcode::SetItems: {
        const auto items = popToMark();
        appendTo(top(), items.data(), items.size(), code == opcode::SetItems);
        return true;
    }
    default:
        return false;
    }
}

void PickleMachine::remember(std::uint64_t index) {
    const PickleId id = top();
    if (index >= m_limits.memo) {
        fail("memo index " + std::to_string(index) + " is beyond " + std::to_string(m_limits.memo));
        return;
    }
    if (index >= m_memo.size())
        m_memo.resize(static_cast<std::size_t>(index) + 1, kForgotten);
    m_memoCount += m_memo[index] == kForgotten ? 1 : 0;
    m_memo[index] = id;
}

void PickleMachine::recall(std::uint64_t index) {
    if (!m_reason.empty())
        return;
    if (index >= m_memo.size() || m_memo[index] == kForgotten)
        fail("memo index " + std::to_string(index) + " was never written");
    else
        push(m_memo[index]);
}

bool PickleMachine::runMemo(std::uint8_t code) {
    switch (code) {
    case opcode::Put:
        remember(takeIndexLine());
        return true;
    case opcode::BinPut:
        remember(takeNumber<std::uint8_t>());
        return true;
    case opcode::LongBinPut:
        remember(takeNumber<std::uint32_t>());
        return true;
    case opcode::Memoize:
        remember(m_memoCount);
        return true;
    case opcode::Get:
        recall(takeIndexLine());
        return true;
    case opcode::BinGet:
        recall(takeNumber<std::uint8_t>());
        return true;
    case opcode::LongBinGet:
        recall(takeNumber<std::uint32_t>());
        return true;
    default:
        return false;
    }
}

bool PickleMachine::runStack(std::uint8_t code) {
    switch (code) {
    case opcode::Mark:
        if (m_marks.size() >= m_limits.marks)
            fail("it is nested deeper than " + std::to_string(m_limits.marks) + " marks");
        else
            m_marks.push_back(m_stack.size());
        return true;
    case opcode::Pop:
        if (!m_marks.empty() && m_marks.back() == m_stack.size())
            m_marks.pop_back();
        else
            pop();
        return true;
    case opcode::PopMark:
        popToMark();
        return true;
    case opcode::Dup:
        push(top());
        return true;
    case opcode::Proto:
        if (const auto protocol = takeNumber<std::uint8_t>(); protocol > 5)
            fail("protocol " + std::to_string(protocol) + " is unknown; 0 to 5 are read");
        return true;
    case opcode::Frame:
        // A frame only helps readers that buffer; its length says nothing that is needed here.
        takeNumber<std::uint64_t>();
        return true;
    case opcode::Stop:
        m_builder.document().root = pop();
        if (!m_stack.empty())
            m_builder.complain(std::to_string(m_stack.size()) +
                               " values are left over at the end and not listed");
        m_builder.document().end = m_position;
        m_isDone = true;
        return true;
    default:
        return false;
    }
}

} // namespace hierascope::io
