// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/sample_shelf.h"

#include <utility>

#include "widgets/common/pictures.h"

namespace hierascope::widgets {

namespace {

constexpr int kMostPictures = 2000;

} // namespace

SampleShelf::SampleShelf(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runner(runner) {}

QImage SampleShelf::picture(const QString& path) {
    if (path.isEmpty() || !m_services.readImage)
        return {};
    const auto found = m_pictures.constFind(path);
    if (found != m_pictures.constEnd())
        return *found;
    if (!m_queue.contains(path)) {
        m_queue << path;
        if (m_queue.size() == 1)
            readNext();
    }
    return {};
}

void SampleShelf::readNext() {
    const QString path = m_queue.front();
    m_runner.start(
        this, tr("Reading %1").arg(fileNameOf(path)),
        [read = m_services.readImage,
         file = systemPath(path)](const TaskContext& context) -> Result<QImage> {
            const auto image = read(file, context);
            if (!image)
                return failure(image);
            return imageFromRgb8(*image).scaled(4 * kSide, 2 * kSide, Qt::KeepAspectRatio,
                                                Qt::SmoothTransformation);
        },
        [this, path](const Result<QImage>& picture) {
            if (m_pictures.size() >= kMostPictures)
                m_pictures.clear();
            m_pictures[path] = picture ? *picture : QImage();
            m_queue.removeFirst();
            Q_EMIT ready(path);
            if (!m_queue.isEmpty())
                readNext();
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
