// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_subsets.h"

#include <algorithm>

#include <QFile>
#include <QStringList>

namespace hierascope::widgets {

namespace {

const QChar kSeparator(u'\t'); // no file name has it

} // namespace

LatentSubsets::Place LatentSubsets::placeOf(const runtime::LatentPoints& points,
                                            std::size_t index) {
    const runtime::LatentPoint& point = points.points[index];
    Place place{{}, point.level, point.token};
    if (point.image >= 0) {
        const runtime::LatentImage& image = points.images[std::size_t(point.image)];
        place.image = image.path.empty() ? QString::fromStdString(image.name)
                                         : QFile::decodeName(image.path.c_str());
    }
    return place;
}

void LatentSubsets::save(const QString& name, const runtime::LatentPoints& points,
                         const PointSet::Indices& chosen) {
    Subset subset{name, {}};
    for (const std::int32_t index : chosen)
        subset.places.push_back(placeOf(points, std::size_t(index)));
    std::sort(subset.places.begin(), subset.places.end());
    const auto same = std::ranges::find(m_subsets, name, &Subset::name);
    if (same != m_subsets.end())
        *same = std::move(subset);
    else
        m_subsets.push_back(std::move(subset));
    Q_EMIT changed();
}

void LatentSubsets::rename(int index, const QString& name) {
    const bool isTaken = std::ranges::find(m_subsets, name, &Subset::name) != m_subsets.end();
    if (index < 0 || index >= int(m_subsets.size()) || name.trimmed().isEmpty() || isTaken)
        return;
    m_subsets[std::size_t(index)].name = name;
    Q_EMIT changed();
}

void LatentSubsets::remove(int index) {
    if (index < 0 || index >= int(m_subsets.size()))
        return;
    m_subsets.erase(m_subsets.begin() + index);
    Q_EMIT changed();
}

PointSet LatentSubsets::find(int index, const runtime::LatentPoints& points) const {
    PointSet::Indices met;
    if (index < 0 || index >= int(m_subsets.size()))
        return {};
    const std::vector<Place>& places = m_subsets[std::size_t(index)].places;
    for (std::size_t i = 0; i < points.points.size(); ++i)
        if (std::binary_search(places.begin(), places.end(), placeOf(points, i)))
            met.push_back(std::int32_t(i));
    return PointSet(std::move(met));
}

QString LatentSubsets::freeName() const {
    for (int number = 1;; ++number) {
        const QString name = tr("Subset %1").arg(number);
        if (std::ranges::find(m_subsets, name, &Subset::name) == m_subsets.end())
            return name;
    }
}

QVariantMap LatentSubsets::toSettings() const {
    QVariantMap settings;
    for (const Subset& subset : m_subsets) {
        QStringList lines;
        for (const Place& place : subset.places)
            lines << QString::number(place.level) + kSeparator + QString::number(place.token) +
                         kSeparator + place.image;
        settings[subset.name] = lines.join(QLatin1Char('\n'));
    }
    return settings;
}

void LatentSubsets::restore(const QVariantMap& settings) {
    m_subsets.clear();
    for (auto entry = settings.cbegin(); entry != settings.cend(); ++entry) {
        Subset subset{entry.key(), {}};
        const QStringList lines = entry.value().toString().split(QLatin1Char('\n'));
        for (const QString& line : lines) {
            const QStringList parts = line.split(kSeparator);
            bool hasLevel = false;
            bool hasToken = false;
            if (parts.size() != 3)
                continue;
            const Place place{parts[2], parts[0].toInt(&hasLevel), parts[1].toInt(&hasToken)};
            if (hasLevel && hasToken)
                subset.places.push_back(place);
        }
        std::sort(subset.places.begin(), subset.places.end());
        if (!subset.places.empty())
            m_subsets.push_back(std::move(subset));
    }
    Q_EMIT changed();
}

} // namespace hierascope::widgets
