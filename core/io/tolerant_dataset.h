// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/io/dataset.h"

namespace hierascope::io {

/// A data set some of whose pictures may be broken: each is named once in the log, and the next
/// good one stands in its place, with its label.
///
/// Which picture that is follows from the data alone. Once more than the stated share is broken,
/// `image` is an error that says so.
class TolerantDataset : public ImageDataset {
public:
    /// @param share of all pictures that may be broken, 0 to 1
    /// @param field the option that states it, for messages
    TolerantDataset(std::unique_ptr<ImageDataset> data, double share, std::string field);

    std::int64_t size() const override { return m_data->size(); }
    Result<ImageRgb8> image(std::int64_t index) const override;
    /// That of the picture which `image` gave for this number.
    std::optional<int> label(std::int64_t index) const override;
    std::filesystem::path file(std::int64_t index) const override { return m_data->file(index); }
    const std::vector<std::string>& classes() const override { return m_data->classes(); }
    std::string description() const override { return m_data->description(); }
    const std::map<std::string, std::string>& metadata() const override {
        return m_data->metadata();
    }

    /// How many were found broken so far.
    std::int64_t brokenCount() const;

private:
    Result<void> note(std::int64_t index, const Error& why) const;

    std::unique_ptr<ImageDataset> m_data;
    double m_share;
    std::string m_field;
    mutable std::mutex m_mutex;
    mutable std::map<std::int64_t, std::int64_t> m_instead; ///< broken number -> the next one
};

} // namespace hierascope::io
