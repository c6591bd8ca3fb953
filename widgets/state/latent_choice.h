// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: its moc 6.4 stumbles over <compare> where only <array> came before.
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

/// What somebody chose to have mapped, in plain values: no widget, no pixels.
namespace hierascope::widgets {

/// Which vectors become points.
enum class LatentSource {
    RandomVectors, ///< one of the base map at a random place of each image: the paper's protocol
    BaseMap,       ///< all of the base map
    Levels,        ///< the tokens of chosen levels
    Hierarchies,   ///< the image tokens inside of the encoder (ResTok)
    Codebook,      ///< the codebook's vectors
};
inline constexpr int kLatentSources = 5;

/// Which points are asked for.
struct LatentQuestion {
    LatentSource source = LatentSource::BaseMap;
    std::vector<int> levels;    ///< of `Levels` and `Hierarchies`; empty: all
    QStringList data;           ///< folders, images or packed sets; empty: the library's images
    std::int64_t images = 0;    ///< at most, drawn with `seed`; 0: all
    std::int64_t points = 8192; ///< at most, drawn with `seed`; 0: all
    std::uint64_t seed = 42;    ///< of what is drawn
    bool operator==(const LatentQuestion&) const = default;
};

/// How they are laid out.
struct LatentMapping {
    enum class Method { Tsne, Pca };
    Method method = Method::Tsne;
    int dimensions = 2;
    double perplexity = 30.0;
    std::int64_t iterations = 1000;
    std::uint64_t seed = 42; ///< of the start
    bool operator==(const LatentMapping&) const = default;
};

/// Numbers of points in increasing order; a copy costs nothing, for undo keeps many.
class PointSet {
public:
    using Indices = std::vector<std::int32_t>;

    PointSet() = default;
    explicit PointSet(Indices indices)
        : m_indices(indices.empty() ? nullptr
                                    : std::make_shared<const Indices>(std::move(indices))) {}

    const Indices& indices() const {
        static const Indices kNone;
        return m_indices ? *m_indices : kNone;
    }
    bool isEmpty() const { return !m_indices; }
    bool operator==(const PointSet& other) const {
        return m_indices == other.m_indices || indices() == other.indices();
    }

private:
    std::shared_ptr<const Indices> m_indices;
};

enum class MapLook { Points, Pictures, Density };
enum class MapColor { Class, Level, Density, Code, Trust, Psnr, Image };
inline constexpr int kMapColors = 7;
/// How the maps of A and B share the view.
enum class MapCompare { OnlyA, SideBySide, Morph };

/// All that undo brings back of the Latents view.
struct LatentChoice {
    LatentQuestion question;
    LatentMapping mapping;
    MapLook look = MapLook::Points;
    MapColor color = MapColor::Class;
    MapCompare compare = MapCompare::OnlyA;
    bool hasLabels = true;
    PointSet selection; ///< of the points that the question gives
    bool operator==(const LatentChoice&) const = default;
};

} // namespace hierascope::widgets
