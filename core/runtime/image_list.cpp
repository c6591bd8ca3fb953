// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/image_list.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/io/dataset.h"
#include "core/io/image_reader.h"

namespace hierascope::runtime {

namespace fs = std::filesystem;

void ImageList::addSet(std::shared_ptr<const io::ImageDataset> set, const fs::path& path) {
    Part part{m_size, std::move(set), path, {}};
    for (const std::string& name : part.set->classes()) {
        const auto next = static_cast<std::int32_t>(m_classes.size());
        const auto [entry, isNew] = m_classIndex.try_emplace(name, next);
        if (isNew)
            m_classes.push_back(name);
        part.labels.push_back(entry->second);
    }
    m_size += part.set->size();
    m_parts.push_back(std::move(part));
}

Result<ImageList> ImageList::open(const std::vector<fs::path>& paths) {
    ImageList list;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (fs::is_regular_file(path, error) && io::hasImageExtension(path)) {
            list.m_parts.push_back({list.m_size++, nullptr, path, {}});
            continue;
        }
        auto set = io::openDataset(path);
        if (!set)
            return failure(set);
        list.addSet(std::move(*set), path);
    }
    if (list.m_size == 0)
        return failure(ErrorCode::NoInput, paths.empty()
                                               ? "No images are given."
                                               : "'" + paths.front().string() + "' has no image.");
    return list;
}

const ImageList::Part& ImageList::partOf(std::int64_t index) const {
    const auto after =
        std::upper_bound(m_parts.begin(), m_parts.end(), index,
                         [](std::int64_t value, const Part& part) { return value < part.first; });
    return *std::prev(after);
}

Result<ImageRgb8> ImageList::image(std::int64_t index) const {
    const Part& part = partOf(index);
    return part.set ? part.set->image(index - part.first) : io::readImage(part.path);
}

std::int32_t ImageList::label(std::int64_t index) const {
    const Part& part = partOf(index);
    const auto label = part.set ? part.set->label(index - part.first) : std::nullopt;
    if (!label || *label < 0 || *label >= static_cast<int>(part.labels.size()))
        return -1;
    return part.labels[static_cast<std::size_t>(*label)];
}

fs::path ImageList::file(std::int64_t index) const {
    const Part& part = partOf(index);
    return part.set ? part.set->file(index - part.first) : part.path;
}

std::string ImageList::name(std::int64_t index) const {
    const Part& part = partOf(index);
    const fs::path file = this->file(index);
    if (file.empty())
        return part.path.filename().string() + " " + std::to_string(index - part.first);
    if (!part.set || part.set->classes().empty())
        return file.filename().string();
    return file.lexically_relative(part.path).generic_string();
}

std::string ImageList::description() const {
    std::string text;
    std::int64_t files = 0;
    for (const Part& part : m_parts) {
        if (part.set)
            text += (text.empty() ? "" : ", ") + part.set->description();
        else
            ++files;
    }
    if (files == 1 && text.empty())
        return "'" + m_parts.front().path.string() + "'";
    if (files > 0)
        text += (text.empty() ? "" : ", ") + std::to_string(files) +
                (files == 1 ? " image file" : " image files");
    return text;
}

} // namespace hierascope::runtime
