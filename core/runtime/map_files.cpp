// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/map_files.h"

#include <array>
#include <charconv>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/io/npz_writer.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string textOf(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <typename T>
std::span<const std::byte> bytesOf(const std::vector<T>& values) {
    return std::as_bytes(std::span(values));
}

/// The columns of points that are whole numbers.
std::map<std::string, std::vector<std::int32_t>> originsOf(const LatentPoints& points) {
    std::map<std::string, std::vector<std::int32_t>> origins;
    for (const LatentPoint& point : points.points) {
        origins["image"].push_back(point.image);
        origins["level"].push_back(point.level);
        origins["token"].push_back(point.token);
        origins["code"].push_back(point.code);
        origins["label"].push_back(point.label);
    }
    return origins;
}

/// Facts beside the arrays, each of them JSON.
io::Metadata metadataOf(const UniformityMap& map, const std::string& recipe) {
    json images = json::array();
    json psnr = json::array();
    for (const LatentImage& image : map.points.images) {
        images.push_back(image.name);
        psnr.push_back(image.psnr < 0.0 ? json() : json(image.psnr));
    }
    json levels = json::array();
    for (const LevelInfo& level : map.points.levels)
        levels.push_back({{"name", level.name}, {"rows", level.rows}, {"columns", level.columns}});
    const bool isComplete = map.points.isComplete && map.frame.isFinished;
    return {{"recipe", recipe},
            {"images", textOf(images)},
            {"psnr", textOf(psnr)},
            {"classes", textOf(map.points.classes)},
            {"levels", textOf(levels)},
            {"data", textOf(map.points.dataName)},
            {"complete", isComplete ? "true" : "false"}};
}

Result<void> saveArrays(const fs::path& path, const UniformityMap& map, const std::string& recipe) {
    const LatentPoints& points = map.points;
    const std::int64_t count = points.count();
    const auto origins = originsOf(points);
    std::vector<io::TensorToWrite> arrays;
    arrays.push_back({"vectors", io::DType::F32, {count, points.width}, bytesOf(points.values)});
    arrays.push_back({"mean", io::DType::F32, {points.width}, bytesOf(points.mean)});
    arrays.push_back({"deviation", io::DType::F32, {points.width}, bytesOf(points.deviation)});
    for (const auto& [name, values] : origins)
        arrays.push_back({name, io::DType::I32, {count}, bytesOf(values)});
    if (!map.frame.coordinates.empty())
        arrays.push_back({"coordinates",
                          io::DType::F32,
                          {count, map.frame.dimensions},
                          bytesOf(map.frame.coordinates)});
    if (!map.uniformity.density.empty())
        arrays.push_back({"density", io::DType::F32, {count}, bytesOf(map.uniformity.density)});
    const io::Metadata metadata = metadataOf(map, recipe);
    if (path.extension() == ".safetensors")
        return io::writeSafetensors(path, arrays, metadata);
    json all = json::object();
    for (const auto& [name, text] : metadata)
        all[name] = json::parse(text, nullptr, false);
    const std::string text = textOf(all);
    arrays.push_back({"metadata",
                      io::DType::U8,
                      {static_cast<std::int64_t>(text.size())},
                      std::as_bytes(std::span(text))});
    return io::writeNpz(path, arrays);
}

void appendNumber(std::string& text, float value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text)
        result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return result + '"';
}

Result<void> saveCsv(const fs::path& path, const UniformityMap& map) {
    const LatentPoints& points = map.points;
    const auto dimensions =
        map.frame.coordinates.empty() ? 0U : static_cast<std::size_t>(map.frame.dimensions);
    const auto width = static_cast<std::size_t>(points.width);
    const bool hasDensity = !map.uniformity.density.empty();
    std::string text;
    for (std::size_t i = 0; i < dimensions; ++i)
        text += std::string(1, "xyz"[i]) + ",";
    text += "image,name,level,token,code,label";
    if (hasDensity)
        text += ",density";
    for (std::size_t i = 0; i < width; ++i)
        text += ",v" + std::to_string(i);
    text += '\n';
    auto file = AtomicFile::create(path);
    if (!file)
        return failure(file);
    constexpr std::size_t kWriteAt = 1 << 20;
    for (std::size_t row = 0; row < points.points.size(); ++row) {
        for (std::size_t i = 0; i < dimensions; ++i) {
            appendNumber(text, map.frame.coordinates[row * dimensions + i]);
            text += ',';
        }
        const LatentPoint& point = points.points[row];
        text += std::to_string(point.image) + ",";
        if (point.image >= 0)
            text += quoted(points.images[static_cast<std::size_t>(point.image)].name);
        for (const std::int32_t value : {point.level, point.token, point.code, point.label})
            text += "," + std::to_string(value);
        if (hasDensity) {
            text += ',';
            appendNumber(text, map.uniformity.density[row]);
        }
        for (std::size_t i = 0; i < width; ++i) {
            text += ',';
            appendNumber(text, points.values[row * width + i]);
        }
        text += '\n';
        if (text.size() < kWriteAt)
            continue;
        if (auto done = file->write(text); !done)
            return done;
        text.clear();
    }
    if (auto done = file->write(text); !done)
        return done;
    return file->commit();
}

} // namespace

Result<void> checkMapName(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".safetensors" || extension == ".csv" || extension == ".npz")
        return {};
    return failure(ErrorCode::Usage, "'" + path.string() +
                                         "' is to be written, expected a name that ends in "
                                         ".safetensors, .csv or .npz.");
}

Result<void> saveLatentMap(const fs::path& path, const UniformityMap& map,
                           const std::string& recipe) {
    if (auto valid = checkMapName(path); !valid)
        return valid;
    return path.extension() == ".csv" ? saveCsv(path, map) : saveArrays(path, map, recipe);
}

} // namespace hierascope::runtime
