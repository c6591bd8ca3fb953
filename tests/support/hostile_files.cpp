// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_files.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "tests/support/hostile_tables.h"

namespace hierascope::testing {

namespace {

namespace fs = std::filesystem;

constexpr const char* kGoodConfig = R"({
  "format": 1,
  "family": "hieratok",
  "options": {
    "image_size": 16, "patch_size": 8, "latent_channels": 4, "scales": [1, 2],
    "downsample": "conv", "conv_width": "wide", "finest": "conv", "attention": "scale_causal",
    "encoder": {"layers": 1, "width": 16, "heads": 2, "mlp_ratio": 2},
    "decoder": {"layers": 1, "width": 16, "heads": 2, "mlp_ratio": 2}
  },
  "preprocess": {"size": 16, "range": [-1, 1], "filter": "bicubic"}
}
)";

void writeFiles(const fs::path& folder, const FileMap& files) {
    fs::create_directories(folder);
    for (const auto& [name, bytes] : files) {
        if (name.ends_with('/')) {
            fs::create_directories(folder / name);
            continue;
        }
        fs::create_directories((folder / name).parent_path());
        std::ofstream out(folder / name, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush())
            throw std::runtime_error("cannot write the test file " + name);
    }
}

bool isInModel(HostileKind kind) {
    return kind != HostileKind::Array && kind != HostileKind::Dataset;
}

} // namespace

std::string integerBytes(unsigned long long value, std::size_t size, bool isLittle) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 255);
    if (!isLittle)
        std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

std::string tensorFile(std::string_view header, std::size_t dataBytes) {
    return integerBytes(header.size(), 8, true) + std::string(header) +
           std::string(dataBytes, '\0');
}

std::string goodTensorFile() {
    return tensorFile(R"({"__metadata__":{"format":"pt"},)"
                      R"("a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                      R"("b":{"dtype":"U8","shape":[3],"data_offsets":[16,19]}} )",
                      19);
}

std::vector<HostileCase> writeHostileFiles(const fs::path& folder) {
    std::vector<HostileCase> cases;
    for (const auto& table : {hostileTensorFiles(), hostileIndexes(), hostileConfigs(),
                              hostileArrays(), hostileDatasets()})
        for (const HostileRow& row : table) {
            const fs::path place = folder / row.name;
            FileMap files = row.files;
            if (row.kind == HostileKind::Tensors || row.kind == HostileKind::Index)
                files.emplace("config.json", kGoodConfig);
            writeFiles(place, files);
            cases.push_back({row.name, row.kind, place / row.opened,
                             isInModel(row.kind) ? place : fs::path(), row.code, row.mentions});
        }
    return cases;
}

} // namespace hierascope::testing
