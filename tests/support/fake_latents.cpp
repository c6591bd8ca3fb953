// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_latents.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <string>

namespace hierascope::testing {

namespace {

constexpr int kSide = 16;
constexpr int kImages = 12;
constexpr int kWidth = 4;

std::atomic<int> g_begun = 0;
std::atomic<std::int64_t> g_iterations = 0;

float noise(std::uint32_t seed) {
    seed ^= seed >> 16U;
    seed *= 0x7FEB352DU;
    seed ^= seed >> 15U;
    seed *= 0x846CA68BU;
    seed ^= seed >> 16U;
    return float(seed) / float(0xFFFFFFFFU) - 0.5F;
}

class FakeGathering : public runtime::LatentGathering {
public:
    FakeGathering(const runtime::Tokenizer& model, const std::vector<std::filesystem::path>& data,
                  const runtime::LatentRequest& request) {
        m_points.width = kWidth;
        m_points.request = request;
        m_points.mapRows = m_points.mapColumns = kSide;
        m_points.levels = model.info().levels;
        m_points.modelName = model.info().name;
        m_points.modelHash = model.info().sha256;
        m_points.classes = {"cats", "cups", "rockets"};
        for (const auto& path : data) {
            if (std::filesystem::is_regular_file(path))
                m_files.push_back(path);
            else
                for (int i = 0; i < kImages; ++i)
                    m_files.push_back(path / (std::to_string(i) + ".png"));
        }
    }

    bool isFinished() const override { return m_next == m_files.size(); }
    std::int64_t done() const override { return std::int64_t(m_next); }
    std::int64_t total() const override { return std::int64_t(m_files.size()); }

    Result<void> next(std::int64_t images, const TaskContext& context) override {
        for (; images > 0 && !isFinished(); --images) {
            if (context.stopRequested())
                return cancelled();
            add(m_files[m_next], std::uint32_t(m_next));
            ++m_next;
        }
        return {};
    }

    Result<runtime::LatentPoints> points() const override {
        if (m_points.points.empty())
            return failure(ErrorCode::BadData, "There is no usable image.");
        runtime::LatentPoints points = m_points;
        if (const auto most = points.request.points; most > 0 && points.count() > most) {
            points.points.resize(std::size_t(most));
            points.values.resize(std::size_t(most) * kWidth);
        }
        return points;
    }

private:
    void add(const std::filesystem::path& file, std::uint32_t number) {
        if (file.filename() == "1.png")
            return m_points.skipped.push_back({file.filename().string(), "The file is cut."});
        const auto image = std::int32_t(m_points.images.size());
        const std::int32_t label = std::int32_t(number % 3);
        const double psnr = m_points.request.withPsnr ? 20.0 + number : -1.0;
        runtime::LatentImage entry{file.filename().string(), file, label, psnr, {}};
        entry.thumbnail = ImageRgb8(16, 16);
        for (std::size_t i = 0; i < entry.thumbnail.pixels.size(); ++i)
            entry.thumbnail.pixels[i] = std::uint8_t(40 * (number % 6) + 3 * (i % 16));
        m_points.images.push_back(std::move(entry));
        if (m_points.request.source == runtime::PointSource::Levels) {
            for (int level = 0; level < int(m_points.levels.size()); ++level)
                for (std::int32_t i = 0; i < m_points.levels[std::size_t(level)].tokens(); ++i)
                    addPoint(image, level, i, label);
            return;
        }
        if (m_points.request.perImage == 1)
            return addPoint(image, -1, std::int32_t((number * 37U) % (kSide * kSide)), label);
        for (std::int32_t token = 0; token < kSide * kSide; ++token)
            addPoint(image, -1, token, label);
    }

    void addPoint(std::int32_t image, std::int32_t level, std::int32_t token, std::int32_t label) {
        m_points.points.push_back({image, level, token, -1, label});
        const auto seed = std::uint32_t(image * 1009 + token * 17 + level) +
                          std::uint32_t(m_points.request.seed) * 7919U;
        for (std::uint32_t i = 0; i < kWidth; ++i)
            m_points.values.push_back(float(label) * (i == 0 ? 2.0F : -1.0F) +
                                      noise(seed * 4U + i) + noise(seed * 8U + i));
    }

    runtime::LatentPoints m_points;
    std::vector<std::filesystem::path> m_files;
    std::size_t m_next = 0;
};

class FakeMap : public runtime::LatentMap {
public:
    FakeMap(std::span<const float> points, std::int64_t width, runtime::MapOptions options)
        : m_points(points.begin(), points.end()), m_width(width), m_options(std::move(options)),
          m_planned(m_options.iterations) {}

    const runtime::MapOptions& options() const override { return m_options; }
    Result<void> advance(std::int64_t iterations, const TaskContext& context) override {
        for (; iterations > 0 && m_iteration < m_planned; --iterations) {
            if (context.stopRequested())
                return cancelled();
            ++m_iteration;
            ++g_iterations;
        }
        return {};
    }
    runtime::MapFrame frame() const override {
        runtime::MapFrame frame;
        frame.iteration = m_iteration;
        frame.iterations = m_planned;
        frame.dimensions = m_options.dimensions;
        frame.isFinished = m_iteration == m_planned;
        frame.kl = 3.0 - 2.0 * double(m_iteration) / double(std::max<std::int64_t>(m_planned, 1));
        const float turn = 0.1F * float(m_options.seed % 10);
        const float size = float(m_iteration + 1) / float(m_planned + 1);
        for (std::size_t i = 0; i + 1 < m_points.size(); i += std::size_t(m_width)) {
            const float x = m_points[i] * size;
            const float y = m_points[i + 1] * size;
            frame.coordinates.push_back(std::cos(turn) * x - std::sin(turn) * y);
            frame.coordinates.push_back(std::sin(turn) * x + std::cos(turn) * y);
            if (m_options.dimensions == 3)
                frame.coordinates.push_back(m_points[i + 2] * size);
        }
        return frame;
    }
    runtime::MapSeconds seconds() const override { return {0.1, 0.1, 0.5}; }
    void extend(std::int64_t iterations) override { m_planned += iterations; }
    Result<void> restart(std::uint64_t seed, double perplexity) override {
        m_options.seed = seed;
        m_options.perplexity = perplexity;
        m_iteration = 0;
        return {};
    }
    Result<std::vector<float>> trust(int, const TaskContext&) const override {
        std::vector<float> trust(m_points.size() / std::size_t(m_width));
        for (std::size_t i = 0; i < trust.size(); ++i)
            trust[i] = 0.5F + noise(std::uint32_t(i));
        return trust;
    }
    std::vector<std::int32_t> neighbours(std::int64_t point) const override {
        return {std::int32_t(point == 0 ? 1 : point - 1)};
    }

private:
    std::vector<float> m_points;
    std::int64_t m_width;
    runtime::MapOptions m_options;
    std::int64_t m_planned;
    std::int64_t m_iteration = 0;
};

} // namespace

Result<std::shared_ptr<runtime::LatentGathering>>
fakeGathering(std::shared_ptr<runtime::Tokenizer> model,
              const std::vector<std::filesystem::path>& data,
              const runtime::LatentRequest& request) {
    for (const auto& path : data)
        if (path.string().find("bad") != std::string::npos)
            return failure(ErrorCode::NoInput, "The folder '" + path.string() + "' has no image.");
    return std::make_shared<FakeGathering>(*model, data, request);
}

Result<std::shared_ptr<runtime::LatentMap>> fakeMap(std::span<const float> points,
                                                    std::int64_t width,
                                                    const runtime::MapOptions& options,
                                                    const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    const double count = double(points.size()) / double(width);
    if (count < 3.0 * options.perplexity + 1.0)
        return failure(ErrorCode::BadData, "A perplexity of " + std::to_string(options.perplexity) +
                                               " needs " +
                                               std::to_string(3.0 * options.perplexity + 1.0) +
                                               " points, found " + std::to_string(count) + ".");
    ++g_begun;
    return std::make_shared<FakeMap>(points, width, options);
}

int fakeMapsBegun() {
    return g_begun;
}

std::int64_t fakeIterations() {
    return g_iterations;
}

Result<runtime::Uniformity> fakeUniformity(std::span<const float> coordinates, int dimensions,
                                           const TaskContext&) {
    runtime::Uniformity measured;
    double sum = 0.0;
    for (std::size_t i = 0; i < coordinates.size(); i += std::size_t(dimensions)) {
        measured.density.push_back(1.0F / (1.0F + std::abs(coordinates[i])));
        sum += double(coordinates[i]);
    }
    measured.cv = 0.4 + 0.01 * std::sin(sum);
    measured.gini = 0.2 + 0.01 * std::cos(sum);
    measured.entropy = 0.99;
    return measured;
}

Result<runtime::DensityGrid> fakeDensityGrid(std::span<const float> coordinates, int side,
                                             std::span<const float> levels, const TaskContext&) {
    runtime::DensityGrid grid{side, side, 0.0, 0.0, 1.0, 1.0, {}, {}};
    if (coordinates.empty())
        return failure(ErrorCode::BadData, "There are no points.");
    grid.left = grid.right = double(coordinates[0]);
    grid.top = grid.bottom = double(coordinates[1]);
    for (std::size_t i = 0; i + 1 < coordinates.size(); i += 2) {
        grid.left = std::min(grid.left, double(coordinates[i]));
        grid.right = std::max(grid.right, double(coordinates[i]));
        grid.top = std::min(grid.top, double(coordinates[i + 1]));
        grid.bottom = std::max(grid.bottom, double(coordinates[i + 1]));
    }
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            grid.values.push_back(float(std::exp(-8.0 * (std::pow(double(x) / side - 0.5, 2) +
                                                         std::pow(double(y) / side - 0.5, 2)))));
    for (const float level : levels)
        grid.contours.push_back({level,
                                 {float(grid.left), float(grid.top), float(grid.right),
                                  float(grid.top), float(grid.right), float(grid.bottom)}});
    return grid;
}

Result<std::vector<float>> fakeAlignment(std::span<const float>, std::span<const float>,
                                         std::span<const float> moved, int) {
    return std::vector<float>(moved.begin(), moved.end());
}

Result<runtime::PairedDifference> fakePairedDifference(const runtime::SeedFigure& a,
                                                       const runtime::SeedFigure& b) {
    if (a.values.size() != b.values.size())
        return failure(ErrorCode::Usage, "The seeds differ.");
    return runtime::PairedDifference{a.mean - b.mean, 0.01, a.mean - b.mean - 0.02,
                                     a.mean - b.mean + 0.02, 0.04};
}

Result<void> fakeSaving(const std::filesystem::path& path, const runtime::UniformityMap& map,
                        const std::string& recipe) {
    if (path.string().find("full") != std::string::npos)
        return failure(ErrorCode::CannotCreate, "The disk is full.");
    std::ofstream(path) << map.points.count() << ' ' << map.frame.coordinates.size() << ' '
                        << map.uniformity.density.size() << '\n'
                        << recipe;
    return {};
}

} // namespace hierascope::testing
