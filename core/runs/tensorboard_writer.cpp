// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard_writer.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <tensorboard_event.pb.h>
#include <unistd.h>

#include "core/runs/run_status.h"
#include "core/runs/tensorboard_record.h"

namespace hierascope::runs {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "events.out.tfevents.";
constexpr std::size_t kTimeDigits = 10;
constexpr int kString = 7; // DT_STRING of types.proto
constexpr int kRgb = 3;    // of Summary.Image.colorspace

double now() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Readers take files in the order of their names, so that one has to be later than all others.
std::int64_t freeTime(const fs::path& folder) {
    auto time = static_cast<std::int64_t>(now());
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        std::int64_t taken = 0;
        if (!name.starts_with(kPrefix))
            continue;
        const char* digits = name.data() + kPrefix.size();
        const auto parsed = std::from_chars(digits, name.data() + name.size(), taken);
        if (parsed.ec == std::errc() && parsed.ptr == digits + kTimeDigits)
            time = std::max(time, taken + 1);
    }
    return time;
}

std::string nameOf(std::int64_t time) {
    std::string digits = std::to_string(time);
    digits.insert(0, kTimeDigits - std::min(kTimeDigits, digits.size()), '0');
    return std::string(kPrefix) + digits + "." + hostName() + "." + std::to_string(::getpid());
}

tensorboard::Event eventAt(std::int64_t step) {
    tensorboard::Event event;
    event.set_wall_time(now());
    event.set_step(step);
    return event;
}

/// A side of a PNG file, from its first chunk.
int sideOf(std::string_view png, std::size_t at) {
    int side = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        side = side * 256 + static_cast<unsigned char>(png[i]);
    return side;
}

} // namespace

TensorboardWriter::TensorboardWriter(fs::path file, int descriptor)
    : m_file(std::move(file)), m_descriptor(descriptor) {}

TensorboardWriter::TensorboardWriter(TensorboardWriter&& other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size) {}

TensorboardWriter& TensorboardWriter::operator=(TensorboardWriter&& other) noexcept {
    std::swap(m_file, other.m_file);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

TensorboardWriter::~TensorboardWriter() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<TensorboardWriter> TensorboardWriter::open(const fs::path& folder, std::int64_t firstStep) {
    const fs::path file = folder / nameOf(freeTime(folder));
    TensorboardWriter writer(file,
                             ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (writer.m_descriptor < 0)
        return writer.systemFailure(errno);
    tensorboard::Event version = eventAt(firstStep);
    version.set_file_version("brain.Event:2");
    tensorboard::Event start = eventAt(firstStep);
    start.mutable_session_log()->set_status(tensorboard::SessionLog::START);
    for (const tensorboard::Event& event : {version, start}) {
        if (auto written = writer.writeRecord(event.SerializeAsString()); !written)
            return failure(written);
    }
    return writer;
}

Result<void> TensorboardWriter::writeScalars(std::int64_t step,
                                             const std::map<std::string, double>& values) {
    tensorboard::Event event = eventAt(step);
    for (const auto& [tag, value] : values) {
        tensorboard::Summary::Value* scalar = event.mutable_summary()->add_value();
        scalar->set_tag(tag);
        scalar->set_simple_value(static_cast<float>(value));
    }
    return writeRecord(event.SerializeAsString());
}

Result<void> TensorboardWriter::writeImage(std::int64_t step, const std::string& tag,
                                           std::string_view png) {
    constexpr std::size_t kWidthAt = 16;
    constexpr std::size_t kHeightAt = 20;
    if (png.size() < kHeightAt + 4)
        return failure(ErrorCode::BadData, "Picture '" + tag + "' is no PNG file.");
    tensorboard::Event event = eventAt(step);
    tensorboard::Summary::Value* value = event.mutable_summary()->add_value();
    value->set_tag(tag);
    value->mutable_metadata()->mutable_plugin_data()->set_plugin_name("images");
    tensorboard::Summary::Image* image = value->mutable_image();
    image->set_width(sideOf(png, kWidthAt));
    image->set_height(sideOf(png, kHeightAt));
    image->set_colorspace(kRgb);
    image->set_encoded_image_string(std::string(png));
    return writeRecord(event.SerializeAsString());
}

Result<void> TensorboardWriter::writeText(std::int64_t step, const std::string& tag,
                                          const std::string& text) {
    tensorboard::Event event = eventAt(step);
    tensorboard::Summary::Value* value = event.mutable_summary()->add_value();
    value->set_tag(tag);
    value->mutable_metadata()->mutable_plugin_data()->set_plugin_name("text");
    tensorboard::TensorProto* tensor = value->mutable_tensor();
    tensor->set_dtype(kString);
    tensor->mutable_tensor_shape()->add_dim()->set_size(1);
    tensor->add_string_val(text);
    return writeRecord(event.SerializeAsString());
}

tl::unexpected<Error> TensorboardWriter::systemFailure(int code) const {
    return failure(ErrorCode::CannotCreate, "Cannot write '" + m_file.string() + "': " +
                                                std::generic_category().message(code) + ".");
}

Result<void> TensorboardWriter::writeRecord(const std::string& data) {
    const std::string record = recordOf(data);
    std::string_view rest = record;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            const int code = written < 0 ? errno : ENOSPC;
            // What follows a half record could not be read.
            if (::ftruncate(m_descriptor, static_cast<off_t>(m_size)) == 0)
                ::lseek(m_descriptor, static_cast<off_t>(m_size), SEEK_SET);
            return systemFailure(code);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_size += record.size();
    return {};
}

} // namespace hierascope::runs
