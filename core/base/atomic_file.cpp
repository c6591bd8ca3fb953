// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hierascope {

namespace {

std::filesystem::path folderOf(const std::filesystem::path& target) {
    const auto parent = target.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}

/// mkostemp makes files that only the owner reads; saved files follow the umask like any other.
mode_t newFileMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path target, std::string temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

tl::unexpected<Error> AtomicFile::systemFailure(std::string_view act) const {
    const int code = errno;
    return failure(ErrorCode::CannotCreate, "Cannot " + std::string(act) + " '" +
                                                m_target.string() + "': " + std::strerror(code) +
                                                ".");
}

void AtomicFile::discard() noexcept {
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target) {
    std::string name = (folderOf(target) / ("." + target.filename().string() + ".XXXXXX")).string();
    AtomicFile file(target, {}, -1);
    file.m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (file.m_descriptor < 0)
        return file.systemFailure("create");
    file.m_temporary = std::move(name);
    if (::fchmod(file.m_descriptor, newFileMode()) != 0)
        return file.systemFailure("set the mode of");
    return file;
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written == 0)
            errno = ENOSPC; // a device that takes nothing more
        if (written <= 0)
            return systemFailure("write");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::write(std::string_view text) {
    return write(std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> AtomicFile::commit() {
    if (::fsync(m_descriptor) != 0)
        return systemFailure("write to disk");
    if (::close(std::exchange(m_descriptor, -1)) != 0)
        return systemFailure("close");
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return systemFailure("replace");
    m_temporary.clear();

    return syncFolder(folderOf(m_target));
}

Result<void> syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int code = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!isSynced)
        return failure(ErrorCode::CannotCreate, "Cannot write folder '" + folder.string() +
                                                    "' to disk: " + std::strerror(code) + ".");
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& target, std::string_view bytes) {
    auto file = AtomicFile::create(target);
    if (!file)
        return failure(file);
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit();
}

} // namespace hierascope
