// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tar_dataset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

#include "core/io/class_names.h"
#include "core/io/image_reader.h"
#include "core/io/input_file.h"
#include "core/io/tar_listing.h"

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

constexpr int kNoLabel = -1;
constexpr int kLargestLabel = 65535;
constexpr std::uint64_t kLargestPicture = 1ULL << 30; // bytes in the file

struct TarPicture {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
    std::int32_t shard = 0;
    std::int32_t label = kNoLabel;
};

class TarDataset : public ImageDataset {
public:
    TarDataset(std::vector<fs::path> shards, std::vector<TarPicture> pictures, int classes)
        : m_shards(std::move(shards)), m_pictures(std::move(pictures)),
          m_classes(numberedClasses(classes)) {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_pictures.size()); }
    Result<ImageRgb8> image(std::int64_t index) const override {
        const TarPicture& picture = m_pictures.at(static_cast<std::size_t>(index));
        const fs::path& shard = m_shards[static_cast<std::size_t>(picture.shard)];
        // Opened for each picture: there may be more shards than a process may hold open.
        const auto file = InputFile::open(shard);
        if (!file)
            return failure(file);
        std::vector<std::byte> bytes(picture.size);
        if (auto done = file->read(picture.offset, bytes); !done)
            return failure(done);
        return decodeImage(bytes, shard.string() + ":" + nameAt(*file, picture.offset));
    }
    std::optional<int> label(std::int64_t index) const override {
        const int label = m_pictures.at(static_cast<std::size_t>(index)).label;
        return label == kNoLabel ? std::nullopt : std::optional(label);
    }
    const std::vector<std::string>& classes() const override { return m_classes; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string description() const override {
        return std::to_string(size()) + " pictures in " + std::to_string(m_shards.size()) +
               " tar files from '" + m_shards.front().string() + "'";
    }

private:
    /// A member's name, as the header in front of its bytes has it; long ones are cut there.
    static std::string nameAt(const InputFile& file, std::uint64_t offset) {
        constexpr std::uint64_t kHeader = 512;
        std::array<char, 100> name{};
        if (offset < kHeader ||
            !file.read(offset - kHeader, std::as_writable_bytes(std::span(name))))
            return "?";
        const std::string_view text(name.data(), name.size());
        return std::string(text.substr(0, text.find('\0')));
    }

    std::vector<fs::path> m_shards;
    std::vector<TarPicture> m_pictures;
    std::vector<std::string> m_classes;
    std::map<std::string, std::string> m_metadata;
};

/// A member's name in two: its key up to the first dot of the file's name, and what follows.
std::pair<std::string_view, std::string_view> keyAndExtension(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const std::size_t dot = name.find('.', slash == std::string_view::npos ? 0 : slash + 1);
    if (dot == std::string_view::npos)
        return {name, {}};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

/// Makes examples of members that come one after another.
class Gatherer {
public:
    explicit Gatherer(const std::vector<fs::path>& shards) : m_shards(shards) {}

    Result<void> gather() {
        for (std::size_t shard = 0; shard < m_shards.size(); ++shard) {
            m_shard = shard;
            const auto file = InputFile::open(m_shards[shard]);
            if (!file)
                return failure(file);
            if (auto listed = listTar(m_shards[shard],
                                      [&](const TarMember& member) { return take(*file, member); });
                !listed)
                return listed;
            finish(); // an example never goes on in the next shard
        }
        if (m_pictures.empty())
            return badFile(m_shards.front(),
                           m_shards.size() == 1 ? "the tar holds no picture"
                                                : "neither this tar nor the others hold a picture");
        return {};
    }

    std::vector<TarPicture> pictures() && { return std::move(m_pictures); }
    int classes() const { return m_largest + 1; }

private:
    Result<void> take(const InputFile& file, const TarMember& member) {
        const auto [key, extension] = keyAndExtension(member.name);
        if (key != m_key) {
            finish();
            m_key = key;
        }
        if (extension == "cls")
            return takeLabel(file, member);
        if (m_hasPicture || !hasImageExtension(fs::path(member.name)))
            return {};
        if (member.size > kLargestPicture)
            return badFile(file.path(), "member " + inQuotes(member.name) + " has " +
                                            std::to_string(member.size) +
                                            " bytes, too many for a picture");
        m_hasPicture = true;
        m_picture.offset = member.offset;
        m_picture.size = static_cast<std::uint32_t>(member.size);
        m_picture.shard = static_cast<std::int32_t>(m_shard);
        return {};
    }

    Result<void> takeLabel(const InputFile& file, const TarMember& member) {
        std::array<char, 32> bytes{};
        const auto size =
            static_cast<std::size_t>(std::min<std::uint64_t>(member.size, bytes.size()));
        if (auto read =
                file.read(member.offset, std::as_writable_bytes(std::span(bytes)).first(size));
            !read)
            return read;
        std::string_view text(bytes.data(), size);
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
            text.remove_suffix(1);
        int label = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), label);
        if (text.empty() || error != std::errc() || end != text.data() + text.size() || label < 0 ||
            label > kLargestLabel)
            return badFile(file.path(), "member " + inQuotes(member.name) + " is " +
                                            inQuotes(text) + ", expected a class from 0 to " +
                                            std::to_string(kLargestLabel));
        m_picture.label = label;
        return {};
    }

    void finish() {
        if (m_hasPicture) {
            m_pictures.push_back(m_picture);
            m_largest = std::max(m_largest, m_picture.label);
        }
        m_picture = {};
        m_hasPicture = false;
        m_key.clear();
    }

    const std::vector<fs::path>& m_shards;
    std::size_t m_shard = 0;
    std::string m_key;
    TarPicture m_picture;
    bool m_hasPicture = false;
    std::vector<TarPicture> m_pictures;
    int m_largest = kNoLabel;
};

} // namespace

Result<std::unique_ptr<ImageDataset>> openTarDataset(const std::vector<fs::path>& shards) {
    Gatherer gatherer(shards);
    if (auto gathered = gatherer.gather(); !gathered)
        return failure(gathered);
    const int classes = gatherer.classes();
    return std::make_unique<TarDataset>(shards, std::move(gatherer).pictures(), classes);
}

} // namespace hierascope::io
