// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/idx_dataset.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <stdexcept>
#include <utility>

#include <zlib.h>

#include "core/io/class_names.h"
#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestUnpacked = 4ULL << 30;
constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kLabelsMagic = 0x00000801;
/// Deflate cannot shrink anything further than this.
constexpr std::uint64_t kBestRatio = 1032;
constexpr std::uint32_t kLongestSide = 65536;

/// The bytes of one IDX file, unpacked where it is compressed.
class IdxReader {
public:
    static Result<IdxReader> open(const fs::path& path) {
        auto file = InputFile::open(path);
        if (!file)
            return failure(file);
        return IdxReader(std::move(*file));
    }

    IdxReader(IdxReader&& other) noexcept = default;
    IdxReader& operator=(IdxReader&&) = delete;

    /// Reads magic and sizes, then exactly as many bytes as they say, and demands the end.
    Result<std::vector<std::uint8_t>> read(std::uint32_t magic, std::span<std::uint32_t> sides) {
        std::string packed(static_cast<std::size_t>(std::min(m_file.size(), kLargestUnpacked)),
                           '\0');
        if (m_file.size() > kLargestUnpacked)
            return badFile(m_file.path(), "the file has " + std::to_string(m_file.size()) +
                                              " bytes; at most " +
                                              std::to_string(kLargestUnpacked) + " are read");
        if (auto done = m_file.read(0, std::as_writable_bytes(std::span(packed))); !done)
            return failure(done);
        m_isPacked = m_file.path().extension() == ".gz";
        return m_isPacked ? inflateAll(packed, magic, sides) : plain(packed, magic, sides);
    }

private:
    explicit IdxReader(InputFile file) : m_file(std::move(file)) {}

    /// Checks the header and returns how many data bytes it promises.
    Result<std::uint64_t> promised(const std::string& header, std::uint32_t magic,
                                   std::span<std::uint32_t> sides) const {
        const auto number = [&header](std::size_t index) {
            std::uint32_t value = 0;
            for (std::size_t i = 0; i < 4; ++i)
                value = value << 8 | static_cast<unsigned char>(header[index * 4 + i]);
            return value;
        };
        if (number(0) != magic)
            return badFile(m_file.path(), "its magic number is " + std::to_string(number(0)) +
                                              ", expected " + std::to_string(magic));
        std::uint64_t bytes = 1;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            sides[i] = number(i + 1);
            const bool isFit = sides[i] > 0 && (i == 0 || sides[i] <= kLongestSide);
            if (!isFit || __builtin_mul_overflow(bytes, std::uint64_t{sides[i]}, &bytes) ||
                bytes > kLargestUnpacked)
                return badFile(m_file.path(), "dimension " + std::to_string(i) + " is " +
                                                  std::to_string(sides[i]) +
                                                  ", which is zero or too large");
        }
        return bytes;
    }

    static std::size_t headerBytes(std::span<std::uint32_t> sides) { return 4 + 4 * sides.size(); }

    tl::unexpected<Error> wrongSize(std::uint64_t expected, const std::string& found) const {
        return badFile(m_file.path(), "its dimensions ask for " + std::to_string(expected) +
                                          " bytes of data, but it has " + found);
    }

    Result<std::vector<std::uint8_t>> plain(const std::string& bytes, std::uint32_t magic,
                                            std::span<std::uint32_t> sides) const {
        if (bytes.size() < headerBytes(sides))
            return badFile(m_file.path(), "the file has " + std::to_string(bytes.size()) +
                                              " bytes, less than its header");
        const auto expected = promised(bytes, magic, sides);
        if (!expected)
            return failure(expected);
        if (*expected != bytes.size() - headerBytes(sides))
            return wrongSize(*expected, std::to_string(bytes.size() - headerBytes(sides)));
        return std::vector<std::uint8_t>(
            bytes.begin() + static_cast<std::ptrdiff_t>(headerBytes(sides)), bytes.end());
    }

    Result<std::vector<std::uint8_t>> inflateAll(const std::string& packed, std::uint32_t magic,
                                                 std::span<std::uint32_t> sides) const {
        Inflater inflater(packed);
        std::string header(headerBytes(sides), '\0');
        if (inflater.fill(std::as_writable_bytes(std::span(header))) != header.size())
            return badFile(m_file.path(), "it is no gzip file, or ends within the IDX header");
        const auto expected = promised(header, magic, sides);
        if (!expected)
            return failure(expected);
        if (*expected / kBestRatio > packed.size())
            return wrongSize(*expected,
                             "only " + std::to_string(packed.size()) + " compressed ones");
        std::vector<std::uint8_t> data(static_cast<std::size_t>(*expected));
        const std::size_t got = inflater.fill(std::as_writable_bytes(std::span(data)));
        if (got != data.size())
            return wrongSize(*expected, std::to_string(got) + " before it ends or is damaged");
        std::byte more = {};
        if (inflater.fill(std::span(&more, 1)) != 0)
            return wrongSize(*expected, "more");
        if (!inflater.isAtGoodEnd())
            return badFile(m_file.path(), "its gzip checksum or its end is wrong");
        return data;
    }

    /// Unpacks a gzip stream piece by piece.
    class Inflater {
    public:
        explicit Inflater(const std::string& packed) : m_packed(packed) {
            constexpr int kGzipOnly = 16 + MAX_WBITS;
            m_isGood = inflateInit2(&m_stream, kGzipOnly) == Z_OK;
        }
        ~Inflater() { inflateEnd(&m_stream); }
        Inflater(const Inflater&) = delete;
        Inflater& operator=(const Inflater&) = delete;

        /// @return how many bytes of `target` were filled: fewer at the end or at damage.
        std::size_t fill(std::span<std::byte> target) {
            constexpr std::size_t kMost = 1 << 30; // zlib counts in 32 bits
            std::size_t filled = 0;
            while (m_isGood && !m_isAtEnd && filled < target.size()) {
                const std::size_t room = std::min(target.size() - filled, kMost);
                const std::size_t input = std::min(m_packed.size() - m_position, kMost);
                // zlib's interface takes a pointer to non-const and does not write there.
                m_stream.next_in =
                    reinterpret_cast<Bytef*>(const_cast<char*>(m_packed.data() + m_position));
                m_stream.avail_in = static_cast<uInt>(input);
                m_stream.next_out = reinterpret_cast<Bytef*>(target.data() + filled);
                m_stream.avail_out = static_cast<uInt>(room);
                const int status = inflate(&m_stream, Z_NO_FLUSH);
                m_position += input - m_stream.avail_in;
                filled += room - m_stream.avail_out;
                m_isAtEnd = status == Z_STREAM_END;
                m_isGood = status == Z_OK || m_isAtEnd;
            }
            return filled;
        }

        /// After the last byte: the checksum was right and nothing follows it.
        bool isAtGoodEnd() const { return m_isAtEnd && m_position == m_packed.size(); }

    private:
        const std::string& m_packed;
        std::size_t m_position = 0;
        z_stream m_stream = {};
        bool m_isGood = false;
        bool m_isAtEnd = false;
    };

    InputFile m_file;
    bool m_isPacked = false;
};

class IdxDataset : public ImageDataset {
public:
    IdxDataset(fs::path path, std::array<std::uint32_t, 3> sides, std::vector<std::uint8_t> pixels,
               std::vector<std::uint8_t> labels)
        : m_path(std::move(path)), m_sides(sides), m_pixels(std::move(pixels)),
          m_labels(std::move(labels)) {
        if (!m_labels.empty())
            m_classes = numberedClasses(*std::max_element(m_labels.begin(), m_labels.end()) + 1);
    }

    std::int64_t size() const override { return m_sides[0]; }
    Result<ImageRgb8> image(std::int64_t index) const override {
        if (index < 0 || index >= size())
            throw std::out_of_range("image index " + std::to_string(index));
        ImageRgb8 image(static_cast<int>(m_sides[2]), static_cast<int>(m_sides[1]));
        const std::size_t pixels = std::size_t{m_sides[1]} * m_sides[2];
        const auto grey =
            std::span(m_pixels).subspan(static_cast<std::size_t>(index) * pixels, pixels);
        for (std::size_t i = 0; i < pixels; ++i)
            std::fill_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(3 * i), 3, grey[i]);
        return image;
    }
    std::optional<int> label(std::int64_t index) const override {
        return m_labels.empty() ? std::nullopt
                                : std::optional<int>(m_labels.at(static_cast<std::size_t>(index)));
    }
    const std::vector<std::string>& classes() const override { return m_classes; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string description() const override {
        return std::to_string(size()) + " IDX images of " + std::to_string(m_sides[2]) + " x " +
               std::to_string(m_sides[1]) + " pixels from '" + m_path.string() + "'";
    }

private:
    fs::path m_path;
    std::array<std::uint32_t, 3> m_sides; ///< images, rows, columns
    std::vector<std::uint8_t> m_pixels;   ///< [N, Y, X]
    std::vector<std::uint8_t> m_labels;   ///< [N] or empty
    std::vector<std::string> m_classes;
    std::map<std::string, std::string> m_metadata;
};

/// The labels' file beside the images', compressed or not, or nothing.
std::optional<fs::path> labelsBeside(const fs::path& images) {
    std::string name = images.filename().string();
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    for (const auto& [from, to] : {std::pair("images", "labels"), std::pair("idx3", "idx1")}) {
        const auto place = name.find(from);
        if (place == std::string::npos)
            return std::nullopt;
        name.replace(place, std::strlen(from), to);
    }
    for (const char* ending : {"", ".gz"})
        if (std::error_code error; fs::exists(images.parent_path() / (name + ending), error))
            return images.parent_path() / (name + ending);
    return std::nullopt;
}

} // namespace

bool isIdxName(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.ends_with("idx3-ubyte") || name.ends_with("idx3-ubyte.gz");
}

Result<std::unique_ptr<ImageDataset>> openIdxDataset(const fs::path& images) {
    auto reader = IdxReader::open(images);
    if (!reader)
        return failure(reader);
    std::array<std::uint32_t, 3> sides = {};
    auto pixels = reader->read(kImagesMagic, sides);
    if (!pixels)
        return failure(pixels);
    std::vector<std::uint8_t> labels;
    if (const auto path = labelsBeside(images)) {
        auto labelReader = IdxReader::open(*path);
        if (!labelReader)
            return failure(labelReader);
        std::array<std::uint32_t, 1> count = {};
        auto read = labelReader->read(kLabelsMagic, count);
        if (!read)
            return failure(read);
        if (count[0] != sides[0])
            return badFile(*path, "it has " + std::to_string(count[0]) + " labels for " +
                                      std::to_string(sides[0]) + " images");
        labels = std::move(*read);
    }
    return std::make_unique<IdxDataset>(images, sides, std::move(*pixels), std::move(labels));
}

} // namespace hierascope::io
