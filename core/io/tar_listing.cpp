// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tar_listing.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>

#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

constexpr std::size_t kBlock = 64 << 10;

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

std::string reasonOf(archive* reader) {
    const char* text = archive_error_string(reader);
    return text == nullptr ? "unknown damage" : text;
}

bool isOrdinary(archive_entry* entry) {
    return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
           archive_entry_size_is_set(entry) != 0;
}

} // namespace

Result<void> listTar(const std::filesystem::path& path,
                     const std::function<Result<void>(const TarMember&)>& take) {
    const auto file = InputFile::open(path); // says what is no readable file
    if (!file)
        return failure(file);
    const Reader reader(archive_read_new());
    archive_read_support_format_tar(
        reader.get()); // and no compression: places must be those of the file
    if (archive_read_open_filename(reader.get(), path.c_str(), kBlock) != ARCHIVE_OK)
        return badFile(path, "it is no uncompressed tar: " + reasonOf(reader.get()));
    std::string last = "its start";
    for (;;) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return badFile(path, "the tar is damaged or compressed after " + last + ": " +
                                     reasonOf(reader.get()));
        if (!isOrdinary(entry))
            continue;
        const char* name = archive_entry_pathname(entry);
        TarMember member{name == nullptr ? "" : name,
                         static_cast<std::uint64_t>(archive_filter_bytes(reader.get(), 0)),
                         static_cast<std::uint64_t>(archive_entry_size(entry))};
        last = inQuotes(member.name);
        if (archive_entry_sparse_count(entry) > 0)
            return badFile(path, "member " + last + " is sparse, which is not read");
        if (member.offset > file->size() || member.size > file->size() - member.offset)
            return badFile(path, "the tar is cut: member " + last + " has " +
                                     std::to_string(member.size) + " bytes from byte " +
                                     std::to_string(member.offset) + " on, and the file ends at " +
                                     std::to_string(file->size()));
        if (auto taken = take(member); !taken)
            return taken;
    }
}

} // namespace hierascope::io
