// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/recorded_pyramid.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/io/sha256.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/recording_file.h"
#include "core/runtime/level_figures.h"
#include "core/runtime/listing.h"
#include "core/runtime/pictures.h"
#include "core/runtime/preprocessing.h"

namespace hierascope::runtime {

namespace {

constexpr int kFingerprintSide = 16;
constexpr double kSameImage = 4.0; // mean difference of 8-bit values that another resampling makes

double meanDifference(const ImageRgb8& a, const ImageRgb8& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        sum += std::abs(static_cast<int>(a.pixels[i]) - static_cast<int>(b.pixels[i]));
    return sum / static_cast<double>(a.pixels.size());
}

ModelInfo infoOf(const RecordingFile& file, const std::filesystem::path& path) {
    ModelInfo info;
    info.name = file.name().empty() ? path.stem().string() : file.name();
    info.path = path;
    info.family = "recording";
    info.summary = "recording of " + std::to_string(file.images().size()) +
                   (file.images().size() == 1 ? " image, " : " images, ") +
                   std::to_string(file.levels().size()) + " levels";
    info.imageSize = file.width();
    info.codebookSize = file.codebookSize();
    info.isPrefixed = file.isPrefixed();
    info.levels = file.levels();
    info.device = "cpu";
    if (!file.program().empty())
        info.facts.emplace_back("Made by", file.program());
    info.facts.emplace_back("Images", std::to_string(file.images().size()));
    return info;
}

nlohmann::json preprocessingOf(const ModelInfo& info) {
    return {{"preprocess", {{"size", info.imageSize}, {"range", {0, 1}}}}};
}

class RecordedPyramid final : public Tokenizer {
public:
    RecordedPyramid(RecordingFile file, ModelInfo info, std::vector<ImageRgb8> fingerprints)
        : m_file(std::move(file)), m_info(std::move(info)),
          m_preprocessing(preprocessingOf(m_info)), m_fingerprints(std::move(fingerprints)) {}

    const ModelInfo& info() const override { return m_info; }
    ImageRgb8 preprocess(const ImageRgb8& image) const override {
        return m_preprocessing.fit(image);
    }

    Result<TokenPyramid> encode(const ImageRgb8& image, const EncodeOptions& options,
                                const TaskContext& context) override {
        return guarded([&]() -> Result<TokenPyramid> {
            throwIfStopped(context);
            const auto index = find(preprocess(image));
            return index ? pyramid(*index, options) : failure(index);
        });
    }

    Result<ImageRgbF32> decode(const std::vector<float>&, const DecodeOptions&,
                               const TaskContext&) override {
        return failure(ErrorCode::Usage,
                       "'" + m_info.name + "' is a recording: it has no model to decode with.");
    }

    Result<Reconstruction> reconstruct(const ImageRgb8& image, const EncodeOptions& options,
                                       const TaskContext& context) override {
        return guarded([&]() -> Result<Reconstruction> {
            const auto index = find(preprocess(image));
            if (!index)
                return failure(index);
            Reconstruction result;
            auto input = m_file.image(*index);
            if (!input)
                return failure(input);
            result.input = std::move(*input);
            auto tokens = pyramid(*index, options);
            if (!tokens)
                return failure(tokens);
            result.pyramid = std::move(*tokens);
            const auto finest = m_file.picture(*index, m_info.levels.size() - 1);
            if (!finest)
                return failure(finest);
            for (std::size_t level = 0; level < m_info.levels.size(); ++level) {
                throwIfStopped(context);
                auto picture = m_file.picture(*index, level);
                if (!picture)
                    return failure(picture);
                add(level, std::move(*picture), toRgb8(*finest), result);
            }
            return result;
        });
    }

private:
    Result<std::size_t> find(const ImageRgb8& input) const {
        const ImageRgb8 small = thumbnailOf(input, kFingerprintSide);
        std::size_t best = 0;
        double least = 1e9;
        for (std::size_t i = 0; i < m_fingerprints.size(); ++i)
            if (const double difference = meanDifference(m_fingerprints[i], small);
                difference < least) {
                least = difference;
                best = i;
            }
        if (least <= kSameImage)
            return best;
        std::string known;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, m_file.images().size()); ++i)
            known += (known.empty() ? "'" : ", '") + m_file.images()[i] + "'";
        return failure(ErrorCode::NoInput,
                       "Recording '" + m_info.name + "' does not hold this image; it holds " +
                           std::to_string(m_file.images().size()) + ": " + known +
                           (m_file.images().size() > 3 ? ", ..." : "") + ".");
    }

    Result<TokenPyramid> pyramid(std::size_t index, const EncodeOptions& options) const {
        TokenPyramid pyramid;
        for (std::size_t level = 0; level < m_info.levels.size(); ++level) {
            auto tokens = m_file.tokens(index, level);
            if (!tokens)
                return failure(tokens);
            if (!options.tokenVectors)
                tokens->vectors.clear();
            pyramid.levels.push_back(std::move(*tokens));
        }
        return pyramid;
    }

    void add(std::size_t index, ImageRgbF32 picture, const ImageRgb8& finest,
             Reconstruction& result) const {
        LevelReconstruction level;
        level.level = m_info.levels[index];
        level.picture = std::move(picture);
        if (index > 0)
            level.residual = residualOf(level.picture, result.levels.back().picture);
        measureLevel(level, result.input, finest);
        const std::int64_t before = index > 0 ? result.levels.back().values : 0;
        const LevelTokens& tokens = result.pyramid.levels[index];
        level.values = before + level.level.tokens() * tokens.vectorWidth;
        if (m_info.codebookSize > 1)
            level.bits = (index > 0 ? result.levels.back().bits.value_or(0.0) : 0.0) +
                         static_cast<double>(level.level.tokens()) *
                             std::log2(static_cast<double>(m_info.codebookSize));
        result.levels.push_back(std::move(level));
    }

    RecordingFile m_file;
    ModelInfo m_info;
    Preprocessing m_preprocessing;
    std::vector<ImageRgb8> m_fingerprints;
};

} // namespace

bool isRecordedPyramid(const std::filesystem::path& path) {
    std::error_code error;
    if (path.extension() != ".safetensors" || !std::filesystem::is_regular_file(path, error))
        return false;
    const auto file = io::SafetensorsFile::open(path);
    return file && file->metadata().contains(RecordingFile::kKey);
}

Result<std::shared_ptr<Tokenizer>> openRecordedPyramid(const std::filesystem::path& path,
                                                       const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<Tokenizer>> {
        auto file = RecordingFile::open(path);
        if (!file)
            return failure(file);
        ModelInfo info = infoOf(*file, path);
        const auto sha256 = io::sha256OfFile(path);
        if (!sha256)
            return failure(sha256);
        info.sha256 = *sha256;
        std::vector<ImageRgb8> fingerprints;
        for (std::size_t i = 0; i < file->images().size(); ++i) {
            throwIfStopped(context);
            const auto image = file->image(i);
            if (!image)
                return failure(image);
            fingerprints.push_back(thumbnailOf(*image, kFingerprintSide));
        }
        return std::make_shared<RecordedPyramid>(std::move(*file), std::move(info),
                                                 std::move(fingerprints));
    });
}

Result<ModelInspection> inspectRecordedPyramid(const std::filesystem::path& path) {
    return guarded([&]() -> Result<ModelInspection> {
        const auto file = RecordingFile::open(path);
        if (!file)
            return failure(file);
        const auto listing = listCheckpoint(path);
        if (!listing)
            return failure(listing);
        const auto sha256 = io::sha256OfFile(path);
        if (!sha256)
            return failure(sha256);
        nlohmann::json levels = nlohmann::json::array();
        for (const LevelInfo& level : file->levels())
            levels.push_back(
                {{"name", level.name}, {"rows", level.rows}, {"columns", level.columns}});
        const nlohmann::json config = {{"name", file->name()},
                                       {"program", file->program()},
                                       {"images", file->images()},
                                       {"levels", levels},
                                       {"codebook_size", file->codebookSize()},
                                       {"prefixed", file->isPrefixed()}};
        ModelInspection inspection;
        inspection.family = "recording";
        inspection.config = config.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
        inspection.tensors = listing->tensors;
        std::ranges::sort(inspection.tensors, {}, &TensorInfo::name);
        inspection.sha256 = *sha256;
        return inspection;
    });
}

Result<std::vector<RecordedImage>> recordedImages(const std::filesystem::path& path,
                                                  const TaskContext& context) {
    return guarded([&]() -> Result<std::vector<RecordedImage>> {
        const auto file = RecordingFile::open(path);
        if (!file)
            return failure(file);
        std::vector<RecordedImage> images;
        for (std::size_t i = 0; i < file->images().size(); ++i) {
            throwIfStopped(context);
            auto picture = file->image(i);
            if (!picture)
                return failure(picture);
            images.push_back({file->images()[i], std::move(*picture)});
        }
        return images;
    });
}

} // namespace hierascope::runtime
