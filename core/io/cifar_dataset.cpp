// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cifar_dataset.h"

#include <algorithm>
#include <array>
#include <span>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "core/io/class_names.h"
#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

constexpr int kSide = 32;
constexpr std::size_t kPlane = std::size_t{kSide} * kSide;
constexpr std::size_t kPixels = 3 * kPlane;

/// How one of the two versions lays out a record.
struct Layout {
    const char* name;
    std::size_t labels; ///< bytes in front of the pixels; the last one counts
    int classes;
    const char* classFile;
    std::size_t recordBytes() const { return labels + kPixels; }
};
constexpr Layout kCifar10{"CIFAR-10", 1, 10, "batches.meta.txt"};
constexpr Layout kCifar100{"CIFAR-100", 2, 100, "fine_label_names.txt"};

class CifarDataset : public ImageDataset {
public:
    CifarDataset(const Layout& layout, std::vector<InputFile> files, std::vector<int> labels,
                 std::vector<std::string> classes)
        : m_layout(layout), m_files(std::move(files)), m_labels(std::move(labels)),
          m_classes(std::move(classes)) {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_labels.size()); }
    Result<ImageRgb8> image(std::int64_t index) const override {
        if (index < 0 || index >= size())
            throw std::out_of_range("image index " + std::to_string(index));
        auto record = static_cast<std::uint64_t>(index);
        std::size_t file = 0;
        while (record >= m_files[file].size() / m_layout.recordBytes())
            record -= m_files[file++].size() / m_layout.recordBytes();
        std::array<std::uint8_t, kPixels> planes{};
        if (auto done = m_files[file].read(record * m_layout.recordBytes() + m_layout.labels,
                                           std::as_writable_bytes(std::span(planes)));
            !done)
            return failure(done);
        ImageRgb8 image(kSide, kSide);
        for (std::size_t i = 0; i < kPlane; ++i)
            for (std::size_t channel = 0; channel < 3; ++channel)
                image.pixels[3 * i + channel] = planes[channel * kPlane + i];
        return image;
    }
    std::optional<int> label(std::int64_t index) const override {
        return m_labels.at(static_cast<std::size_t>(index));
    }
    const std::vector<std::string>& classes() const override { return m_classes; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string description() const override {
        return std::to_string(size()) + " images of " + m_layout.name + " from '" +
               m_files.front().path().string() + "'" +
               (m_files.size() > 1 ? " and " + std::to_string(m_files.size() - 1) + " more" : "");
    }

private:
    const Layout& m_layout;
    std::vector<InputFile> m_files;
    std::vector<int> m_labels; ///< of all files, one behind the other
    std::vector<std::string> m_classes;
    std::map<std::string, std::string> m_metadata;
};

/// Which version a file is: by its size, and by its name where both fit.
Result<const Layout*> layoutOf(const InputFile& file) {
    const std::string name = file.path().filename().string();
    const bool isNamed100 = name == "train.bin" || name == "test.bin";
    for (const Layout* layout :
         {isNamed100 ? &kCifar100 : &kCifar10, isNamed100 ? &kCifar10 : &kCifar100}) {
        if (file.size() > 0 && file.size() % layout->recordBytes() == 0)
            return layout;
    }
    return badFile(file.path(), "its " + std::to_string(file.size()) +
                                    " bytes are no whole number of CIFAR records of " +
                                    std::to_string(kCifar10.recordBytes()) + " or " +
                                    std::to_string(kCifar100.recordBytes()) + " bytes");
}

Result<void> readLabels(const InputFile& file, const Layout& layout, std::vector<int>& labels) {
    const std::uint64_t records = file.size() / layout.recordBytes();
    for (std::uint64_t record = 0; record < records; ++record) {
        std::uint8_t label = 0;
        if (auto done = file.read(record * layout.recordBytes() + layout.labels - 1,
                                  std::as_writable_bytes(std::span(&label, 1)));
            !done)
            return done;
        if (label >= layout.classes)
            return badFile(file.path(), "the label of record " + std::to_string(record) + " is " +
                                            std::to_string(label) + ", expected 0 to " +
                                            std::to_string(layout.classes - 1));
        labels.push_back(label);
    }
    return {};
}

/// The names beside the files where they are as many as there are classes, else numbers.
std::vector<std::string> classNames(const fs::path& folder, const Layout& layout) {
    constexpr std::uint64_t kLargest = 64 << 10;
    std::vector<std::string> names;
    if (const auto text = readWholeFile(folder / layout.classFile, kLargest)) {
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty())
                names.push_back(std::move(line));
    }
    return static_cast<int>(names.size()) == layout.classes ? names
                                                            : numberedClasses(layout.classes);
}

} // namespace

bool isCifarName(const fs::path& path) {
    const std::string name = path.filename().string();
    return name == "train.bin" || name == "test.bin" || name == "test_batch.bin" ||
           (name.starts_with("data_batch_") && name.ends_with(".bin"));
}

std::vector<fs::path> cifarTrainingFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (isCifarName(it->path()) && !name.starts_with("test"))
            files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::unique_ptr<ImageDataset>> openCifarDataset(const std::vector<fs::path>& paths) {
    std::vector<InputFile> files;
    std::vector<int> labels;
    const Layout* layout = nullptr;
    for (const fs::path& path : paths) {
        auto file = InputFile::open(path);
        if (!file)
            return failure(file);
        const auto found = layoutOf(*file);
        if (!found)
            return failure(found);
        if (layout != nullptr && *found != layout)
            return badFile(path, std::string("it is ") + (*found)->name + " beside files of " +
                                     layout->name);
        layout = *found;
        if (auto read = readLabels(*file, *layout, labels); !read)
            return failure(read);
        files.push_back(std::move(*file));
    }
    auto names = classNames(paths.front().parent_path(), *layout);
    return std::make_unique<CifarDataset>(*layout, std::move(files), std::move(labels),
                                          std::move(names));
}

} // namespace hierascope::io
