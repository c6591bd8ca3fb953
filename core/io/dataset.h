// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {

/// Pictures by number, read when asked for. Calls from several threads at once are allowed.
class ImageDataset {
public:
    virtual ~ImageDataset() = default;

    virtual std::int64_t size() const = 0;

    /// @param index in [0, size())
    /// @return      the picture, or the name of the file that cannot be read; the others stay good
    /// @throws std::out_of_range for any other index
    virtual Result<ImageRgb8> image(std::int64_t index) const = 0;

    /// The class of a picture as an index into `classes()`; none where the set has no labels.
    virtual std::optional<int> label(std::int64_t index) const = 0;

    /// The file that holds this picture alone; empty where a packed set holds it.
    virtual std::filesystem::path file(std::int64_t index) const;

    /// Class names; empty where the set has no labels.
    virtual const std::vector<std::string>& classes() const = 0;

    /// One line for people: what kind of set, how many pictures, from where.
    virtual std::string description() const = 0;

    /// Free text that came with the set (licence, source, ...).
    virtual const std::map<std::string, std::string>& metadata() const = 0;
};

/// Opens a set of pictures, told apart by what `path` is:
///
/// a folder of class folders of images, or a flat folder of images; WebDataset tar files (one, a
/// folder of them, or a pattern such as `train-{000..099}.tar`); CIFAR-10 or -100 in its binary
/// version (one `.bin` file, or the folder, for its training files); an IDX file (MNIST family,
/// plain or .gz, its labels beside it under the usual name); `.safetensors` with `images` uint8
/// [N, Y, X, 3] and optionally `labels` int64 [N]; `.npz` with the same arrays, not compressed;
/// `.npy` uint8 [N, Y, X, 3] or [N, Y, X].
Result<std::unique_ptr<ImageDataset>> openDataset(const std::filesystem::path& path);

} // namespace hierascope::io
