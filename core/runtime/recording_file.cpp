// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/recording_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/io/strict_json.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr std::int64_t kMostLevels = 64;
constexpr std::int64_t kLargestSide = 8192;

std::string levelKey(std::size_t level, const char* what) {
    return "level." + std::to_string(level) + "." + what;
}

std::string textOf(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + (size < 0 ? "any" : std::to_string(size));
    return text + "]";
}

bool isWhole(const json& value, std::int64_t least, std::int64_t most) {
    return value.is_number_integer() && value.get<std::int64_t>() >= least &&
           value.get<std::int64_t>() <= most;
}

template <typename T>
std::vector<T> valuesIn(const std::vector<std::byte>& bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

} // namespace

tl::unexpected<Error> RecordingFile::bad(const std::string& what) const {
    return io::badFile(m_file.path(), what);
}

Result<RecordingFile> RecordingFile::open(const std::filesystem::path& path) {
    auto file = io::SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    auto bytes = io::InputFile::open(path);
    if (!bytes)
        return failure(bytes);
    RecordingFile recording(std::move(*file), std::move(*bytes));
    if (auto read = recording.readFields(); !read)
        return failure(read);
    if (auto checked = recording.checkImages(); !checked)
        return failure(checked);
    for (std::size_t level = 0; level < recording.m_levels.size(); ++level)
        if (auto checked = recording.checkLevel(level); !checked)
            return failure(checked);
    return recording;
}

Result<void> RecordingFile::readFields() {
    const auto found = m_file.metadata().find(kKey);
    if (found == m_file.metadata().end())
        return bad("this is no recorded pyramid: its metadata have no '" + std::string(kKey) +
                   "'.");
    const auto parsed =
        io::parseStrictJson(found->second, 16, "metadata '" + std::string(kKey) + "'");
    if (!parsed)
        return bad(parsed.error().message);
    const json& fields = *parsed;
    if (!fields.is_object() || !fields.contains("format") || !isWhole(fields["format"], 1, 1))
        return bad("metadata field 'format' is not 1: a newer program may have written it.");
    if (!fields.contains("levels") || !fields["levels"].is_array() || fields["levels"].empty() ||
        fields["levels"].size() > static_cast<std::size_t>(kMostLevels))
        return bad("metadata field 'levels' is no list of 1 to " + std::to_string(kMostLevels) +
                   " levels.");
    for (const json& level : fields["levels"]) {
        const bool isLevel = level.is_object() && level.contains("rows") &&
                             level.contains("columns") && isWhole(level["rows"], 1, kLargestSide) &&
                             isWhole(level["columns"], 1, kLargestSide);
        if (!isLevel)
            return bad("metadata field 'levels': level " + std::to_string(m_levels.size()) +
                       " has no whole 'rows' and 'columns' above 0.");
        LevelInfo info;
        info.rows = level["rows"].get<int>();
        info.columns = level["columns"].get<int>();
        info.name = std::to_string(info.rows) + "x" + std::to_string(info.columns);
        if (level.contains("name") && level["name"].is_string())
            info.name = level["name"].get<std::string>();
        m_levels.push_back(std::move(info));
    }
    const auto text = [&](const char* key) {
        return fields.contains(key) && fields[key].is_string() ? fields[key].get<std::string>()
                                                               : std::string();
    };
    m_name = text("name");
    m_program = text("program");
    if (fields.contains("codebook_size")) {
        if (!isWhole(fields["codebook_size"], 0, std::int64_t{1} << 31))
            return bad("metadata field 'codebook_size' is " + fields["codebook_size"].dump() +
                       ", expected a whole number, 0 for none.");
        m_codebookSize = fields["codebook_size"].get<std::int64_t>();
    }
    m_isPrefixed = fields.contains("prefixed") && fields["prefixed"] == true;
    if (fields.contains("images") && fields["images"].is_array())
        for (const json& image : fields["images"])
            m_images.push_back(image.is_string() ? image.get<std::string>() : image.dump());
    return {};
}

Result<void> RecordingFile::checkImages() {
    const io::TensorEntry* images = m_file.find("images");
    if (images == nullptr || images->dtype != io::DType::U8 || images->shape.size() != 4 ||
        images->shape[3] != 3 || images->shape[0] < 1)
        return bad("tensor 'images' is missing, or not bytes of shape [N, Y, X, 3].");
    if (images->shape[1] != images->shape[2] || images->shape[1] > kLargestSide ||
        images->shape[1] < 1)
        return bad("tensor 'images' has pictures of " + std::to_string(images->shape[2]) + " x " +
                   std::to_string(images->shape[1]) + " pixels, expected squares up to " +
                   std::to_string(kLargestSide) + ".");
    m_height = static_cast<int>(images->shape[1]);
    m_width = static_cast<int>(images->shape[2]);
    const auto count = static_cast<std::size_t>(images->shape[0]);
    for (std::size_t i = m_images.size(); i < count; ++i)
        m_images.push_back("image " + std::to_string(i));
    if (m_images.size() > count)
        return bad("metadata field 'images' names " + std::to_string(m_images.size()) +
                   " images, tensor 'images' holds " + std::to_string(count) + ".");
    return {};
}

Result<void> RecordingFile::checkTensor(const std::string& name,
                                        const std::vector<io::DType>& types,
                                        const std::vector<std::int64_t>& shape,
                                        bool isNeeded) const {
    const io::TensorEntry* entry = m_file.find(name);
    if (entry == nullptr)
        return isNeeded ? Result<void>(bad("tensor '" + name + "' is missing.")) : Result<void>();
    bool fits = entry->shape.size() == shape.size() &&
                std::ranges::find(types, entry->dtype) != types.end();
    for (std::size_t i = 0; fits && i < shape.size(); ++i)
        fits = shape[i] < 0 ? entry->shape[i] > 0 : entry->shape[i] == shape[i];
    if (fits)
        return {};
    return bad("tensor '" + name + "' is " + std::string(io::dtypeName(entry->dtype)) + " " +
               textOf(entry->shape) + ", expected " + std::string(io::dtypeName(types.front())) +
               " " + textOf(shape) + ".");
}

Result<void> RecordingFile::checkLevel(std::size_t level) {
    LevelInfo& info = m_levels[level];
    const auto count = static_cast<std::int64_t>(m_images.size());
    const std::string name = levelKey(level, "pictures");
    const io::TensorEntry* pictures = m_file.find(name);
    const bool isFloat = pictures != nullptr && pictures->dtype == io::DType::F32;
    auto checked = isFloat ? checkTensor(name, {io::DType::F32}, {count, 3, -1, -1}, true)
                           : checkTensor(name, {io::DType::U8}, {count, -1, -1, 3}, true);
    if (!checked)
        return checked;
    info.height = static_cast<int>(pictures->shape[isFloat ? 2 : 1]);
    info.width = static_cast<int>(pictures->shape[isFloat ? 3 : 2]);
    if (info.width != info.height || info.width > m_width)
        return bad("tensor '" + name + "' has pictures of " + std::to_string(info.width) + " x " +
                   std::to_string(info.height) + " pixels, expected squares up to " +
                   std::to_string(m_width) + ".");
    if (auto tokens = checkTensor(levelKey(level, "tokens"), {io::DType::F32},
                                  {count, info.tokens(), -1}, false);
        !tokens)
        return tokens;
    return checkTensor(levelKey(level, "codes"), {io::DType::I64, io::DType::I32},
                       {count, info.tokens()}, m_codebookSize > 0);
}

Result<std::vector<std::byte>> RecordingFile::part(const io::TensorEntry& entry,
                                                   std::size_t index) const {
    const std::uint64_t size = entry.byteSize() / m_images.size();
    std::vector<std::byte> bytes(size);
    if (auto read = m_bytes.read(m_file.fileOffset(entry) + index * size, bytes); !read)
        return failure(read);
    return bytes;
}

Result<ImageRgb8> RecordingFile::image(std::size_t index) const {
    const auto bytes = part(*m_file.find("images"), index);
    if (!bytes)
        return failure(bytes);
    ImageRgb8 image(m_width, m_height);
    std::memcpy(image.pixels.data(), bytes->data(), image.pixels.size());
    return image;
}

Result<ImageRgbF32> RecordingFile::picture(std::size_t index, std::size_t level) const {
    const io::TensorEntry& entry = *m_file.find(levelKey(level, "pictures"));
    const auto bytes = part(entry, index);
    if (!bytes)
        return failure(bytes);
    const LevelInfo& info = m_levels[level];
    if (entry.dtype == io::DType::U8) {
        ImageRgb8 image(info.width, info.height);
        std::memcpy(image.pixels.data(), bytes->data(), image.pixels.size());
        return toRgbF32(image);
    }
    ImageRgbF32 image(info.width, info.height);
    std::memcpy(image.planes.data(), bytes->data(), bytes->size());
    if (!std::ranges::all_of(image.planes, [](float value) { return std::isfinite(value); }))
        return bad("tensor '" + entry.name + "' has values that are not finite.");
    return image;
}

Result<LevelTokens> RecordingFile::tokens(std::size_t index, std::size_t level) const {
    LevelTokens tokens{m_levels[level], 0, {}, {}};
    if (const io::TensorEntry* vectors = m_file.find(levelKey(level, "tokens"))) {
        const auto bytes = part(*vectors, index);
        if (!bytes)
            return failure(bytes);
        tokens.vectorWidth = static_cast<int>(vectors->shape[2]);
        tokens.vectors = valuesIn<float>(*bytes);
        if (!std::ranges::all_of(tokens.vectors, [](float value) { return std::isfinite(value); }))
            return bad("tensor '" + vectors->name + "' has values that are not finite.");
    }
    if (const io::TensorEntry* codes = m_file.find(levelKey(level, "codes"));
        codes != nullptr && m_codebookSize > 0) {
        const auto bytes = part(*codes, index);
        if (!bytes)
            return failure(bytes);
        if (codes->dtype == io::DType::I64) {
            tokens.codes = valuesIn<std::int64_t>(*bytes);
        } else {
            const auto narrow = valuesIn<std::int32_t>(*bytes);
            tokens.codes.assign(narrow.begin(), narrow.end());
        }
        for (const std::int64_t code : tokens.codes)
            if (code < 0 || code >= m_codebookSize)
                return bad("tensor '" + codes->name + "' has code " + std::to_string(code) +
                           ", expected 0 to " + std::to_string(m_codebookSize - 1) + ".");
    }
    return tokens;
}

} // namespace hierascope::runtime
