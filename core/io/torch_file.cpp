// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string_view>

#include <zlib.h>

#include "core/io/pickle_reader.h"
#include "core/io/torch_listing.h"
#include "core/io/zip_archive.h"

namespace hierascope::io {

namespace {

using namespace std::string_view_literals;

/// The number that every stream of PyTorch 0.1.10 to 1.5 begins with, as protocol 2 and later write
/// it, and as the protocols before do.
constexpr std::string_view kMagic = "\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19"sv;
constexpr std::string_view kOldMagic = "L119547037146038801333356L\n"sv;
constexpr std::string_view kZipStart = "PK\x03\x04"sv;
constexpr std::string_view kTarMark = "ustar"sv;
constexpr std::size_t kTarMarkAt = 257;
constexpr std::string_view kPointerStart = "version https://git-lfs"sv;
constexpr std::string_view kPickleName = "data.pkl";

enum class Container { Zip, Stream, Tar, Pointer, Unknown };

Result<Container> containerOf(const InputFile& file) {
    std::array<char, kTarMarkAt + kTarMark.size()> bytes = {};
    const std::size_t size = std::min<std::uint64_t>(bytes.size(), file.size());
    if (auto done = file.read(0, std::as_writable_bytes(std::span(bytes.data(), size))); !done)
        return failure(done);
    const std::string_view start(bytes.data(), size);
    // Eight bytes of length and a brace begin a safetensors file, whatever the length looks like.
    if (start.starts_with(kZipStart) && (start.size() < 9 || start[8] != '{'))
        return Container::Zip;
    // In front of the number stand a PROTO and, in protocol 4, a FRAME.
    constexpr std::size_t kMostInFront = 11;
    if (start.starts_with(kOldMagic) ||
        (start.starts_with('\x80') &&
         start.substr(0, kMostInFront + kMagic.size()).find(kMagic) != std::string_view::npos))
        return Container::Stream;
    if (start.size() > kTarMarkAt && start.substr(kTarMarkAt) == kTarMark)
        return Container::Tar;
    return start.starts_with(kPointerStart) ? Container::Pointer : Container::Unknown;
}

/// The one record `NAME/data.pkl`.
Result<const ZipRecord*> findPickle(const std::filesystem::path& path, const ZipArchive& archive) {
    const ZipRecord* found = nullptr;
    for (const ZipRecord& record : archive.records()) {
        const auto slash = record.name.find('/');
        if (slash == std::string::npos || record.name.substr(slash + 1) != kPickleName)
            continue;
        if (found != nullptr)
            return badFile(path, "it has two records for one pickle, " + inQuotes(found->name) +
                                     " and " + inQuotes(record.name) +
                                     ", so that readers could differ about what it holds");
        found = &record;
    }
    if (found == nullptr)
        return badFile(path, "it is a zip file without a record 'NAME/data.pkl', so no file of "
                             "PyTorch");
    return found;
}

Result<void> checkByteOrder(const std::filesystem::path& path, const ZipArchive& archive,
                            const std::string& folder) {
    const ZipRecord* record = archive.find(folder + "byteorder");
    if (record == nullptr)
        return {};
    constexpr std::uint64_t kLongest = 64;
    const auto order = archive.read(*record, kLongest);
    if (!order)
        return failure(order);
    if (*order != "little")
        return badFile(path, "record " + inQuotes(record->name) + " is " + inQuotes(*order) +
                                 ", expected 'little'");
    return {};
}

std::uint32_t checksumOf(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

Result<TorchFile> openZip(InputFile input) {
    const std::filesystem::path path = input.path();
    auto archive = ZipArchive::open(std::move(input));
    if (!archive)
        return failure(archive);
    const auto record = findPickle(path, *archive);
    if (!record)
        return failure(record);
    const std::string folder = (*record)->name.substr(0, (*record)->name.find('/') + 1);
    if (auto done = checkByteOrder(path, *archive, folder); !done)
        return failure(done);
    auto bytes = archive->read(**record, PickleLimits().bytes);
    if (!bytes)
        return failure(bytes);
    // torch.save can leave the checksums out; then that of the pickle is wrong as well.
    const bool hasChecksums = checksumOf(*bytes) == (*record)->crc32;
    auto document = readPickle(std::make_shared<const std::string>(std::move(*bytes)), 0,
                               "'" + path.string() + "': record " + inQuotes((*record)->name));
    if (!document)
        return failure(document);
    const StorageFinder finder = [&](std::string_view key) -> Result<TorchStorage> {
        const ZipRecord* data = archive->find(folder + "data/" + std::string(key));
        if (data == nullptr)
            return failure(ErrorCode::BadData, "has no record in the file");
        if (!data->isStored)
            return failure(ErrorCode::BadData, "is compressed, which PyTorch never does");
        return TorchStorage{data->offset, data->size,
                            hasChecksums ? std::optional(data->crc32) : std::nullopt};
    };
    TorchContents contents;
    if (!hasChecksums)
        contents.complaints.push_back("record " + inQuotes((*record)->name) +
                                      " does not match its checksum: the file was saved without "
                                      "checksums, or is damaged");
    listTorchDocument(*document, finder, contents);
    return TorchFile{std::move(contents), std::move(*archive).release()};
}

/// The older format: five pickles one behind the other, then each storage with its length.
class StreamReader {
public:
    explicit StreamReader(InputFile input) : m_file(std::move(input)) {}

    Result<TorchFile> read() && {
        std::string head(std::min<std::uint64_t>(m_file.size(), PickleLimits().bytes), '\0');
        if (auto done = m_file.read(0, std::as_writable_bytes(std::span(head))); !done)
            return failure(done);
        m_head = std::make_shared<const std::string>(std::move(head));
        if (auto done = readPreamble(); !done)
            return failure(done);
        const auto document = next("the pickle of its values");
        if (!document)
            return failure(document);
        const auto keys = next("the list of its storages");
        if (!keys)
            return failure(keys);
        if (auto done = placeStorages(*document, *keys); !done)
            return failure(done);
        TorchContents contents;
        const StorageFinder finder = [this](std::string_view key) -> Result<TorchStorage> {
            const auto found = m_storages.find(key);
            if (found == m_storages.end())
                return failure(ErrorCode::BadData, "is not in the file's list of storages");
            return found->second;
        };
        listTorchDocument(*document, finder, contents);
        return TorchFile{std::move(contents), std::move(m_file)};
    }

private:
    Result<PickleDocument> next(const std::string& what) {
        auto document = readPickle(m_head, m_position, "'" + m_file.path().string() + "': " + what);
        if (document)
            m_position = document->end;
        return document;
    }

    Result<void> readPreamble() {
        // The magic number was seen already, the second is the protocol, the third the system.
        const auto magic = next("its magic number");
        if (!magic)
            return failure(magic);
        const auto protocol = next("its protocol number");
        if (!protocol)
            return failure(protocol);
        constexpr std::int64_t kProtocol = 1001;
        const PickleNode& number = protocol->at(protocol->root);
        if (number.kind != PickleKind::Int || number.integer != kProtocol)
            return badFile(m_file.path(), "its protocol number is not 1001");
        const auto system = next("its system's description");
        if (!system)
            return failure(system);
        const auto& items = system->at(system->root).items;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            const PickleNode& value = system->at(items[i + 1]);
            if (system->at(items[i]).text == "little_endian" &&
                (value.kind != PickleKind::Bool || value.integer != 1))
                return badFile(m_file.path(), "its numbers are big-endian, which is not read");
        }
        return {};
    }

    Result<void> placeStorages(const PickleDocument& document, const PickleDocument& keys) {
        std::map<std::string_view, std::uint64_t> itemSizes;
        for (const PickleNode& node : document.nodes)
            if (node.kind == PickleKind::Storage)
                itemSizes[node.text] = node.dtype ? itemSize(*node.dtype) : 1;
        std::uint64_t position = m_position;
        for (const PickleId id : keys.at(keys.root).items) {
            const PickleNode& key = keys.at(id);
            const auto item = itemSizes.find(key.text);
            if (key.kind != PickleKind::String || item == itemSizes.end())
                return badFile(m_file.path(), "its list of storages names " + inQuotes(key.text) +
                                                  ", which none of its tensors uses");
            std::uint64_t count = 0;
            if (auto done = m_file.read(position, std::as_writable_bytes(std::span(&count, 1)));
                !done)
                return failure(done);
            position += sizeof count;
            std::uint64_t bytes = 0;
            if (__builtin_mul_overflow(count, item->second, &bytes) ||
                bytes > m_file.size() - position)
                return badFile(m_file.path(), "storage " + inQuotes(key.text) + " has " +
                                                  std::to_string(count) +
                                                  " elements, but the file has only " +
                                                  std::to_string(m_file.size() - position) +
                                                  " bytes after byte " + std::to_string(position));
            if (!m_storages.emplace(item->first, TorchStorage{position, bytes, {}}).second)
                return badFile(m_file.path(),
                               "its list of storages names " + inQuotes(key.text) + " twice");
            position += bytes;
        }
        return {};
    }

    InputFile m_file;
    std::shared_ptr<const std::string> m_head;
    std::size_t m_position = 0;
    std::map<std::string_view, TorchStorage> m_storages;
};

bool isInGroup(const TorchTensorEntry& entry, const std::string& group) {
    return group.empty() || entry.group == group || entry.group.starts_with(group + ".");
}

} // namespace

Result<bool> isTorchFile(const std::filesystem::path& path) {
    const auto input = InputFile::open(path);
    if (!input)
        return failure(input);
    const auto container = containerOf(*input);
    if (!container)
        return failure(container);
    return *container != Container::Unknown;
}

Result<TorchFile> openTorchFile(const std::filesystem::path& path) {
    auto input = InputFile::open(path);
    if (!input)
        return failure(input);
    const auto container = containerOf(*input);
    if (!container)
        return failure(container);
    switch (*container) {
    case Container::Zip:
        return openZip(std::move(*input));
    case Container::Stream:
        return StreamReader(std::move(*input)).read();
    case Container::Tar:
        return badFile(path, "it is in the tar format of PyTorch before 0.1.10, which is not "
                             "read; save it again with a newer PyTorch");
    case Container::Pointer:
        return badFile(path, "it is a pointer of Git LFS, not the file itself; fetch it with "
                             "'git lfs pull'");
    case Container::Unknown:
        break;
    }
    return badFile(path, "it begins neither like a zip file nor like a stream of PyTorch");
}

std::string chosenGroup(const TorchContents& contents) {
    constexpr std::array kPreferred = {"ema", "ema_model", "model", "state_dict", "module"};
    std::string group;
    for (bool isDeeper = true; isDeeper;) {
        isDeeper = false;
        for (const std::string name : kPreferred) {
            const std::string inner = group.empty() ? name : group + "." + name;
            isDeeper =
                std::any_of(contents.entries.begin(), contents.entries.end(),
                            [&](const TorchTensorEntry& entry) { return isInGroup(entry, inner); });
            if (isDeeper) {
                group = inner;
                break;
            }
        }
    }
    return group;
}

std::vector<std::pair<std::string, const TorchTensorEntry*>>
entriesOf(const TorchContents& contents, const std::string& group) {
    std::vector<std::pair<std::string, const TorchTensorEntry*>> found;
    const std::size_t skipped = group.empty() ? 0 : group.size() + 1;
    for (const TorchTensorEntry& entry : contents.entries)
        if (isInGroup(entry, group))
            found.emplace_back(entry.name().substr(skipped), &entry);
    return found;
}

} // namespace hierascope::io
