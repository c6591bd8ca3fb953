// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include "core/io/zip_archive.h"
#include "tests/support/hostile_tables.h"
#include "tests/support/hostile_torch.h"

using namespace hierascope;

namespace {

constexpr std::size_t kLargest = 4096; ///< larger inputs only make the fuzzer slow

void write(const std::filesystem::path& path, const std::string& bytes) {
    if (bytes.size() <= kLargest)
        std::ofstream(path, std::ios::binary) << bytes;
}

/// The data.pkl of a zip file that was just written, or nothing.
std::string pickleOf(const std::filesystem::path& path) {
    auto input = io::InputFile::open(path);
    if (!input)
        return {};
    const auto archive = io::ZipArchive::open(std::move(*input));
    const auto* record = archive ? archive->find("archive/data.pkl") : nullptr;
    return record == nullptr ? std::string() : archive->read(*record, kLargest).value_or("");
}

} // namespace

/// Usage: corpus FOLDER; writes the first inputs of the three harnesses below it.
int main(int count, char** arguments) {
    if (count != 2)
        return 2;
    const std::filesystem::path folder = arguments[1];
    for (const char* name : {"pickle", "torch_file", "safetensors"})
        std::filesystem::create_directories(folder / name);
    for (const auto& hostile : testing::hostileTorchFiles("/nowhere")) {
        write(folder / "torch_file" / hostile.name, hostile.bytes);
        write(folder / "pickle" / hostile.name, pickleOf(folder / "torch_file" / hostile.name));
    }
    write(folder / "safetensors" / "Good", testing::goodTensorFile());
    for (const auto& row : testing::hostileTensorFiles())
        for (const auto& [name, bytes] : row.files)
            write(folder / "safetensors" / row.name, bytes);
    return 0;
}
