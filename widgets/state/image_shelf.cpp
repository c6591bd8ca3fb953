// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/image_shelf.h"

#include <algorithm>
#include <utility>

#include "widgets/common/pictures.h"

namespace hierascope::widgets {

namespace {

constexpr int kPreviewSide = 2048; ///< more than a screen shows of a whole photograph

QImage previewOf(const ImageRgb8& picture) {
    const QImage whole(picture.pixels.data(), picture.width, picture.height,
                       qsizetype(picture.width) * 3, QImage::Format_RGB888);
    if (std::max(picture.width, picture.height) <= kPreviewSide)
        return whole.convertToFormat(QImage::Format_RGB32);
    return whole.scaled(kPreviewSide, kPreviewSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

ImageShelf::ImageShelf(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runner(runner) {}

ImageShelf::State ImageShelf::state(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? State::Unknown : found->second.state;
}

ImageShelf::Picture ImageShelf::picture(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? nullptr : found->second.pictures.picture;
}

QImage ImageShelf::preview(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? QImage() : found->second.pictures.preview;
}

QStringList ImageShelf::paths() const {
    QStringList paths;
    for (const auto& [path, entry] : m_entries)
        paths << path;
    return paths;
}

const Error& ImageShelf::error(const QString& path) const {
    return m_entries.at(path).error;
}

void ImageShelf::read(const QString& path) {
    Entry& entry = m_entries[path];
    if (entry.state != State::Unknown)
        return;
    entry.state = State::Reading;
    auto work = [read = m_services.readImage,
                 file = systemPath(path)](const TaskContext& context) -> Result<Pictures> {
        Result<ImageRgb8> image = read(file, context);
        if (!image)
            return failure(image);
        QImage preview = previewOf(*image);
        return Pictures{std::make_shared<const ImageRgb8>(std::move(*image)), std::move(preview)};
    };
    entry.reading.start(
        m_runner, this, tr("Reading %1").arg(fileNameOf(path)), std::move(work),
        [this, path](Result<Pictures> result) { finish(path, std::move(result)); }, Lane::Analysis);
}

void ImageShelf::finish(const QString& path, Result<Pictures> result) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    entry.state = result ? State::Read : State::Failed;
    if (result)
        entry.pictures = std::move(*result);
    else
        entry.error = result.error();
    Q_EMIT changed(path);
}

void ImageShelf::keep(const QStringList& wanted) {
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isWanted = wanted.contains(entry->first);
        if (!isWanted)
            entry->second.reading.drop();
        entry = isWanted ? std::next(entry) : m_entries.erase(entry);
    }
}

void ImageShelf::forget(const QString& path) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    found->second.reading.drop();
    m_entries.erase(found);
}

} // namespace hierascope::widgets
