// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_pixels.h"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

#include "core/io/class_names.h"
#include "core/io/image_reader.h"
#include "core/io/input_file.h"
#include "core/io/npy.h"
#include "core/io/safetensors.h"
#include "core/io/strict_json.h"
#include "core/io/zip_archive.h"

namespace hierascope::io {

namespace {

constexpr std::int64_t kLargestLabel = 65535;

/// Where the pixels lie in a file, row-major.
struct PixelBlock {
    std::uint64_t start = 0; ///< bytes from the start of the file
    std::int64_t count = 0;
    int height = 0;
    int width = 0;
    int channels = 3; ///< 3, or 1 for grey
};

struct Labels {
    std::vector<int> values; ///< [N] or empty
    std::vector<std::string> classes;
};

class PackedPixels : public ImageDataset {
public:
    PackedPixels(InputFile file, PixelBlock block, Labels labels, Metadata metadata)
        : m_file(std::move(file)), m_block(block), m_labels(std::move(labels)),
          m_metadata(std::move(metadata)) {}

    std::int64_t size() const override { return m_block.count; }
    Result<ImageRgb8> image(std::int64_t index) const override {
        if (index < 0 || index >= size())
            throw std::out_of_range("image index " + std::to_string(index));
        ImageRgb8 image(m_block.width, m_block.height);
        const std::size_t bytes = image.pixels.size() / (m_block.channels == 1 ? 3 : 1);
        const auto pixels = std::span(image.pixels).first(bytes);
        if (auto done = m_file.read(m_block.start + static_cast<std::uint64_t>(index) * bytes,
                                    std::as_writable_bytes(pixels));
            !done)
            return failure(done);
        if (m_block.channels == 1)
            for (std::size_t i = bytes; i-- > 0;) // from the end: source and target overlap
                std::fill_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(3 * i), 3,
                            std::uint8_t{image.pixels[i]});
        return image;
    }
    std::optional<int> label(std::int64_t index) const override {
        return m_labels.values.empty()
                   ? std::nullopt
                   : std::optional(m_labels.values.at(static_cast<std::size_t>(index)));
    }
    const std::vector<std::string>& classes() const override { return m_labels.classes; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string description() const override {
        return std::to_string(size()) + " packed images of " + std::to_string(m_block.width) +
               " x " + std::to_string(m_block.height) + " pixels from '" + m_file.path().string() +
               "'";
    }

private:
    InputFile m_file;
    PixelBlock m_block;
    Labels m_labels;
    Metadata m_metadata;
};

/// Checks type and shape of what should be pixels.
Result<PixelBlock> pixelBlock(const std::filesystem::path& path, DType dtype,
                              const std::vector<std::int64_t>& shape, std::uint64_t start) {
    const ImageReadOptions limits;
    const std::string found =
        "images is " + std::string(dtypeName(dtype)) + " " + shown(nlohmann::json(shape));
    const bool isGrey = shape.size() == 3;
    const bool isRgb = shape.size() == 4 && shape[3] == 3;
    if (dtype != DType::U8 || !(isGrey || isRgb))
        return badFile(path, found + ", expected U8 [N, Y, X, 3]");
    if (shape[0] < 1)
        return badFile(path, found + ": it holds no image");
    const bool isFit = shape[1] >= 1 && shape[2] >= 1 && shape[1] <= limits.maxSide &&
                       shape[2] <= limits.maxSide && shape[1] * shape[2] <= limits.maxPixels;
    if (!isFit)
        return badFile(path, found + ": pictures of " + std::to_string(shape[2]) + " x " +
                                 std::to_string(shape[1]) + " pixels are empty or too large");
    return PixelBlock{start, shape[0], static_cast<int>(shape[1]), static_cast<int>(shape[2]),
                      isGrey ? 1 : 3};
}

Result<std::vector<std::string>> classNames(const SafetensorsFile& file, int count) {
    const auto found = file.metadata().find("classes");
    if (found == file.metadata().end())
        return numberedClasses(count);
    const auto list =
        parseStrictJson(found->second, 2, "'" + file.path().string() + "': __metadata__ 'classes'");
    if (!list)
        return failure(list);
    const bool isList = list->is_array() &&
                        std::all_of(list->begin(), list->end(),
                                    [](const nlohmann::json& name) { return name.is_string(); });
    if (!isList || list->size() < static_cast<std::size_t>(count))
        return badFile(file.path(), "__metadata__ 'classes' is " + shown(*list) +
                                        ", expected a JSON list of at least " +
                                        std::to_string(count) + " names");
    return list->get<std::vector<std::string>>();
}

/// Checks that all are classes.
///
/// @return how many classes there are at least
Result<int> takeLabels(const std::filesystem::path& path, std::span<const std::int64_t> values,
                       std::vector<int>& labels) {
    int largest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] < 0 || values[i] > kLargestLabel)
            return badFile(path, "labels[" + std::to_string(i) + "] is " +
                                     std::to_string(values[i]) + ", expected 0 to " +
                                     std::to_string(kLargestLabel));
        labels.push_back(static_cast<int>(values[i]));
        largest = std::max(largest, labels.back());
    }
    return largest + 1;
}

Result<Labels> readLabels(const SafetensorsFile& file, std::int64_t images) {
    const TensorEntry* entry = file.find("labels");
    if (entry == nullptr)
        return Labels{};
    if (entry->dtype != DType::I64 || entry->shape != std::vector<std::int64_t>{images})
        return badFile(file.path(), "labels is " + std::string(dtypeName(entry->dtype)) + " " +
                                        shown(nlohmann::json(entry->shape)) + ", expected I64 [" +
                                        std::to_string(images) + "]");
    std::vector<std::int64_t> values(static_cast<std::size_t>(images));
    if (auto done = file.read(*entry, std::as_writable_bytes(std::span(values))); !done)
        return failure(done);
    Labels labels;
    const auto count = takeLabels(file.path(), values, labels.values);
    if (!count)
        return failure(count);
    auto classes = classNames(file, *count);
    if (!classes)
        return failure(classes);
    labels.classes = std::move(*classes);
    return labels;
}

Result<PixelBlock> pixelsOfNpy(const InputFile& file, std::uint64_t start, std::uint64_t size) {
    const auto header = readNpyHeader(file, start, size);
    if (!header)
        return failure(header);
    if (header->isFortranOrder)
        return badFile(file.path(), "fortran_order is True, expected pixels in C order");
    return pixelBlock(file.path(), header->dtype, header->shape, header->dataStart);
}

Result<Labels> labelsOfNpy(const InputFile& file, const ZipRecord& record, std::int64_t images) {
    const auto header = readNpyHeader(file, record.offset, record.size);
    if (!header)
        return failure(header);
    if (header->dtype != DType::I64 || header->isBigEndian ||
        header->shape != std::vector<std::int64_t>{images})
        return badFile(file.path(), "labels is " + std::string(dtypeName(header->dtype)) + " " +
                                        shown(nlohmann::json(header->shape)) + ", expected I64 [" +
                                        std::to_string(images) + "]");
    std::vector<std::int64_t> values(static_cast<std::size_t>(images));
    if (auto done = file.read(header->dataStart, std::as_writable_bytes(std::span(values))); !done)
        return failure(done);
    Labels labels;
    const auto count = takeLabels(file.path(), values, labels.values);
    if (!count)
        return failure(count);
    labels.classes = numberedClasses(*count);
    return labels;
}

} // namespace

Result<std::unique_ptr<ImageDataset>> openPackedSafetensors(const std::filesystem::path& path) {
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    const TensorEntry* images = file->find("images");
    if (images == nullptr)
        return badFile(path, "tensor 'images' is missing");
    auto block = pixelBlock(path, images->dtype, images->shape, file->fileOffset(*images));
    if (!block)
        return failure(block);
    if (block->channels == 1)
        return badFile(path, "images is U8 " + shown(nlohmann::json(images->shape)) +
                                 ", expected U8 [N, Y, X, 3]");
    auto labels = readLabels(*file, block->count);
    if (!labels)
        return failure(labels);
    auto input = InputFile::open(path);
    if (!input)
        return failure(input);
    return std::make_unique<PackedPixels>(std::move(*input), *block, std::move(*labels),
                                          file->metadata());
}

Result<std::unique_ptr<ImageDataset>> openPackedNpy(const std::filesystem::path& path) {
    auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    auto block = pixelsOfNpy(*file, 0, file->size());
    if (!block)
        return failure(block);
    return std::make_unique<PackedPixels>(std::move(*file), *block, Labels{}, Metadata{});
}

Result<std::unique_ptr<ImageDataset>> openPackedNpz(const std::filesystem::path& path) {
    auto file = InputFile::open(path);
    if (!file)
        return failure(file);
    auto archive = ZipArchive::open(std::move(*file));
    if (!archive)
        return failure(archive);
    const ZipRecord* images = archive->find("images.npy");
    if (images == nullptr && archive->records().size() == 1)
        images = &archive->records().front();
    if (images == nullptr)
        return badFile(path, "array 'images' is missing");
    const ZipRecord* labels = archive->find("labels.npy");
    for (const ZipRecord* record : {images, labels}) {
        if (record != nullptr && !record->isStored)
            return badFile(path, "array " + inQuotes(record->name) +
                                     " is compressed; write the file with numpy.savez instead of "
                                     "numpy.savez_compressed");
    }
    const ZipRecord pixels = *images;
    const std::optional<ZipRecord> classes = labels ? std::optional(*labels) : std::nullopt;
    InputFile input = std::move(*archive).release();
    auto block = pixelsOfNpy(input, pixels.offset, pixels.size);
    if (!block)
        return failure(block);
    auto read = classes ? labelsOfNpy(input, *classes, block->count) : Result<Labels>(Labels{});
    if (!read)
        return failure(read);
    return std::make_unique<PackedPixels>(std::move(input), *block, std::move(*read), Metadata{});
}

} // namespace hierascope::io
