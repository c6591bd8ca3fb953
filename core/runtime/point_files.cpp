// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/point_files.h"

#include <array>
#include <cmath>
#include <cstring>

#include "core/io/npy.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

bool isFloat(io::DType dtype) {
    return dtype == io::DType::F32 || dtype == io::DType::F64;
}

/// @param bytes little-endian, of float32 or float64
Result<PointTable> tableOf(const fs::path& path, io::DType dtype,
                           const std::vector<std::int64_t>& shape,
                           const std::vector<std::byte>& bytes) {
    PointTable table{shape[0], shape[1], {}};
    table.values.resize(static_cast<std::size_t>(table.count * table.width));
    if (dtype == io::DType::F32)
        std::memcpy(table.values.data(), bytes.data(), bytes.size());
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        if (dtype == io::DType::F64) {
            double value = 0.0;
            std::memcpy(&value, bytes.data() + i * sizeof value, sizeof value);
            table.values[i] = static_cast<float>(value);
        }
        if (!std::isfinite(table.values[i])) {
            const auto at = static_cast<std::int64_t>(i);
            return io::badFile(path, "row " + std::to_string(at / table.width) + ", column " +
                                         std::to_string(at % table.width) + " is " +
                                         (std::isnan(table.values[i]) ? "NaN" : "infinite") +
                                         ", expected finite float32 numbers");
        }
    }
    return table;
}

Result<void> checkShape(const fs::path& path, const std::vector<std::int64_t>& shape) {
    if (shape.size() == 2 && shape[0] > 0 && shape[1] > 0)
        return {};
    std::string text;
    for (const std::int64_t side : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(side);
    return io::badFile(path, "shape is (" + text + "), expected (points, numbers of each)");
}

Result<PointTable> readNpyTable(const fs::path& path) {
    const auto file = io::InputFile::open(path);
    if (!file)
        return failure(file);
    const auto header = io::readNpyHeader(*file);
    if (!header)
        return failure(header);
    if (!isFloat(header->dtype))
        return io::badFile(path, "descr says " + std::string(io::dtypeName(header->dtype)) +
                                     ", expected F32 or F64 (float32 or float64)");
    if (auto valid = checkShape(path, header->shape); !valid)
        return failure(valid);
    if (header->isFortranOrder)
        return io::badFile(path, "fortran_order is True, expected False: rows must lie together "
                                 "(numpy.ascontiguousarray)");
    const auto array = io::readNpy(path);
    if (!array)
        return failure(array);
    return tableOf(path, array->dtype, array->shape, array->bytes);
}

Result<PointTable> readSafetensorsTable(const fs::path& path) {
    const auto file = io::SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    const io::TensorEntry* found = nullptr;
    int tables = 0;
    for (const io::TensorEntry& entry : file->entries())
        if (isFloat(entry.dtype) && entry.shape.size() == 2 && ++tables == 1)
            found = &entry;
    if (tables != 1)
        return io::badFile(path, "it has " + std::to_string(tables) +
                                     " two-dimensional tensors of float32 or float64, expected 1");
    if (auto valid = checkShape(path, found->shape); !valid)
        return failure(valid);
    const auto bytes = file->read(*found);
    if (!bytes)
        return failure(bytes);
    return tableOf(path, found->dtype, found->shape, *bytes);
}

} // namespace

Result<PointTable> readPointTable(const fs::path& path) {
    if (path.extension() == ".safetensors")
        return readSafetensorsTable(path);
    return readNpyTable(path);
}

Result<void> writePointTable(const fs::path& path, std::span<const float> values,
                             std::int64_t width) {
    const std::array<std::int64_t, 2> shape{static_cast<std::int64_t>(values.size()) / width,
                                            width};
    return io::writeNpy(path, io::DType::F32, shape, std::as_bytes(values));
}

} // namespace hierascope::runtime
