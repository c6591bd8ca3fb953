// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/input_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hierascope::io {

namespace {

tl::unexpected<Error> cannotRead(const std::filesystem::path& path, const std::string& why) {
    return failure(ErrorCode::NoInput, "Cannot read '" + path.string() + "': " + why + ".");
}

} // namespace

InputFile::InputFile(std::filesystem::path path, int descriptor, std::uint64_t size)
    : m_path(std::move(path)), m_descriptor(descriptor), m_size(size) {}

InputFile::InputFile(InputFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

InputFile::~InputFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
    // Without O_NONBLOCK a named pipe would hold us until somebody writes to it.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return cannotRead(path, std::strerror(errno));
    InputFile file(path, descriptor, 0);
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return cannotRead(path, std::strerror(errno));
    if (S_ISDIR(status.st_mode))
        return cannotRead(path, "it is a folder");
    if (!S_ISREG(status.st_mode))
        return cannotRead(path, "it is not a regular file");
    file.m_size = static_cast<std::uint64_t>(status.st_size);
    return file;
}

Result<void> InputFile::read(std::uint64_t offset, std::span<std::byte> target) const {
    while (!target.empty()) {
        const ssize_t got =
            ::pread(m_descriptor, target.data(), target.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(m_path, std::strerror(errno));
        if (got == 0)
            return badFile(m_path, "the file ends at byte " + std::to_string(offset) + " where " +
                                       std::to_string(target.size()) + " more bytes are needed");
        offset += static_cast<std::uint64_t>(got);
        target = target.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Result<std::string> readWholeFile(const std::filesystem::path& path, std::uint64_t maximumBytes) {
    auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    if (file->size() > maximumBytes)
        return badFile(path, "the file has " + std::to_string(file->size()) + " bytes; at most " +
                                 std::to_string(maximumBytes) + " are read of this kind");
    std::string bytes(static_cast<std::size_t>(file->size()), '\0');
    if (auto done = file->read(0, std::as_writable_bytes(std::span(bytes))); !done)
        return failure(done);
    return bytes;
}

tl::unexpected<Error> badFile(const std::filesystem::path& path, const std::string& what) {
    return failure(ErrorCode::BadData, "'" + path.string() + "': " + what + ".");
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    constexpr std::string_view kHex = "0123456789abcdef";
    std::size_t end = std::min(text.size(), kLongest);
    // Never cut inside a UTF-8 character.
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    std::string shown = "'";
    for (const char letter : text.substr(0, end)) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x20 || byte == 0x7F)
            shown += std::string("\\x") + kHex[byte >> 4] + kHex[byte & 15];
        else
            shown += letter;
    }
    return shown + (end < text.size() ? "...'" : "'");
}

} // namespace hierascope::io
