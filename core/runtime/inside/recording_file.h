// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/io/safetensors.h"
#include "core/runtime/token_sequence.h"

namespace hierascope::runtime {

/// A recorded pyramid's file: its header is checked, pictures and tokens are read one by one.
class RecordingFile {
public:
    /// What the metadata of such a file are called.
    static constexpr const char* kKey = "hierascope_pyramid";

    /// @return BadData naming the field or the tensor that does not fit
    static Result<RecordingFile> open(const std::filesystem::path& path);

    const std::string& name() const { return m_name; }
    const std::string& program() const { return m_program; }
    const std::vector<std::string>& images() const { return m_images; }
    const std::vector<LevelInfo>& levels() const { return m_levels; }
    std::int64_t codebookSize() const { return m_codebookSize; }
    bool isPrefixed() const { return m_isPrefixed; }
    int width() const { return m_width; }
    int height() const { return m_height; }

    Result<ImageRgb8> image(std::size_t index) const;
    Result<ImageRgbF32> picture(std::size_t index, std::size_t level) const;
    /// Vectors and codes as far as the file has them.
    Result<LevelTokens> tokens(std::size_t index, std::size_t level) const;

private:
    explicit RecordingFile(io::SafetensorsFile file, io::InputFile bytes)
        : m_file(std::move(file)), m_bytes(std::move(bytes)) {}

    Result<void> readFields();
    Result<void> checkImages();
    Result<void> checkLevel(std::size_t level);
    tl::unexpected<Error> bad(const std::string& what) const;
    Result<void> checkTensor(const std::string& name, const std::vector<io::DType>& types,
                             const std::vector<std::int64_t>& shape, bool isNeeded) const;
    /// The bytes of one image's part of a tensor.
    Result<std::vector<std::byte>> part(const io::TensorEntry& entry, std::size_t index) const;

    io::SafetensorsFile m_file;
    io::InputFile m_bytes;
    std::string m_name;
    std::string m_program;
    std::vector<std::string> m_images;
    std::vector<LevelInfo> m_levels;
    std::int64_t m_codebookSize = 0;
    bool m_isPrefixed = false;
    int m_width = 0;
    int m_height = 0;
};

} // namespace hierascope::runtime
