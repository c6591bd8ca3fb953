// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/atomic_file.h"

namespace hierascope::io {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::uint64_t kLongestHeader = 1 << 20;
constexpr std::size_t kMostDimensions = 64;

constexpr std::array<std::pair<std::string_view, DType>, 12> kTypes = {{
    {"f8", DType::F64},
    {"f4", DType::F32},
    {"f2", DType::F16},
    {"i8", DType::I64},
    {"i4", DType::I32},
    {"i2", DType::I16},
    {"i1", DType::I8},
    {"u1", DType::U8},
    {"u2", DType::U16},
    {"u4", DType::U32},
    {"u8", DType::U64},
    {"b1", DType::Bool},
}};

/// Reads the Python literal of a header: {'descr': '<f4', 'fortran_order': False, 'shape': (2,)}.
class HeaderParser {
public:
    HeaderParser(const InputFile& file, std::string_view text) : m_file(file), m_text(text) {}

    Result<NpyHeader> parse() {
        if (!take('{'))
            return unexpected("'{'");
        while (!take('}')) {
            const auto key = quotedText();
            if (!key || !take(':'))
                return unexpected("a quoted key and ':'");
            if (auto done = value(*key); !done)
                return failure(done);
            if (!take(',') && peek() != '}')
                return unexpected("',' or '}'");
        }
        skipSpaces();
        if (m_position != m_text.size())
            return unexpected("the end of the header");
        for (const auto& [isSeen, key] :
             {std::pair(m_hasType, "descr"), std::pair(m_hasOrder, "fortran_order"),
              std::pair(m_hasShape, "shape")})
            if (!isSeen)
                return badFile(m_file.path(), std::string(key) + " is missing from the header");
        return m_header;
    }

private:
    tl::unexpected<Error> unexpected(const std::string& wanted) const {
        return badFile(m_file.path(), "the header has " +
                                          inQuotes(m_text.substr(m_position).substr(0, 20)) +
                                          " where " + wanted + " is expected");
    }

    Result<void> value(const std::string& key) {
        bool* isSeen = key == "descr"           ? &m_hasType
                       : key == "fortran_order" ? &m_hasOrder
                       : key == "shape"         ? &m_hasShape
                                                : nullptr;
        if (isSeen == nullptr)
            return badFile(m_file.path(), "unknown key " + inQuotes(key) + " in the header");
        if (std::exchange(*isSeen, true))
            return badFile(m_file.path(), "the key " + inQuotes(key) + " is given twice");
        if (key == "descr")
            return readType();
        return key == "shape" ? readShape() : readOrder();
    }

    Result<void> readType() {
        const auto descr = quotedText();
        if (!descr)
            return badFile(m_file.path(), "descr is " +
                                              inQuotes(m_text.substr(m_position).substr(0, 20)) +
                                              ", a structured type, expected one number type");
        if (descr->find('O') != std::string::npos)
            return badFile(m_file.path(), "descr is " + inQuotes(*descr) +
                                              ": object arrays are pickles and are never read");
        const char order = descr->empty() ? ' ' : descr->front();
        const std::string_view kind = std::string_view(*descr).substr(descr->empty() ? 0 : 1);
        const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                        [kind](const auto& type) { return type.first == kind; });
        const bool isSingleByte = known != kTypes.end() && itemSize(known->second) == 1;
        const bool hasOrder = order == '<' || order == '>' || order == '=';
        if (known == kTypes.end() || !(hasOrder || (order == '|' && isSingleByte)))
            return badFile(m_file.path(),
                           "descr is " + inQuotes(*descr) + ", which is no supported number type");
        m_header.dtype = known->second;
        m_header.isBigEndian = order == '>';
        return {};
    }

    Result<void> readOrder() {
        skipSpaces();
        for (const auto& [word, isFortran] : {std::pair("False", false), std::pair("True", true)})
            if (m_text.substr(m_position).starts_with(word)) {
                m_position += std::string_view(word).size();
                m_header.isFortranOrder = isFortran;
                return {};
            }
        return badFile(m_file.path(), "fortran_order is " +
                                          inQuotes(m_text.substr(m_position).substr(0, 20)) +
                                          ", expected True or False");
    }

    Result<void> readShape() {
        skipSpaces();
        const auto start = m_position;
        const auto bad = [&] {
            return badFile(m_file.path(),
                           "shape is " + inQuotes(m_text.substr(start).substr(0, 40)) +
                               ", expected a tuple of at most " + std::to_string(kMostDimensions) +
                               " non-negative 64-bit integers");
        };
        if (!take('('))
            return bad();
        while (!take(')')) {
            skipSpaces();
            std::int64_t side = 0;
            const char* first = m_text.data() + m_position;
            const auto [last, error] = std::from_chars(first, m_text.data() + m_text.size(), side);
            if (error != std::errc() || side < 0 || m_header.shape.size() == kMostDimensions)
                return bad();
            m_position += static_cast<std::size_t>(last - first);
            m_header.shape.push_back(side);
            if (!take(',') && peek() != ')')
                return bad();
        }
        return {};
    }

    std::optional<std::string> quotedText() {
        skipSpaces();
        const char quote = peek();
        if (quote != '\'' && quote != '"')
            return std::nullopt;
        const auto end = m_text.find(quote, m_position + 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto text = m_text.substr(m_position + 1, end - m_position - 1);
        m_position = end + 1;
        return std::string(text);
    }

    char peek() const { return m_position < m_text.size() ? m_text[m_position] : '\0'; }

    void skipSpaces() {
        while (peek() == ' ' || peek() == '\n')
            ++m_position;
    }

    bool take(char letter) {
        skipSpaces();
        if (peek() != letter)
            return false;
        ++m_position;
        return true;
    }

    const InputFile& m_file;
    std::string_view m_text;
    std::size_t m_position = 0;
    NpyHeader m_header;
    bool m_hasType = false;
    bool m_hasOrder = false;
    bool m_hasShape = false;
};

std::string shapeText(std::span<const std::int64_t> shape, DType dtype) {
    std::string sides;
    for (const std::int64_t side : shape)
        sides += (sides.empty() ? "" : ", ") + std::to_string(side);
    return "shape (" + sides + ") of " + std::string(dtypeName(dtype));
}

std::optional<std::uint64_t> bytesOf(std::span<const std::int64_t> shape, DType dtype) {
    std::uint64_t bytes = itemSize(dtype);
    for (const std::int64_t side : shape)
        if (side < 0 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(side), &bytes))
            return std::nullopt;
    return bytes;
}

/// @param present bytes behind the header
Result<void> checkSize(const InputFile& file, NpyHeader& header, std::uint64_t present) {
    const std::string shape = shapeText(header.shape, header.dtype);
    const auto bytes = bytesOf(header.shape, header.dtype);
    if (!bytes)
        return badFile(file.path(), shape + " overflows 64 bits");
    if (*bytes != present)
        return badFile(file.path(), shape + " needs " + std::to_string(*bytes) +
                                        " bytes of data, but the file has " +
                                        std::to_string(present));
    header.dataBytes = *bytes;
    return {};
}

void swapBytes(std::vector<std::byte>& bytes, std::size_t item) {
    for (std::size_t i = 0; i + item <= bytes.size(); i += item)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                     bytes.begin() + static_cast<std::ptrdiff_t>(i + item));
}

/// Copies column-major elements into row-major order.
std::vector<std::byte> rowMajor(const std::vector<std::byte>& bytes, const NpyHeader& header) {
    const auto item = static_cast<std::size_t>(itemSize(header.dtype));
    std::vector<std::byte> result(bytes.size());
    std::vector<std::int64_t> index(header.shape.size(), 0);
    for (std::size_t target = 0; target < bytes.size(); target += item) {
        std::size_t source = 0;
        for (std::size_t axis = index.size(); axis-- > 0;)
            source = source * static_cast<std::size_t>(header.shape[axis]) +
                     static_cast<std::size_t>(index[axis]);
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(source * item), item,
                    result.begin() + static_cast<std::ptrdiff_t>(target));
        for (std::size_t axis = index.size(); axis-- > 0;) {
            if (++index[axis] < header.shape[axis])
                break;
            index[axis] = 0;
        }
    }
    return result;
}

} // namespace

Result<NpyHeader> readNpyHeader(const InputFile& file) {
    return readNpyHeader(file, 0, file.size());
}

Result<NpyHeader> readNpyHeader(const InputFile& file, std::uint64_t begin, std::uint64_t size) {
    std::array<unsigned char, 12> start = {};
    const std::size_t known = std::min<std::uint64_t>(size, start.size());
    if (auto done = file.read(begin, std::as_writable_bytes(std::span(start).first(known))); !done)
        return failure(done);
    if (known < start.size() ||
        !std::equal(kMagic.begin(), kMagic.end(), start.begin(),
                    [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; }))
        return badFile(file.path(), "it does not start like a .npy file");
    const int version = start[6];
    if (version < 1 || version > 3 || start[7] != 0)
        return badFile(file.path(), "its version is " + std::to_string(version) + "." +
                                        std::to_string(start[7]) + ", expected 1.0, 2.0 or 3.0");
    const std::uint64_t headerStart = version == 1 ? 10 : 12;
    std::uint64_t length = start[8] | std::uint64_t{start[9]} << 8;
    if (version > 1)
        length |= std::uint64_t{start[10]} << 16 | std::uint64_t{start[11]} << 24;
    if (length > kLongestHeader || length > size - headerStart)
        return badFile(file.path(), "the header length is " + std::to_string(length) +
                                        ", but the file has " + std::to_string(size) + " bytes");
    std::string text(static_cast<std::size_t>(length), '\0');
    if (auto done = file.read(begin + headerStart, std::as_writable_bytes(std::span(text))); !done)
        return failure(done);
    auto header = HeaderParser(file, text).parse();
    if (!header)
        return header;
    header->dataStart = begin + headerStart + length;
    if (auto done = checkSize(file, *header, size - headerStart - length); !done)
        return failure(done);
    return header;
}

Result<NpyArray> readNpy(const std::filesystem::path& path) {
    const auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    const auto header = readNpyHeader(*file);
    if (!header)
        return failure(header);
    NpyArray array{header->dtype, header->shape, {}};
    array.bytes.resize(static_cast<std::size_t>(header->dataBytes));
    if (auto done = file->read(header->dataStart, array.bytes); !done)
        return failure(done);
    if (header->isBigEndian)
        swapBytes(array.bytes, static_cast<std::size_t>(itemSize(header->dtype)));
    if (header->isFortranOrder && header->shape.size() > 1)
        array.bytes = rowMajor(array.bytes, *header);
    return array;
}

Result<std::string> npyHeaderBytes(DType dtype, std::span<const std::int64_t> shape) {
    const auto type = std::find_if(kTypes.begin(), kTypes.end(),
                                   [dtype](const auto& pair) { return pair.second == dtype; });
    if (type == kTypes.end())
        return failure(ErrorCode::Failed, ".npy has no " + std::string(dtypeName(dtype)) + ".");
    std::string sides;
    for (const std::int64_t side : shape)
        sides += std::to_string(side) + (shape.size() == 1 ? "," : ", ");
    if (shape.size() > 1)
        sides.resize(sides.size() - 2);
    std::string header = "{'descr': '" + std::string(itemSize(dtype) == 1 ? "|" : "<") +
                         std::string(type->first) + "', 'fortran_order': False, 'shape': (" +
                         sides + "), }";
    constexpr std::size_t kBefore = 10;
    header.append(63 - (kBefore + header.size()) % 64, ' ');
    header += '\n';
    std::string start(kMagic);
    start += {'\x01', '\0', static_cast<char>(header.size() & 255),
              static_cast<char>(header.size() >> 8)};
    return start + header;
}

Result<void> writeNpy(const std::filesystem::path& path, DType dtype,
                      std::span<const std::int64_t> shape, std::span<const std::byte> bytes) {
    const auto header = npyHeaderBytes(dtype, shape);
    if (!header)
        return failure(header.error().code,
                       "Cannot write '" + path.string() + "': " + header.error().message);
    if (bytesOf(shape, dtype) != bytes.size())
        return failure(ErrorCode::Failed, "Cannot write '" + path.string() +
                                              "': " + std::to_string(bytes.size()) +
                                              " bytes do not fit " + shapeText(shape, dtype) + ".");
    auto file = AtomicFile::create(path);
    if (!file)
        return failure(file);
    if (auto done = file->write(*header); !done)
        return done;
    if (auto done = file->write(bytes); !done)
        return done;
    return file->commit();
}

} // namespace hierascope::io
