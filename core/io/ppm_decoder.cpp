// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ppm_decoder.h"

#include <optional>

namespace hierascope::io {

namespace {

struct PpmHeader {
    bool isColour = false;
    bool isText = false;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t maxValue = 0;
    std::size_t dataOffset = 0; ///< where the samples start
};

bool isSpace(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Reads whole numbers between white space and comments.
class NumberReader {
public:
    NumberReader(const ImageSource& source, std::size_t offset) : m_source(source), m_at(offset) {}

    std::size_t offset() const { return m_at; }

    /// Nothing if the next word is no number of at most nine digits, or no white space follows it.
    std::optional<std::int64_t> next() {
        skipSpaceAndComments();
        const std::size_t start = m_at;
        std::int64_t value = 0;
        while (m_at < m_source.size() && m_source.data()[m_at] >= '0' &&
               m_source.data()[m_at] <= '9' && m_at - start < 10)
            value = value * 10 + (m_source.data()[m_at++] - '0');
        // A number at the very end may have lost digits, so a white space must follow each.
        const bool ends = m_at < m_source.size() &&
                          (isSpace(m_source.data()[m_at]) || m_source.data()[m_at] == '#');
        if (m_at == start || m_at - start > 9 || !ends)
            return std::nullopt;
        return value;
    }

private:
    void skipSpaceAndComments() {
        bool inComment = false;
        for (; m_at < m_source.size(); ++m_at) {
            const std::uint8_t c = m_source.data()[m_at];
            if (inComment)
                inComment = c != '\n' && c != '\r';
            else if (c == '#')
                inComment = true;
            else if (!isSpace(c))
                return;
        }
    }

    const ImageSource& m_source;
    std::size_t m_at;
};

Result<PpmHeader> readHeader(const ImageSource& source) {
    const char kind = static_cast<char>(source.data()[1]);
    PpmHeader header;
    header.isColour = kind == '3' || kind == '6';
    header.isText = kind == '2' || kind == '3';
    NumberReader numbers(source, 2);
    const std::pair<const char*, std::int64_t*> fields[] = {
        {"width", &header.width}, {"height", &header.height}, {"maximum value", &header.maxValue}};
    for (const auto& [field, value] : fields) {
        const auto number = numbers.next();
        if (!number)
            return source.bad(std::string(field) + " in the header is missing or is not a number " +
                              "of at most nine digits.");
        *value = *number;
    }
    if (header.maxValue < 1 || header.maxValue > 65535)
        return source.bad("maximum value " + std::to_string(header.maxValue) +
                          " is not in 1..65535.");
    header.dataOffset = numbers.offset() + 1; // exactly one white space ends the header
    return header;
}

/// Fails if the file is too short for its samples, before anything is allocated for them.
Result<void> checkLength(const ImageSource& source, const PpmHeader& header) {
    const std::int64_t samples = header.width * header.height * (header.isColour ? 3 : 1);
    std::int64_t needed = samples * (header.maxValue > 255 ? 2 : 1);
    if (header.isText)
        needed = 2 * samples; // a digit each and a white space after it
    const auto present =
        static_cast<std::int64_t>(source.size()) - static_cast<std::int64_t>(header.dataOffset);
    if (present < needed)
        return source.bad("pixel data has " + std::to_string(std::max<std::int64_t>(present, 0)) +
                          " bytes, at least " + std::to_string(needed) + " are needed.");
    return {};
}

/// Hands out the samples one after the other.
class SampleReader {
public:
    SampleReader(const ImageSource& source, const PpmHeader& header)
        : m_source(source), m_header(header), m_numbers(source, header.dataOffset),
          m_at(source.data() + header.dataOffset) {}

    Result<std::uint8_t> next() {
        std::int64_t value = 0;
        if (m_header.isText) {
            const auto number = m_numbers.next();
            if (!number)
                return m_source.bad("pixel data at byte " + std::to_string(m_numbers.offset()) +
                                    " is not a number followed by white space.");
            value = *number;
        } else if (m_header.maxValue > 255) {
            value = m_at[0] << 8 | m_at[1];
            m_at += 2;
        } else {
            value = *m_at++;
        }
        if (value > m_header.maxValue)
            return m_source.bad("pixel value " + std::to_string(value) +
                                " is over the maximum value " + std::to_string(m_header.maxValue) +
                                ".");
        return static_cast<std::uint8_t>((value * 255 + m_header.maxValue / 2) / m_header.maxValue);
    }

private:
    const ImageSource& m_source;
    const PpmHeader& m_header;
    NumberReader m_numbers;
    const std::uint8_t* m_at;
};

} // namespace

Result<DecodedImage> decodePpm(const ImageSource& source, const ImageReadOptions& options) {
    const auto header = readHeader(source);
    if (!header)
        return failure(header);
    if (auto checked = source.checkSize(header->width, header->height, options); !checked)
        return failure(checked);
    if (auto checked = checkLength(source, *header); !checked)
        return failure(checked);
    ImageRgb8 image(static_cast<int>(header->width), static_cast<int>(header->height));
    SampleReader samples(source, *header);
    const std::size_t copies = header->isColour ? 1 : 3;
    for (std::size_t i = 0; i < image.pixels.size(); i += copies) {
        const auto sample = samples.next();
        if (!sample)
            return failure(sample);
        for (std::size_t copy = 0; copy < copies; ++copy)
            image.pixels[i + copy] = *sample;
    }
    return DecodedImage{std::move(image), 1};
}

Result<StoredSize> readPpmSize(const ImageSource& source) {
    const auto header = readHeader(source);
    if (!header)
        return failure(header);
    const ImageReadOptions noLimit{INT64_MAX, INT32_MAX, {}};
    if (auto checked = source.checkSize(header->width, header->height, noLimit); !checked)
        return failure(checked);
    return StoredSize{{static_cast<int>(header->width), static_cast<int>(header->height)}, 1};
}

} // namespace hierascope::io
