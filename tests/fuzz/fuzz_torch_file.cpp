// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "core/io/torch_file.h"
#include "tests/fuzz/memory_file.h"

using namespace hierascope;

/// A whole file of torch.save, zip or stream; what it lists must lie inside of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const testing::MemoryFile input;
    input.fill(bytes, size);
    const auto file = io::openTorchFile(input.path());
    if (!file)
        return 0;
    std::vector<std::byte> buffer;
    for (const io::TorchStorage& storage : file->storages) {
        if (storage.begin > size || storage.bytes > size - storage.begin)
            std::abort();
        buffer.resize(storage.bytes);
        if (!file->file.read(storage.begin, buffer))
            std::abort();
    }
    return 0;
}
