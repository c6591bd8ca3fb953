// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <charconv>
#include <cstring>

#include "core/io/pickle_calls.h"
#include "core/io/pickle_machine.h"
#include "core/io/pickle_opcodes.h"

/// The opcodes of PickleMachine that bring in single values and objects.
namespace hierascope::io {

namespace {

using Kind = PickleKind;

template <typename T>
bool parses(std::string_view text, T& value) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

void appendUtf8(std::string& text, std::uint32_t letter) {
    const auto put = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0 | (letter >> 6));
        put(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        put(0xE0 | (letter >> 12));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    } else {
        put(0xF0 | (letter >> 18));
        put(0x80 | ((letter >> 12) & 0x3F));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    }
}

/// Reads `digits` hexadecimal digits behind an escape; false where they are none.
bool hexAt(std::string_view text, std::size_t begin, std::size_t digits, std::uint32_t& value) {
    if (begin > text.size() || text.size() - begin < digits)
        return false;
    const char* first = text.data() + begin;
    const auto [end, error] = std::from_chars(first, first + digits, value, 16);
    return error == std::errc() && end == first + digits && value <= 0x10FFFF;
}

/// The repr of a byte string without its quotes: \n, \x41, \\ and the like.
std::string unescapedBytes(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            bytes.push_back(text[i]);
            continue;
        }
        const char letter = text[++i];
        std::uint32_t value = 0;
        if (letter == 'x' && hexAt(text, i + 1, 2, value)) {
            bytes.push_back(static_cast<char>(value));
            i += 2;
        } else {
            constexpr std::string_view kLetters = "ntrabfv0";
            constexpr std::string_view kMeanings("\n\t\r\a\b\f\v\0", 8);
            const auto which = kLetters.find(letter);
            bytes.push_back(which == std::string_view::npos ? letter : kMeanings[which]);
        }
    }
    return bytes;
}

} // namespace

bool PickleMachine::runNumber(std::uint8_t code) {
    switch (code) {
    case opcode::None:
        push(PickleBuilder::kNone);
        return true;
    case opcode::NewTrue:
        push(PickleBuilder::kTrue);
        return true;
    case opcode::NewFalse:
        push(PickleBuilder::kFalse);
        return true;
    case opcode::BinInt:
        push(m_builder.addInt(takeNumber<std::int32_t>()));
        return true;
    case opcode::BinInt1:
        push(m_builder.addInt(takeNumber<std::uint8_t>()));
        return true;
    case opcode::BinInt2:
        push(m_builder.addInt(takeNumber<std::uint16_t>()));
        return true;
    case opcode::Long1:
    case opcode::Long4: {
        const std::uint64_t size =
            code == opcode::Long1 ? takeNumber<std::uint8_t>() : takeNumber<std::uint32_t>();
        std::string_view bytes;
        if (size > m_limits.textBytes)
            fail("an integer of " + std::to_string(size) + " bytes is not read");
        else if (m_reason.empty() && take(size, bytes))
            pushLong(bytes);
        return true;
    }
    case opcode::BinFloat:
        // The only big-endian number of the format.
        push(m_builder.addFloat(
            std::bit_cast<double>(__builtin_bswap64(takeNumber<std::uint64_t>()))));
        return true;
    case opcode::Int:
    case opcode::Long:
    case opcode::Float: {
        std::string_view line;
        double number = 0;
        if (!takeLine(line))
            return true;
        if (code == opcode::Int && (line == "00" || line == "01"))
            push(line == "01" ? PickleBuilder::kTrue : PickleBuilder::kFalse);
        else if (code != opcode::Float)
            pushWholeNumber(line.ends_with('L') ? line.substr(0, line.size() - 1) : line);
        else if (parses(line, number))
            push(m_builder.addFloat(number));
        else
            fail(inQuotes(line) + " is no number");
        return true;
    }
    default:
        return false;
    }
}

void PickleMachine::pushWholeNumber(std::string_view digits) {
    std::int64_t value = 0;
    if (parses(digits, value))
        push(m_builder.addInt(value));
    else if (!digits.empty() && digits.find_first_not_of("+-0123456789") == std::string_view::npos)
        push(m_builder.addOpaque("a large integer"));
    else
        fail(inQuotes(digits) + " is no integer");
}

void PickleMachine::pushLong(std::string_view bytes) {
    if (bytes.size() > sizeof(std::int64_t)) {
        push(m_builder.addText(Kind::BigInt, bytes));
        return;
    }
    // Two's complement: the missing high bytes repeat the sign.
    const bool isNegative = !bytes.empty() && (bytes.back() & 0x80) != 0;
    std::int64_t value = isNegative ? -1 : 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    push(m_builder.addInt(value));
}

bool PickleMachine::runText(std::uint8_t code) {
    switch (code) {
    case opcode::ShortBinUnicode:
        pushText(Kind::String, takeNumber<std::uint8_t>());
        return true;
    case opcode::BinUnicode:
        pushText(Kind::String, takeNumber<std::uint32_t>());
        return true;
    case opcode::BinUnicode8:
        pushText(Kind::String, takeNumber<std::uint64_t>());
        return true;
    // Python 2 wrote its texts so.
    case opcode::ShortBinString:
        pushText(Kind::String, takeNumber<std::uint8_t>());
        return true;
    case opcode::BinString:
        pushText(Kind::String, takeNumber<std::uint32_t>());
        return true;
    case opcode::ShortBinBytes:
        pushText(Kind::Bytes, takeNumber<std::uint8_t>());
        return true;
    case opcode::BinBytes:
        pushText(Kind::Bytes, takeNumber<std::uint32_t>());
        return true;
    case opcode::BinBytes8:
    case opcode::ByteArray8:
        pushText(Kind::Bytes, takeNumber<std::uint64_t>());
        return true;
    case opcode::String:
        pushQuoted();
        return true;
    case opcode::Unicode:
        pushEscaped();
        return true;
    default:
        return false;
    }
}

void PickleMachine::pushText(PickleKind kind, std::uint64_t size) {
    std::string_view text;
    if (!m_reason.empty() || !take(size, text))
        return;
    if (kind == Kind::String && size > m_limits.textBytes)
        fail("a text has " + std::to_string(size) + " bytes; at most " +
             std::to_string(m_limits.textBytes) + " are read");
    else
        push(m_builder.addText(kind, text));
}

void PickleMachine::pushQuoted() {
    std::string_view line;
    if (!takeLine(line))
        return;
    const bool isQuoted = line.size() >= 2 && line.front() == line.back() &&
                          (line.front() == '\'' || line.front() == '"');
    if (!isQuoted)
        fail("a text stands without quotes");
    else
        push(m_builder.addText(Kind::String,
                               m_builder.keep(unescapedBytes(line.substr(1, line.size() - 2)))));
}

void PickleMachine::pushEscaped() {
    std::string_view line;
    if (!takeLine(line))
        return;
    // Raw unicode escapes: every byte is a letter of latin1, or \uXXXX, or \UXXXXXXXX.
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::uint32_t letter = static_cast<unsigned char>(line[i]);
        if (letter == '\\' && i + 1 < line.size() && (line[i + 1] == 'u' || line[i + 1] == 'U')) {
            const std::size_t digits = line[i + 1] == 'u' ? 4 : 8;
            if (!hexAt(line, i + 2, digits, letter)) {
                fail("an escape of a text is no letter");
                return;
            }
            i += 1 + digits;
        }
        appendUtf8(text, letter);
    }
    push(m_builder.addText(Kind::String, m_builder.keep(std::move(text))));
}

std::uint64_t PickleMachine::takeIndexLine() {
    std::string_view line;
    std::uint64_t index = 0;
    if (takeLine(line) && !parses(line, index))
        fail(inQuotes(line) + " is no memo index");
    return index;
}

void PickleMachine::pushGlobal(std::string_view module, std::string_view name) {
    if (m_reason.empty())
        push(m_builder.addGlobal(module, name));
}

void PickleMachine::pushExtension(std::uint32_t code) {
    pushGlobal("copyreg", "extension " + std::to_string(code));
}

bool PickleMachine::runObject(std::uint8_t code) {
    switch (code) {
    case opcode::Global: {
        std::string_view module;
        std::string_view name;
        if (takeLine(module) && takeLine(name))
            pushGlobal(module, name);
        return true;
    }
    case opcode::StackGlobal: {
        const PickleId name = pop();
        const PickleId module = pop();
        const bool areTexts =
            m_builder.at(name).kind == Kind::String && m_builder.at(module).kind == Kind::String;
        if (areTexts)
            pushGlobal(m_builder.at(module).text, m_builder.at(name).text);
        else
            pushGlobal("a name", "that is no text");
        return true;
    }
    case opcode::Ext1:
        pushExtension(takeNumber<std::uint8_t>());
        return true;
    case opcode::Ext2:
        pushExtension(takeNumber<std::uint16_t>());
        return true;
    case opcode::Ext4:
        pushExtension(takeNumber<std::uint32_t>());
        return true;
    case opcode::Reduce:
    case opcode::NewObj: {
        const PickleId args = pop();
        const PickleId callable = pop();
        push(callGlobal(m_builder, callable, args));
        return true;
    }
    case opcode::NewObjEx: {
        const PickleId keywords = pop();
        const PickleId args = pop();
        const PickleId callable = pop();
        const bool isPlain = m_builder.at(keywords).items.empty();
        push(isPlain ? callGlobal(m_builder, callable, args)
                     : m_builder.addOpaque(m_builder.at(callable).text, {args, keywords}));
        return true;
    }
    case opcode::Inst: {
        std::string_view module;
        std::string_view name;
        if (!takeLine(module) || !takeLine(name))
            return true;
        const auto items = popToMark();
        const PickleId args = m_builder.addItems(Kind::Tuple, items.data(), items.size());
        push(callGlobal(m_builder, m_builder.addGlobal(module, name), args));
        return true;
    }
    case opcode::Obj: {
        const auto items = popToMark();
        if (items.empty()) {
            fail("an object has no class");
            return true;
        }
        const PickleId args = m_builder.addItems(Kind::Tuple, items.data() + 1, items.size() - 1);
        push(callGlobal(m_builder, items[0], args));
        return true;
    }
    case opcode::Build: {
        const PickleId state = pop();
        giveState(m_builder, top(), state);
        return true;
    }
    case opcode::BinPersId:
        push(loadPersistent(m_builder, pop()));
        return true;
    case opcode::PersId: {
        std::string_view line;
        if (takeLine(line)) {
            m_builder.complain("a storage is left out: its persistent id is the text " +
                               inQuotes(line));
            push(m_builder.addOpaque("storage"));
        }
        return true;
    }
    case opcode::NextBuffer:
        m_builder.complain("a buffer is left out: it stands outside of the pickle");
        push(m_builder.addOpaque("buffer"));
        return true;
    case opcode::ReadOnlyBuffer:
        top();
        return true;
    default:
        return false;
    }
}

} // namespace hierascope::io
