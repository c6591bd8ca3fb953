// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/foreign_run.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/state/run_tail.h"
#include "widgets/state/services.h"

#include <QDir>
#include <QFile>

namespace hierascope::widgets {

ForeignRun::ForeignRun(const QString& folder) : m_reader(systemPath(folder)) {}

void ForeignRun::read() {
    const auto updated = m_reader.update();
    if (!updated)
        m_problem = QString::fromStdString(updated.error().message);
}

std::size_t ForeignRun::size() const {
    std::size_t values = 0;
    for (const auto& [tag, scalars] : m_reader.run().scalars)
        values += scalars.size();
    return values;
}

std::shared_ptr<const RunCurves> ForeignRun::curves() {
    if (size() == m_copied)
        return m_copy;
    double begin = std::numeric_limits<double>::max();
    for (const auto& [tag, scalars] : m_reader.run().scalars)
        for (const runs::TensorboardScalar& scalar : scalars)
            begin = std::min(begin, scalar.wallSeconds);
    auto copy = std::make_shared<RunCurves>();
    for (const auto& [tag, scalars] : m_reader.run().scalars) {
        std::vector<RunPoint>& points = (*copy)[QString::fromStdString(tag)];
        for (const runs::TensorboardScalar& scalar : scalars)
            if (std::isfinite(scalar.value))
                points.push_back({double(scalar.step), scalar.wallSeconds - begin, scalar.value});
        std::ranges::stable_sort(points, {}, &RunPoint::step);
    }
    m_copied = size();
    m_copy = std::move(copy);
    return m_copy;
}

std::int64_t ForeignRun::step() const {
    std::int64_t last = -1;
    for (const auto& [tag, scalars] : m_reader.run().scalars)
        for (const runs::TensorboardScalar& scalar : scalars)
            last = std::max(last, scalar.step);
    return last;
}

std::optional<double> ForeignRun::loss() const {
    for (const auto& [tag, scalars] : m_reader.run().scalars)
        if (tag.ends_with("loss") && !scalars.empty())
            return scalars.back().value;
    return std::nullopt;
}

bool isForeignRun(const QString& folder) {
    const QDir place(folder);
    return !place.entryList({QStringLiteral("events.out.tfevents.*")}, QDir::Files).isEmpty() &&
           !isRunFolder(folder);
}

QStringList allRunsIn(const QString& root) {
    if (isRunFolder(root))
        return {root};
    QStringList found;
    const QDir place(root);
    for (const QString& name : place.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (isRunFolder(place.filePath(name)))
            found << place.filePath(name);
    for (const auto& folder : runs::tensorboardFolders(systemPath(root)))
        if (const QString path = QFile::decodeName(folder.c_str()); isForeignRun(path))
            found << path;
    return found;
}

} // namespace hierascope::widgets
