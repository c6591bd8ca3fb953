// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/channel_study.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/runtime/guard.h"
#include "core/runtime/image_list.h"

namespace hierascope::runtime {

namespace {

/// Sums over vectors; the first pass over the data gives means, so that sums lose nothing.
struct Sums {
    explicit Sums(std::size_t channels)
        : values(channels), products(channels * channels), spreads(channels), kls(channels) {}

    std::vector<double> values;
    std::vector<double> products; ///< [C, C], the lower half
    std::vector<double> spreads;
    std::vector<double> kls;
    std::int64_t places = 0;

    /// @param mean, logvar [C, places]
    void add(const std::vector<float>& mean, const std::vector<float>& logvar) {
        const std::size_t channels = values.size();
        const std::size_t count = mean.size() / channels;
        const auto at = [count](const std::vector<float>& of, std::size_t channel,
                                std::size_t place) {
            return static_cast<double>(of[channel * count + place]);
        };
        for (std::size_t place = 0; place < count; ++place)
            for (std::size_t i = 0; i < channels; ++i) {
                const double value = at(mean, i, place);
                const double log = at(logvar, i, place);
                values[i] += value;
                spreads[i] += std::exp(0.5 * log);
                kls[i] += 0.5 * (value * value + std::exp(log) - 1.0 - log);
                for (std::size_t j = 0; j <= i; ++j)
                    products[i * channels + j] += value * at(mean, j, place);
            }
        places += static_cast<std::int64_t>(count);
    }
};

double covariance(const Sums& sums, std::size_t i, std::size_t j) {
    const auto count = static_cast<double>(sums.places);
    const std::size_t at = std::max(i, j) * sums.values.size() + std::min(i, j);
    return (sums.products[at] - sums.values[i] * sums.values[j] / count) /
           std::max(count - 1.0, 1.0);
}

void describe(const Sums& sums, ChannelStudy& study) {
    const std::size_t channels = sums.values.size();
    const auto count = static_cast<double>(sums.places);
    double all = 0.0;
    double variance = 0.0;
    for (std::size_t i = 0; i < channels; ++i) {
        ChannelFigures figures;
        figures.mean = sums.values[i] / count;
        figures.deviation = std::sqrt(std::max(covariance(sums, i, i), 0.0));
        figures.posteriorSpread = sums.spreads[i] / count;
        figures.kl = sums.kls[i] / count;
        figures.histogram.assign(ChannelStudy::bins, 0);
        all += figures.kl;
        variance += figures.deviation * figures.deviation + figures.mean * figures.mean;
        study.channels.push_back(std::move(figures));
    }
    for (ChannelFigures& figures : study.channels)
        figures.klShare = all > 0.0 ? figures.kl / all : 0.0;
    study.unit = variance > 0.0 ? std::sqrt(variance / static_cast<double>(channels)) : 1.0;
    study.correlation.assign(channels * channels, 0.0F);
    for (std::size_t i = 0; i < channels; ++i)
        for (std::size_t j = 0; j < channels; ++j) {
            const double scale = study.channels[i].deviation * study.channels[j].deviation;
            if (scale > 0.0)
                study.correlation[i * channels + j] =
                    static_cast<float>(covariance(sums, i, j) / scale);
        }
}

void fillHistograms(const std::vector<std::vector<float>>& means, ChannelStudy& study) {
    const std::size_t channels = study.channels.size();
    const double width = 2.0 * ChannelStudy::reach * study.unit / ChannelStudy::bins;
    for (const std::vector<float>& mean : means)
        for (std::size_t i = 0; i < mean.size(); ++i) {
            const std::size_t channel = i / (mean.size() / channels);
            const double bin =
                (static_cast<double>(mean[i]) + ChannelStudy::reach * study.unit) / width;
            const int index =
                std::clamp(static_cast<int>(std::floor(bin)), 0, ChannelStudy::bins - 1);
            ++study.channels[channel].histogram[static_cast<std::size_t>(index)];
        }
}

class Pass final : public ChannelStudyPass {
public:
    Pass(std::shared_ptr<Tokenizer> model, ImageList images, std::int64_t most)
        : m_model(std::move(model)), m_list(std::move(images)),
          m_total(most > 0 ? std::min(most, m_list.size()) : m_list.size()),
          m_sums(static_cast<std::size_t>(m_model->info().latentChannels)) {
        m_study.dataName = m_list.description();
    }

    std::int64_t done() const override { return m_done; }
    std::int64_t total() const override { return m_total; }

    Result<void> next(std::int64_t images, const TaskContext& context) override {
        return takeNext(m_done, m_total, images, context,
                        [&](std::int64_t index) { return use(index, context); });
    }

    Result<ChannelStudy> study() const override {
        if (m_study.images == 0)
            return failure(ErrorCode::BadData,
                           m_study.skipped.empty()
                               ? "There is no image to measure channels of."
                               : "There is no usable image: " + m_study.skipped.front().reason);
        ChannelStudy study = m_study;
        study.places = m_sums.places;
        describe(m_sums, study);
        fillHistograms(m_means, study);
        return study;
    }

private:
    Result<void> use(std::int64_t index, const TaskContext& context) {
        const auto image = m_list.image(index);
        if (!image) {
            m_study.skipped.push_back({m_list.name(index), image.error().message});
            return {};
        }
        auto pyramid = m_model->encode(*image, {false, 0, false}, context.silent());
        if (!pyramid)
            return failure(pyramid);
        m_sums.add(pyramid->mean, pyramid->logvar);
        m_means.push_back(std::move(pyramid->mean));
        ++m_study.images;
        return {};
    }

    std::shared_ptr<Tokenizer> m_model;
    ImageList m_list;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
    Sums m_sums;
    std::vector<std::vector<float>> m_means;
    ChannelStudy m_study;
};

} // namespace

Result<std::shared_ptr<ChannelStudyPass>>
startChannelStudy(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
                  std::int64_t images) {
    const ModelInfo& info = model->info();
    if (info.codebookSize > 0)
        return failure(ErrorCode::Usage, "Model '" + info.name + "' of the family " + info.family +
                                             " has codes, not channels of a posterior.");
    auto list = ImageList::open(data);
    if (!list)
        return failure(list);
    return std::make_shared<Pass>(std::move(model), std::move(*list), images);
}

Result<ChannelStudy> studyChannels(Tokenizer& model, const std::vector<std::filesystem::path>& data,
                                   std::int64_t images, const TaskContext& context) {
    const std::shared_ptr<Tokenizer> borrowed(&model, [](Tokenizer*) {});
    const auto pass = startChannelStudy(borrowed, data, images);
    if (!pass)
        return failure(pass);
    while (!(*pass)->isFinished() && !context.stopRequested()) {
        context.report({(*pass)->done(), (*pass)->total(), "Measuring channels"});
        if (const auto next = (*pass)->next(1, context);
            !next && next.error().code != ErrorCode::Cancelled)
            return failure(next);
    }
    auto study = (*pass)->study();
    return !study && context.stopRequested() ? Result<ChannelStudy>(cancelled()) : study;
}

Result<std::vector<ImageRgbF32>> traverseChannel(Tokenizer& model,
                                                 const std::vector<float>& latents, int channel,
                                                 std::int64_t token,
                                                 const std::vector<double>& steps, double deviation,
                                                 const TaskContext& context) {
    const auto channels = static_cast<std::size_t>(model.info().latentChannels);
    if (channel < 0 || static_cast<std::size_t>(channel) >= channels)
        return failure(ErrorCode::Usage, "Channel " + std::to_string(channel) +
                                             " does not exist, expected 0 to " +
                                             std::to_string(channels - 1) + ".");
    std::vector<ImageRgbF32> pictures;
    for (const double step : steps) {
        std::vector<float> moved = latents;
        for (std::size_t place = 0; place < moved.size() / channels; ++place)
            if (token < 0 || static_cast<std::int64_t>(place) == token)
                moved[place * channels + static_cast<std::size_t>(channel)] +=
                    static_cast<float>(step * deviation);
        auto picture = model.decode(moved, {}, context.silent());
        if (!picture)
            return failure(picture);
        pictures.push_back(std::move(*picture));
    }
    return pictures;
}

} // namespace hierascope::runtime
