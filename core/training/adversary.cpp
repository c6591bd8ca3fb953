// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adversary.h"

#include <cmath>
#include <utility>

#include <ATen/autocast_mode.h>
#include <c10/core/GradMode.h>

#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"
#include "core/training/schedule.h"

namespace hierascope::training {

namespace {

constexpr std::uint64_t kAdversary = 3; // of drawUnit
constexpr double kCropProbability = 0.5;

/// Keeps everything in float32 for as long as it lives.
class FullPrecision {
public:
    explicit FullPrecision(at::DeviceType device)
        : m_device(device), m_wasOn(at::autocast::is_autocast_enabled(device)) {
        at::autocast::set_autocast_enabled(m_device, false);
    }
    ~FullPrecision() { at::autocast::set_autocast_enabled(m_device, m_wasOn); }
    FullPrecision(const FullPrecision&) = delete;
    FullPrecision& operator=(const FullPrecision&) = delete;

private:
    at::DeviceType m_device;
    bool m_wasOn;
};

/// What the optimiser updates: the power iteration's vectors are not among it.
std::map<std::string, at::Tensor> parametersOf(const models::DinoDiscriminator& discriminator) {
    std::map<std::string, at::Tensor> parameters;
    for (const auto& parameter : discriminator->named_parameters())
        parameters[parameter.key()] = parameter.value();
    return parameters;
}

} // namespace

Result<models::DinoDiscriminator> loadDiscriminator(const std::filesystem::path& weights,
                                                    at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    // Nothing reads the last norm and what comes behind it.
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("norm.") || entry.first.starts_with("head.");
    });
    const std::string file = "Discriminator weights '" + weights.string() + "': ";
    const auto options = models::dinoDiscriminatorOptionsFromTensors(*tensors);
    if (!options)
        return failure(options.error().code, file + options.error().message);
    models::DinoDiscriminator discriminator(*options);
    const auto fit = models::loadStateDict(*discriminator->backbone(), *tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData, file + fit.firstProblem() + ".");
    discriminator->to(device);
    discriminator->train();
    return discriminator;
}

Adversary::Adversary(models::DinoDiscriminator discriminator, const runs::TrainingOptions& options)
    : m_options(options), m_discriminator(std::move(discriminator)),
      m_optimizer(parametersOf(m_discriminator), options),
      m_lecam(m_discriminator->parameters().front().device()) {}

double Adversary::learningRate(std::int64_t step) const {
    const auto& own = m_options.discriminator;
    runs::TrainingOptions schedule;
    const auto warmup = std::round(m_options.warmupRatio * static_cast<double>(m_options.steps));
    schedule.steps = std::max<std::int64_t>(m_options.steps - own.start, 1);
    schedule.warmupRatio = warmup / static_cast<double>(schedule.steps);
    schedule.learningRate = own.learningRate;
    schedule.finalLearningRate = own.finalLearningRate;
    return officialLearningRate(schedule, step - own.start);
}

ViewDraws Adversary::drawView(const at::Tensor& images, UnitDraws& draws) const {
    ViewDraws view;
    view.augment = drawDiffAugment(m_options.discriminator.augment, images, draws);
    const std::int64_t side = m_discriminator->options().imageSize;
    const bool isLarger = images.size(2) > side && images.size(3) > side;
    if (draws.next() <= kCropProbability && isLarger) {
        const std::int64_t top = draws.below(images.size(2) - side + 1);
        view.crop = models::PictureCrop{top, draws.below(images.size(3) - side + 1)};
    }
    return view;
}

AdversaryDraws Adversary::draws(const at::Tensor& images, std::int64_t step) const {
    UnitDraws units(m_options.seed, kAdversary, step);
    AdversaryDraws drawn;
    for (ViewDraws* view : {&drawn.generator, &drawn.real, &drawn.fake})
        *view = drawView(images, units);
    return drawn;
}

at::Tensor Adversary::logitsOf(const at::Tensor& pictures, const ViewDraws& draws) {
    const FullPrecision full(pictures.device().type());
    const auto augmented =
        diffAugment(pictures.to(at::kFloat), draws.augment, m_options.discriminator.augment.cutout);
    return m_discriminator->judge(m_discriminator->backbone()->forward(augmented, draws.crop));
}

at::Tensor Adversary::generatorLoss(const at::Tensor& pictures, const ViewDraws& draws) {
    m_discriminator->setLearning(false);
    return hingeGeneratorLoss(logitsOf(pictures, draws));
}

StepMetrics Adversary::update(const at::Tensor& images, const at::Tensor& pictures,
                              const AdversaryDraws& draws, double learningRate) {
    m_discriminator->setLearning(true);
    const auto real = logitsOf(images.detach(), draws.real);
    const auto fake = logitsOf(pictures.detach(), draws.fake);
    const auto realMean = real.mean();
    const auto fakeMean = fake.mean();
    const auto lecam = m_options.discriminator.lecam * m_lecam.loss(realMean, fakeMean);
    m_lecam.update(realMean, fakeMean);
    const auto loss = hingeDiscriminatorLoss(real, fake) + lecam;
    loss.backward();
    const double norm = m_optimizer.step(learningRate);
    return {{"discriminator_loss", loss.item<double>()},
            {"discriminator_real", realMean.item<double>()},
            {"discriminator_fake", fakeMean.item<double>()},
            {"lecam", lecam.item<double>()},
            {"discriminator_gradient_norm", norm},
            {"discriminator_learning_rate", learningRate}};
}

std::map<std::string, at::Tensor> Adversary::state() const {
    std::map<std::string, at::Tensor> state = m_lecam.state();
    for (const auto& [name, tensor] : models::stateDict(*m_discriminator))
        state["weights." + name] = tensor.detach();
    for (const auto& [name, tensor] : m_optimizer.state())
        state["optimizer." + name] = tensor;
    return state;
}

} // namespace hierascope::training
