// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/thumbnail_reader.h"

#include <utility>

#include "widgets/common/pictures.h"

namespace hierascope::widgets {

namespace {

constexpr int kThumbnailSide = 160; ///< sharp on a display of two device pixels

} // namespace

ThumbnailReader::ThumbnailReader(Services services, LibraryModel& images, TaskRunner& runner,
                                 QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_images(images), m_runner(runner) {}

void ThumbnailReader::read(const QString& path) {
    if (m_queue.contains(path))
        return;
    const bool wasIdle = isIdle();
    m_queue.append(path);
    if (wasIdle)
        readNext();
}

void ThumbnailReader::readNext() {
    if (m_queue.isEmpty())
        return;
    const QString path = m_queue.front();
    auto work = [read = m_services.readImage,
                 file = systemPath(path)](const TaskContext& context) -> Result<Thumbnail> {
        const Result<ImageRgb8> image = read(file, context);
        if (!image)
            return failure(image);
        const QImage small =
            imageFromRgb8(*image).scaled(kThumbnailSide, kThumbnailSide,
                                         Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        return Thumbnail{small, image->width, image->height};
    };
    m_runner.start(
        this, tr("Reading %1").arg(fileNameOf(path)), std::move(work),
        [this, path](const Result<Thumbnail>& thumbnail) {
            keep(path, thumbnail);
            m_queue.removeFirst();
            readNext();
        },
        Lane::Analysis);
}

void ThumbnailReader::keep(const QString& path, const Result<Thumbnail>& thumbnail) {
    const int row = m_images.rowOf(path);
    if (row < 0)
        return;
    if (!thumbnail) {
        m_images.setError(row, QString::fromStdString(thumbnail.error().message));
        return;
    }
    m_images.clearError(row);
    m_images.setDetail(row, tr("%1\u00a0×\u00a0%2").arg(thumbnail->width).arg(thumbnail->height));
    m_images.setThumbnail(row, thumbnail->image);
}

} // namespace hierascope::widgets
