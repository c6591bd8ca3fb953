// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_folder.h"

#include <algorithm>
#include <utility>

#include "core/io/image_reader.h"
#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

struct Picture {
    fs::path path;
    std::optional<int> label;
};

class ImageFolder : public ImageDataset {
public:
    ImageFolder(fs::path root, std::vector<Picture> pictures, std::vector<std::string> classes)
        : m_root(std::move(root)), m_pictures(std::move(pictures)), m_classes(std::move(classes)) {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_pictures.size()); }
    Result<ImageRgb8> image(std::int64_t index) const override {
        return readImage(m_pictures.at(static_cast<std::size_t>(index)).path);
    }
    std::optional<int> label(std::int64_t index) const override {
        return m_pictures.at(static_cast<std::size_t>(index)).label;
    }
    fs::path file(std::int64_t index) const override {
        return m_pictures.at(static_cast<std::size_t>(index)).path;
    }
    const std::vector<std::string>& classes() const override { return m_classes; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string description() const override {
        return std::to_string(size()) + " image files" +
               (m_classes.empty() ? "" : " in " + std::to_string(m_classes.size()) + " classes") +
               " from '" + m_root.string() + "'";
    }

private:
    fs::path m_root;
    std::vector<Picture> m_pictures;
    std::vector<std::string> m_classes;
    std::map<std::string, std::string> m_metadata;
};

bool isHidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// Everything visible right inside a folder, by name.
Result<std::vector<fs::path>> sortedEntries(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (!isHidden(it->path()))
            entries.push_back(it->path());
    if (error)
        return failure(ErrorCode::NoInput, "Cannot read the folder '" + folder.string() +
                                               "': " + error.message() + ".");
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// Images of one class with those of its subfolders. Linked folders further down are not
/// followed: they can form a circle.
Result<void> collect(const fs::path& folder, int depth, std::vector<fs::path>& images) {
    constexpr int kDeepest = 32;
    const auto entries = sortedEntries(folder);
    if (!entries)
        return failure(entries);
    for (const fs::path& path : *entries) {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            if (depth >= kDeepest || fs::is_symlink(path, error))
                continue;
            if (auto done = collect(path, depth + 1, images); !done)
                return done;
        } else if (hasImageExtension(path)) {
            images.push_back(path);
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<ImageDataset>> openImageFolder(const fs::path& root) {
    const auto entries = sortedEntries(root);
    if (!entries)
        return failure(entries);
    std::vector<Picture> flat;
    std::vector<Picture> labelled;
    std::vector<std::string> classes;
    for (const fs::path& path : *entries) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            if (hasImageExtension(path))
                flat.push_back({path, std::nullopt});
            continue;
        }
        std::vector<fs::path> images;
        if (auto done = collect(path, 1, images); !done)
            return failure(done);
        if (images.empty())
            continue;
        for (fs::path& image : images)
            labelled.push_back({std::move(image), static_cast<int>(classes.size())});
        classes.push_back(path.filename().string());
    }
    if (!flat.empty() && !labelled.empty())
        return badFile(root, "the folder holds images (" +
                                 inQuotes(flat.front().path.filename().string()) +
                                 ") and folders of images (" + inQuotes(classes.front()) +
                                 "); expected one or the other");
    if (flat.empty() && labelled.empty())
        return badFile(root, "the folder holds no image");
    auto& pictures = flat.empty() ? labelled : flat;
    return std::make_unique<ImageFolder>(root, std::move(pictures), std::move(classes));
}

} // namespace hierascope::io
