// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace hierascope::runs {

/// Writes one event file of TensorBoard; each start of a run writes its own beside the older ones.
///
/// A record that could not be written whole is taken back, so that the file stays readable.
///
/// @source TensorFlow's event.proto and summary.proto; record_writer.cc for the framing
class TensorboardWriter {
public:
    /// Makes `events.out.tfevents.TIME.HOST.PID`, whose name sorts behind those that are there.
    ///
    /// @param firstStep what older files tell of this step and later ones no longer counts
    static Result<TensorboardWriter> open(const std::filesystem::path& folder,
                                          std::int64_t firstStep);

    TensorboardWriter(TensorboardWriter&& other) noexcept;
    TensorboardWriter& operator=(TensorboardWriter&& other) noexcept;
    ~TensorboardWriter();

    Result<void> writeScalars(std::int64_t step, const std::map<std::string, double>& values);
    /// @param png the bytes of a PNG file of 8-bit RGB
    Result<void> writeImage(std::int64_t step, const std::string& tag, std::string_view png);
    /// @param text Markdown
    Result<void> writeText(std::int64_t step, const std::string& tag, const std::string& text);

    const std::filesystem::path& file() const { return m_file; }

private:
    TensorboardWriter(std::filesystem::path file, int descriptor);
    Result<void> writeRecord(const std::string& data);
    tl::unexpected<Error> systemFailure(int code) const;

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::uint64_t m_size = 0; ///< of the file's whole records
};

} // namespace hierascope::runs
