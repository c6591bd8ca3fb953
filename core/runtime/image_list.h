// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {
class ImageDataset;
} // namespace hierascope::io

namespace hierascope::runtime {

/// Images of several places under one numbering: data sets and single files, one after another.
class ImageList {
public:
    /// @param paths image files, folders of images, or any data set that training reads
    static Result<ImageList> open(const std::vector<std::filesystem::path>& paths);

    std::int64_t size() const { return m_size; }
    Result<ImageRgb8> image(std::int64_t index) const;

    /// Index into `classes()`, -1 where the image has none.
    std::int32_t label(std::int64_t index) const;

    /// For people: the file's name, with its folder where that is its class, or its number.
    std::string name(std::int64_t index) const;

    /// Empty inside a packed set.
    std::filesystem::path file(std::int64_t index) const;

    /// Class names of all sets together, each once.
    const std::vector<std::string>& classes() const { return m_classes; }

    /// One line: what was opened, from where.
    std::string description() const;

private:
    /// A data set, or a single file.
    struct Part {
        std::int64_t first = 0;
        std::shared_ptr<const io::ImageDataset> set; ///< none: the file
        std::filesystem::path path;
        std::vector<std::int32_t> labels; ///< the set's labels in `m_classes`
    };
    const Part& partOf(std::int64_t index) const;
    void addSet(std::shared_ptr<const io::ImageDataset> set, const std::filesystem::path& path);

    std::vector<Part> m_parts;
    std::int64_t m_size = 0;
    std::vector<std::string> m_classes;
    std::map<std::string, std::int32_t> m_classIndex;
};

} // namespace hierascope::runtime
