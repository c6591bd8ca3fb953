// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard_reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <utility>

#include <tensorboard_event.pb.h>

#include "core/runs/tensorboard_record.h"

namespace hierascope::runs {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 64ULL << 20U; // of one record
constexpr int kDeepest = 8;
constexpr int kFloat = 1; // DT_FLOAT, DT_DOUBLE, DT_STRING of types.proto
constexpr int kDouble = 2;
constexpr int kString = 7;

tl::unexpected<Error> broken(const fs::path& file, std::uint64_t offset, const std::string& what) {
    return failure(ErrorCode::BadData, "Event file '" + file.string() + "', byte " +
                                           std::to_string(offset) + ": " + what + ".");
}

bool isEventFile(const fs::path& file) {
    std::error_code error;
    return file.filename().string().find("tfevents") != std::string::npos &&
           fs::is_regular_file(file, error);
}

/// The record at an offset; nothing where it is cut off, or the file ends there.
Result<std::optional<std::string>> recordAt(std::ifstream& in, const fs::path& file,
                                            std::uint64_t offset) {
    std::string head(kRecordHead, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(offset));
    if (!in.read(head.data(), kRecordHead))
        return std::nullopt;
    const RecordHead said = recordHeadOf(head);
    if (!said.isIntact)
        return broken(file, offset, "the length of the record does not fit its checksum");
    if (said.length > kMostBytes)
        return broken(file, offset,
                      "the record has " + std::to_string(said.length) + " bytes, more than " +
                          std::to_string(kMostBytes));
    std::string data;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size < offset + kRecordHead + said.length + kRecordTail)
        return std::nullopt; // not there yet: no memory for it either
    data.resize(said.length);
    std::string tail(kRecordTail, '\0');
    if (!in.read(data.data(), static_cast<std::streamsize>(data.size())) ||
        !in.read(tail.data(), kRecordTail))
        return std::nullopt;
    if (!isIntact(data, tail))
        return broken(file, offset, "the record does not fit its checksum");
    return data;
}

template <typename Number>
double numberOf(const std::string& bytes) {
    Number number{};
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

/// The one number that a tensor holds, as TensorFlow 2 writes scalars.
std::optional<double> numberOf(const tensorboard::TensorProto& tensor) {
    if (tensor.dtype() == kFloat && tensor.float_val_size() == 1)
        return tensor.float_val(0);
    if (tensor.dtype() == kFloat && tensor.tensor_content().size() == sizeof(float))
        return numberOf<float>(tensor.tensor_content());
    if (tensor.dtype() == kDouble && tensor.double_val_size() == 1)
        return tensor.double_val(0);
    if (tensor.dtype() == kDouble && tensor.tensor_content().size() == sizeof(double))
        return numberOf<double>(tensor.tensor_content());
    return std::nullopt;
}

/// A tensor of width, height and pictures, as TensorFlow 2 writes them.
bool isPicture(const tensorboard::TensorProto& tensor) {
    constexpr std::size_t kSignature = 4;
    return tensor.dtype() == kString && tensor.string_val_size() >= 3 &&
           tensor.string_val(2).substr(1, kSignature - 1) == "PNG";
}

int sideOf(const std::string& digits) {
    int side = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), side);
    return side;
}

template <typename Point>
void forgetFrom(std::map<std::string, std::vector<Point>>& tags, std::int64_t step) {
    for (auto& [tag, points] : tags)
        std::erase_if(points, [step](const Point& point) { return point.step >= step; });
    std::erase_if(tags, [](const auto& entry) { return entry.second.empty(); });
}

} // namespace

TensorboardReader::TensorboardReader(fs::path folder) : m_folder(std::move(folder)) {}

Result<void> TensorboardReader::update() {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (isEventFile(entry.path()))
            files.push_back(entry.path());
    }
    if (error)
        return failure(ErrorCode::NoInput, "Folder '" + m_folder.string() +
                                               "' cannot be read: " + error.message() + ".");
    if (files.empty())
        return failure(ErrorCode::NoInput,
                       "Folder '" + m_folder.string() + "' has no event file of TensorBoard.");
    std::sort(files.begin(), files.end());
    Result<void> read;
    for (const fs::path& file : files) {
        Progress& progress = m_files[file];
        auto done = progress.isBroken ? Result<void>() : readFile(file, progress);
        if (!done && read)
            read = std::move(done);
    }
    return read;
}

Result<void> TensorboardReader::readFile(const fs::path& file, Progress& progress) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return failure(ErrorCode::NoInput, "Event file '" + file.string() + "' cannot be read.");
    for (;;) {
        const auto record = recordAt(in, file, progress.offset);
        if (record && !*record)
            return {};
        auto added = record ? add(file, progress.offset, **record) : failure(record);
        if (!added) {
            progress.isBroken = true;
            return added;
        }
        progress.offset += kRecordHead + (*record)->size() + kRecordTail;
    }
}

Result<void> TensorboardReader::add(const fs::path& file, std::uint64_t offset,
                                    const std::string& record) {
    tensorboard::Event event;
    if (!event.ParseFromString(record))
        return broken(file, offset, "the record is no event");
    if (event.session_log().status() == tensorboard::SessionLog::START)
        forgetFrom(event.step());
    for (const tensorboard::Summary::Value& value : event.summary().value()) {
        const auto step = event.step();
        const double wall = event.wall_time();
        const tensorboard::TensorProto& tensor = value.tensor();
        if (value.has_simple_value())
            m_run.scalars[value.tag()].push_back({step, wall, value.simple_value()});
        else if (value.has_image())
            m_run.images[value.tag()].push_back(
                {step, wall, value.image().width(), value.image().height(), file, offset});
        else if (isPicture(tensor))
            m_run.images[value.tag()].push_back({step, wall, sideOf(tensor.string_val(0)),
                                                 sideOf(tensor.string_val(1)), file, offset});
        else if (const auto number = numberOf(tensor))
            m_run.scalars[value.tag()].push_back({step, wall, *number});
        else if (tensor.dtype() == kString && tensor.string_val_size() == 1)
            m_run.texts[value.tag()].push_back({step, wall, tensor.string_val(0)});
    }
    return {};
}

void TensorboardReader::forgetFrom(std::int64_t step) {
    runs::forgetFrom(m_run.scalars, step);
    runs::forgetFrom(m_run.images, step);
    runs::forgetFrom(m_run.texts, step);
}

Result<std::string> TensorboardReader::bytesOf(const TensorboardImage& image,
                                               const std::string& tag) {
    std::ifstream in(image.file, std::ios::binary);
    const auto record = recordAt(in, image.file, image.offset);
    if (!record)
        return failure(record);
    tensorboard::Event event;
    if (!*record || !event.ParseFromString(**record))
        return broken(image.file, image.offset, "the record is not there any more");
    for (const tensorboard::Summary::Value& value : event.summary().value()) {
        if (value.tag() != tag)
            continue;
        if (value.has_image())
            return value.image().encoded_image_string();
        if (isPicture(value.tensor()))
            return value.tensor().string_val(2);
    }
    return broken(image.file, image.offset, "there is no picture '" + tag + "'");
}

std::vector<fs::path> tensorboardFolders(const fs::path& root) {
    std::vector<fs::path> folders;
    std::error_code error;
    const auto look = [&folders](const fs::path& file) {
        if (isEventFile(file) &&
            std::find(folders.begin(), folders.end(), file.parent_path()) == folders.end())
            folders.push_back(file.parent_path());
    };
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied,
                                           error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry.depth() >= kDeepest)
            entry.disable_recursion_pending();
        look(entry->path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

} // namespace hierascope::runs
