// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tolerant_dataset.h"

#include <array>
#include <cstdio>
#include <utility>

#include "core/base/log.h"

namespace hierascope::io {

namespace {

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g %%", 100.0 * share);
    return text.data();
}

} // namespace

TolerantDataset::TolerantDataset(std::unique_ptr<ImageDataset> data, double share,
                                 std::string field)
    : m_data(std::move(data)), m_share(share), m_field(std::move(field)) {}

Result<ImageRgb8> TolerantDataset::image(std::int64_t index) const {
    for (;;) {
        auto image = m_data->image(index);
        if (image)
            return image;
        if (auto noted = note(index, image.error()); !noted)
            return failure(noted);
        index = (index + 1) % size();
    }
}

std::optional<int> TolerantDataset::label(std::int64_t index) const {
    const std::lock_guard lock(m_mutex);
    for (auto found = m_instead.find(index); found != m_instead.end();
         found = m_instead.find(index))
        index = found->second;
    return m_data->label(index);
}

std::int64_t TolerantDataset::brokenCount() const {
    const std::lock_guard lock(m_mutex);
    return static_cast<std::int64_t>(m_instead.size());
}

/// Counts a broken picture, and says it the first time.
Result<void> TolerantDataset::note(std::int64_t index, const Error& why) const {
    const std::lock_guard lock(m_mutex);
    const bool isNew = m_instead.emplace(index, (index + 1) % size()).second;
    const auto count = static_cast<double>(m_instead.size());
    const std::string counted = std::to_string(m_instead.size()) + " of " + std::to_string(size());
    if (count > m_share * static_cast<double>(size()) ||
        static_cast<std::int64_t>(m_instead.size()) == size())
        return failure(ErrorCode::BadData, "Of " + m_data->description() + ", " + counted +
                                               " are broken, more than " + m_field + " allows (" +
                                               percent(m_share) +
                                               "); the last one: " + why.message);
    if (isNew)
        log::warning("io", "A picture is left out (" + counted + " so far): " + why.message);
    return {};
}

} // namespace hierascope::io
