// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <memory>
#include <string>

#include "core/io/pickle_reader.h"
#include "core/io/strict_json.h"
#include "core/io/torch_listing.h"

using namespace hierascope;

/// A pickle, and the walk over whatever it holds; every storage is said to be there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    auto pickle = std::make_shared<const std::string>(reinterpret_cast<const char*>(bytes), size);
    const auto document = io::readPickle(std::move(pickle), 0, "'fuzz'");
    if (!document)
        return 0;
    io::TorchContents contents;
    const io::StorageFinder finder = [](std::string_view key) -> Result<io::TorchStorage> {
        if (key.empty())
            return failure(ErrorCode::BadData, "is not there");
        constexpr std::uint64_t kBytes = 16;
        return io::TorchStorage{0, kBytes, {}};
    };
    io::listTorchDocument(*document, finder, contents);
    // What is listed must be fit for a screen.
    if (contents.values.dump().empty())
        std::abort();
    for (const io::TorchTensorEntry& entry : contents.entries)
        if (!io::isUtf8(entry.name()))
            std::abort();
    io::entriesOf(contents, io::chosenGroup(contents));
    return 0;
}
