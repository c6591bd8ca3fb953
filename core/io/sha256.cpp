// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sha256.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include <openssl/evp.h>

#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

/// Takes bytes piece by piece.
class Digest {
public:
    Digest()
        : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free),
          m_isGood(m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1) {}

    void add(std::span<const std::byte> bytes) {
        m_isGood = m_isGood && EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1;
    }

    /// @param what is hashed, for the message
    Result<std::string> hex(const std::string& what) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
        unsigned int length = 0;
        if (!m_isGood || EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) != 1)
            return failure(ErrorCode::Failed, "Cannot compute SHA-256 of " + what + ".");
        constexpr const char* kHex = "0123456789abcdef";
        std::string hex;
        for (unsigned int i = 0; i < length; ++i)
            hex += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
        return hex;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
    bool m_isGood;
};

} // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    const auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    Digest digest;
    std::vector<std::byte> block(1 << 20);
    for (std::uint64_t offset = 0; offset < file->size();) {
        const auto size = std::min<std::uint64_t>(block.size(), file->size() - offset);
        const auto part = std::span(block).first(static_cast<std::size_t>(size));
        if (auto done = file->read(offset, part); !done)
            return failure(done);
        digest.add(part);
        offset += size;
    }
    return digest.hex("'" + path.string() + "'");
}

Result<std::string> sha256OfText(std::string_view text) {
    Digest digest;
    digest.add(std::as_bytes(std::span(text)));
    return digest.hex("a text");
}

} // namespace hierascope::io
