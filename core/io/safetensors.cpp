// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/io/strict_json.h"

namespace hierascope::io {

namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "tensor files are little-endian");

constexpr std::uint64_t kLengthBytes = 8;
constexpr const char* kMetadataKey = "__metadata__";

struct DTypeRow {
    DType dtype;
    std::string_view name;
    std::uint64_t bytes;
};

constexpr std::array<DTypeRow, 13> kDTypes = {{
    {DType::F64, "F64", 8},
    {DType::F32, "F32", 4},
    {DType::F16, "F16", 2},
    {DType::BF16, "BF16", 2},
    {DType::I64, "I64", 8},
    {DType::I32, "I32", 4},
    {DType::I16, "I16", 2},
    {DType::I8, "I8", 1},
    {DType::U8, "U8", 1},
    {DType::U16, "U16", 2},
    {DType::U32, "U32", 4},
    {DType::U64, "U64", 8},
    {DType::Bool, "BOOL", 1},
}};

const DTypeRow& rowOf(DType dtype) {
    return *std::find_if(kDTypes.begin(), kDTypes.end(),
                         [dtype](const DTypeRow& row) { return row.dtype == dtype; });
}

std::optional<std::uint64_t> checkedProduct(std::uint64_t a, std::uint64_t b) {
    std::uint64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return std::nullopt;
    return product;
}

/// Elements times item size, or nothing where that does not fit 64 bits.
std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t>& shape, DType dtype) {
    std::optional<std::uint64_t> bytes = 1;
    for (const std::int64_t side : shape) {
        bytes = checkedProduct(*bytes, static_cast<std::uint64_t>(side));
        if (!bytes)
            return bytes;
    }
    return checkedProduct(*bytes, itemSize(dtype));
}

/// Turns the header into entries; every message names file, tensor, field and value.
class HeaderReader {
public:
    HeaderReader(const std::filesystem::path& path, std::uint64_t dataBytes,
                 const SafetensorsLimits& limits)
        : m_path(path), m_dataBytes(dataBytes), m_limits(limits) {}

    Result<Metadata> metadata(const json& value) const {
        if (!value.is_object())
            return badFile(m_path, "__metadata__ is " + shown(value) + ", expected an object");
        Metadata result;
        for (const auto& [key, text] : value.items()) {
            if (!text.is_string())
                return badFile(m_path, "__metadata__ " + inQuotes(key) + " is " + shown(text) +
                                           ", expected a string");
            result.emplace(key, text.get<std::string>());
        }
        return result;
    }

    Result<TensorEntry> entry(const std::string& name, const json& value) const {
        const std::string tensor = "tensor " + inQuotes(name) + ": ";
        if (!value.is_object())
            return badFile(m_path,
                           tensor + "its entry is " + shown(value) + ", expected an object");
        for (const char* field : {"dtype", "shape", "data_offsets"})
            if (!value.contains(field))
                return badFile(m_path, tensor + field + " is missing");
        for (const auto& [field, unused] : value.items())
            if (field != "dtype" && field != "shape" && field != "data_offsets")
                return badFile(m_path,
                               tensor + "unknown field " + inQuotes(field) + " = " + shown(unused));
        TensorEntry result;
        result.name = name;
        if (auto done = readDType(value["dtype"], tensor, result); !done)
            return failure(done);
        if (auto done = readShape(value["shape"], tensor, result); !done)
            return failure(done);
        if (auto done = readOffsets(value["data_offsets"], tensor, result); !done)
            return failure(done);
        return result;
    }

    /// Demands that the entries, sorted by offset, cover the data part exactly once.
    Result<void> checkTiling(const std::vector<TensorEntry>& entries) const {
        std::uint64_t covered = 0;
        for (const TensorEntry& entry : entries) {
            if (entry.begin != covered)
                return badFile(m_path, "tensor " + inQuotes(entry.name) +
                                           ": data_offsets begin at " +
                                           std::to_string(entry.begin) + ", which leaves " +
                                           (entry.begin > covered ? "a hole" : "an overlap") +
                                           "; expected " + std::to_string(covered));
            covered = entry.end;
        }
        if (covered != m_dataBytes)
            return badFile(m_path, "data_offsets end at " + std::to_string(covered) +
                                       ", but the file has " + std::to_string(m_dataBytes) +
                                       " bytes of data");
        return {};
    }

private:
    Result<void> readDType(const json& value, const std::string& tensor, TensorEntry& entry) const {
        const std::string name = value.is_string() ? value.get<std::string>() : std::string();
        for (const DTypeRow& row : kDTypes)
            if (row.name == name) {
                entry.dtype = row.dtype;
                return {};
            }
        const bool isNarrow = name.starts_with("F8_") || name.starts_with("F6_") || name == "F4";
        return badFile(m_path, tensor + "dtype is " + shown(value) +
                                   (isNarrow ? ", which is not supported (narrower than 16 bits)"
                                             : ", which is no known type"));
    }

    Result<void> readShape(const json& value, const std::string& tensor, TensorEntry& entry) const {
        if (!value.is_array())
            return badFile(m_path, tensor + "shape is " + shown(value) + ", expected a list");
        if (value.size() > m_limits.dimensions)
            return badFile(m_path, tensor + "shape has " + std::to_string(value.size()) +
                                       " dimensions; at most " +
                                       std::to_string(m_limits.dimensions) + " are supported");
        for (const json& side : value) {
            constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
            if (!side.is_number_unsigned() || side.get<std::uint64_t>() > kLargest)
                return badFile(m_path, tensor + "shape " + shown(value) + " holds " + shown(side) +
                                           ", expected non-negative 64-bit integers");
            entry.shape.push_back(side.get<std::int64_t>());
        }
        return {};
    }

    Result<void> readOffsets(const json& value, const std::string& tensor,
                             TensorEntry& entry) const {
        const std::string found = tensor + "data_offsets is " + shown(value);
        if (!value.is_array() || value.size() != 2 || !value[0].is_number_unsigned() ||
            !value[1].is_number_unsigned())
            return badFile(m_path, found + ", expected two non-negative integers");
        entry.begin = value[0].get<std::uint64_t>();
        entry.end = value[1].get<std::uint64_t>();
        if (entry.begin > entry.end)
            return badFile(m_path, found + ", which ends before it begins");
        if (entry.end > m_dataBytes)
            return badFile(m_path, found + ", but the file has only " +
                                       std::to_string(m_dataBytes) + " bytes of data");
        const auto bytes = bytesOf(entry.shape, entry.dtype);
        const std::string size =
            " for shape " + shown(json(entry.shape)) + " of " + std::string(dtypeName(entry.dtype));
        if (!bytes)
            return badFile(m_path, tensor + "the size" + size + " overflows 64 bits");
        if (*bytes != entry.byteSize())
            return badFile(m_path, found + ", " + std::to_string(entry.byteSize()) +
                                       " bytes, expected " + std::to_string(*bytes) + size);
        return {};
    }

    const std::filesystem::path& m_path;
    std::uint64_t m_dataBytes;
    const SafetensorsLimits& m_limits;
};

Result<std::uint64_t> headerLength(const InputFile& file, const SafetensorsLimits& limits) {
    if (file.size() < kLengthBytes)
        return badFile(file.path(), "the file has " + std::to_string(file.size()) +
                                        " bytes; the header length alone needs 8");
    std::uint64_t length = 0;
    if (auto done = file.read(0, std::as_writable_bytes(std::span(&length, 1))); !done)
        return failure(done);
    if (length > limits.headerBytes)
        return badFile(file.path(), "the header length is " + std::to_string(length) +
                                        ", more than the " + std::to_string(limits.headerBytes) +
                                        " bytes allowed");
    if (length > file.size() - kLengthBytes)
        return badFile(file.path(), "the header length is " + std::to_string(length) +
                                        ", but only " + std::to_string(file.size() - kLengthBytes) +
                                        " bytes follow");
    return length;
}

Result<json> readHeader(const InputFile& file, std::uint64_t length) {
    std::string text(static_cast<std::size_t>(length), '\0');
    if (auto done = file.read(kLengthBytes, std::as_writable_bytes(std::span(text))); !done)
        return failure(done);
    if (!text.starts_with('{'))
        return badFile(file.path(),
                       "the header starts with " + inQuotes(text.substr(0, 1)) + ", expected '{'");
    const auto last = text.find_last_not_of(' ');
    if (text[last] != '}')
        return badFile(file.path(), "the header ends with " + inQuotes(text.substr(last, 1)) +
                                        ", expected '}' and then spaces only");
    // File, tensor, list of its shape: nothing legal is nested deeper.
    constexpr std::size_t kDeepest = 3;
    return parseStrictJson(std::string_view(text).substr(0, last + 1), kDeepest,
                           "'" + file.path().string() + "': the header");
}

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, const std::string& why) {
    return failure(ErrorCode::Failed, "Cannot write '" + path.string() + "': " + why + ".");
}

Result<void> checkWritable(const std::filesystem::path& path, const TensorToWrite& tensor) {
    const std::string name = "tensor " + inQuotes(tensor.name);
    if (tensor.name == kMetadataKey || !isUtf8(tensor.name))
        return cannotWrite(path, name + " has a name that the format does not allow");
    const bool isNegative = std::any_of(tensor.shape.begin(), tensor.shape.end(),
                                        [](std::int64_t side) { return side < 0; });
    if (isNegative || bytesOf(tensor.shape, tensor.dtype) != tensor.bytes.size())
        return cannotWrite(path, name + " has " + std::to_string(tensor.bytes.size()) +
                                     " bytes, which do not fit shape " + shown(json(tensor.shape)) +
                                     " of " + std::string(dtypeName(tensor.dtype)));
    return {};
}

/// The length field and the header, padded with spaces so that the data start at a multiple of 8.
std::string headerBytes(const json& header) {
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    const auto length = static_cast<std::uint64_t>(text.size());
    std::string bytes(kLengthBytes, '\0');
    std::copy_n(reinterpret_cast<const char*>(&length), kLengthBytes, bytes.begin());
    return bytes + text;
}

} // namespace

std::string_view dtypeName(DType dtype) {
    return rowOf(dtype).name;
}

std::uint64_t itemSize(DType dtype) {
    return rowOf(dtype).bytes;
}

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path,
                                              const SafetensorsLimits& limits) {
    auto input = InputFile::open(path);
    if (!input)
        return failure(input);
    const auto length = headerLength(*input, limits);
    if (!length)
        return failure(length);
    const auto header = readHeader(*input, *length);
    if (!header)
        return failure(header);

    SafetensorsFile file(std::move(*input));
    file.m_dataStart = kLengthBytes + *length;
    const HeaderReader reader(file.path(), file.m_file.size() - file.m_dataStart, limits);
    for (const auto& [name, value] : header->items()) {
        if (name == kMetadataKey) {
            auto metadata = reader.metadata(value);
            if (!metadata)
                return failure(metadata);
            file.m_metadata = std::move(*metadata);
            continue;
        }
        auto entry = reader.entry(name, value);
        if (!entry)
            return failure(entry);
        file.m_entries.push_back(std::move(*entry));
    }
    std::stable_sort(file.m_entries.begin(), file.m_entries.end(),
                     [](const TensorEntry& a, const TensorEntry& b) {
                         return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
                     });
    if (auto done = reader.checkTiling(file.m_entries); !done)
        return failure(done);
    return file;
}

const TensorEntry* SafetensorsFile::find(std::string_view name) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [name](const TensorEntry& e) { return e.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

Result<std::vector<std::byte>> SafetensorsFile::read(const TensorEntry& entry) const {
    std::vector<std::byte> bytes(static_cast<std::size_t>(entry.byteSize()));
    if (auto done = read(entry, bytes); !done)
        return failure(done);
    return bytes;
}

Result<void> SafetensorsFile::read(const TensorEntry& entry, std::span<std::byte> target) const {
    return m_file.read(fileOffset(entry), target);
}

Result<void> writeSafetensors(const std::filesystem::path& path,
                              std::span<const TensorToWrite> tensors, const Metadata& metadata) {
    std::vector<const TensorToWrite*> order;
    for (const TensorToWrite& tensor : tensors) {
        if (auto done = checkWritable(path, tensor); !done)
            return done;
        order.push_back(&tensor);
    }
    std::sort(order.begin(), order.end(), [](const TensorToWrite* a, const TensorToWrite* b) {
        return std::pair(itemSize(b->dtype), std::string_view(a->name)) <
               std::pair(itemSize(a->dtype), std::string_view(b->name));
    });

    json header = json::object();
    for (const auto& [key, text] : metadata) {
        if (!isUtf8(key) || !isUtf8(text))
            return cannotWrite(path, "its metadata " + inQuotes(key) + " is not UTF-8");
        header[kMetadataKey][key] = text;
    }
    std::uint64_t offset = 0;
    for (const TensorToWrite* tensor : order) {
        if (header.contains(tensor->name))
            return cannotWrite(path, "tensor " + inQuotes(tensor->name) + " is given twice");
        const std::uint64_t end = offset + tensor->bytes.size();
        header[tensor->name] = {{"dtype", dtypeName(tensor->dtype)},
                                {"shape", tensor->shape},
                                {"data_offsets", {offset, end}}};
        offset = end;
    }

    auto file = AtomicFile::create(path);
    if (!file)
        return failure(file);
    if (auto done = file->write(headerBytes(header)); !done)
        return done;
    for (const TensorToWrite* tensor : order)
        if (auto done = file->write(tensor->bytes); !done)
            return done;
    return file->commit();
}

} // namespace hierascope::io
