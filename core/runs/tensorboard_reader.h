// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace hierascope::runs {

struct TensorboardScalar {
    std::int64_t step = 0;
    double wallSeconds = 0.0; ///< since 1970
    double value = 0.0;
    bool operator==(const TensorboardScalar&) const = default;
};

struct TensorboardText {
    std::int64_t step = 0;
    double wallSeconds = 0.0; ///< since 1970
    std::string text;
    bool operator==(const TensorboardText&) const = default;
};

/// A picture and where its bytes lie; `TensorboardReader::bytesOf` fetches them.
struct TensorboardImage {
    std::int64_t step = 0;
    double wallSeconds = 0.0; ///< since 1970
    int width = 0;            ///< pixels, as the file says
    int height = 0;
    std::filesystem::path file;
    std::uint64_t offset = 0; ///< of the record in the file
    bool operator==(const TensorboardImage&) const = default;
};

/// What one run told, by tag, in the order of telling.
struct TensorboardRun {
    std::map<std::string, std::vector<TensorboardScalar>> scalars;
    std::map<std::string, std::vector<TensorboardImage>> images;
    std::map<std::string, std::vector<TensorboardText>> texts;
};

/// Reads the event files of one folder, ours or another program's, also while they grow.
///
/// Several files of a folder are one run, in the order of their names. What a run told again after
/// it went back to an older step takes the place of what it told before. A last record that is cut
/// off is still being written, or its process was killed: it is left out.
///
/// @source TensorFlow's event.proto and summary.proto; record_writer.cc for the framing
class TensorboardReader {
public:
    explicit TensorboardReader(std::filesystem::path folder);

    /// Reads what is new. NoInput where the folder has no event file; BadData naming file, place
    /// and what is wrong where a record is damaged: what stands before it stays read, and the rest
    /// of its file is left out from then on.
    Result<void> update();

    const TensorboardRun& run() const { return m_run; }

    /// A picture's file, PNG as a rule.
    ///
    /// @param tag of `run().images` where the picture stands
    static Result<std::string> bytesOf(const TensorboardImage& image, const std::string& tag);

private:
    struct Progress {
        std::uint64_t offset = 0;
        bool isBroken = false;
    };
    Result<void> readFile(const std::filesystem::path& file, Progress& progress);
    Result<void> add(const std::filesystem::path& file, std::uint64_t offset,
                     const std::string& record);
    void forgetFrom(std::int64_t step);

    std::filesystem::path m_folder;
    std::map<std::filesystem::path, Progress> m_files;
    TensorboardRun m_run;
};

/// The folders below `root` (and `root` itself) that hold event files, sorted: one run each. Links
/// are not followed, and folders nested deeper than eight are left out.
std::vector<std::filesystem::path> tensorboardFolders(const std::filesystem::path& root);

} // namespace hierascope::runs
