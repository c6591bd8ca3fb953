// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "core/io/safetensors.h"
#include "tests/fuzz/memory_file.h"

using namespace hierascope;

/// A safetensors file; every tensor that it lists must be readable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const testing::MemoryFile input;
    input.fill(bytes, size);
    const auto file = io::SafetensorsFile::open(input.path());
    if (!file)
        return 0;
    for (const io::TensorEntry& entry : file->entries())
        if (!file->read(entry))
            std::abort();
    return 0;
}
