// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "widgets/state/latent_state.h"

#include <QObject>
#include <QString>
#include <QVariantMap>

namespace hierascope::widgets {

/// Named sets of points, known by their images and tokens, so that they are found again in other
/// maps of the same images.
class LatentSubsets : public QObject {
    Q_OBJECT

public:
    /// Where a point is, whatever its number in a map.
    struct Place {
        QString image;
        std::int32_t level = -1;
        std::int32_t token = -1;
        bool operator<(const Place& other) const {
            return std::tie(image, level, token) < std::tie(other.image, other.level, other.token);
        }
    };
    struct Subset {
        QString name;
        std::vector<Place> places; ///< in increasing order
    };

    explicit LatentSubsets(QObject* parent = nullptr) : QObject(parent) {}

    const std::vector<Subset>& all() const { return m_subsets; }
    /// Keeps points under a name; one of the same name is replaced.
    void save(const QString& name, const runtime::LatentPoints& points,
              const PointSet::Indices& chosen);
    void rename(int index, const QString& name);
    void remove(int index);
    /// The points of a map that belong to a subset.
    PointSet find(int index, const runtime::LatentPoints& points) const;
    /// A name that no subset has yet.
    QString freeName() const;

    /// For the settings; what cannot be read is left out.
    QVariantMap toSettings() const;
    void restore(const QVariantMap& settings);

Q_SIGNALS:
    void changed();

private:
    static Place placeOf(const runtime::LatentPoints& points, std::size_t index);

    std::vector<Subset> m_subsets;
};

} // namespace hierascope::widgets
