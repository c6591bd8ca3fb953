// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sha256.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include <openssl/evp.h>

#include "core/io/input_file.h"

namespace hierascope::io {

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    const auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    bool isGood = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    std::vector<std::byte> block(1 << 20);
    for (std::uint64_t offset = 0; isGood && offset < file->size();) {
        const auto size = std::min<std::uint64_t>(block.size(), file->size() - offset);
        const auto part = std::span(block).first(static_cast<std::size_t>(size));
        if (auto done = file->read(offset, part); !done)
            return failure(done);
        isGood = EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
        offset += size;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int length = 0;
    if (!isGood || EVP_DigestFinal_ex(context.get(), digest.data(), &length) != 1)
        return failure(ErrorCode::Failed, "Cannot compute SHA-256 of '" + path.string() + "'.");
    constexpr const char* kHex = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < length; ++i)
        hex += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
    return hex;
}

} // namespace hierascope::io
