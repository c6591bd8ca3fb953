// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adversary.h"

#include <cmath>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/autocast_mode.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/GradMode.h>

#include "core/io/tensor_file.h"
#include "core/models/discriminator_layers.h"
#include "core/models/patch_discriminator.h"
#include "core/models/state_dict.h"
#include "core/tensor/joint_batch.h"
#include "core/training/adaptive_weight.h"
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
std::map<std::string, at::Tensor> parametersOf(const models::Discriminator& discriminator) {
    std::map<std::string, at::Tensor> parameters;
    for (const auto& parameter : discriminator.named_parameters())
        parameters[parameter.key()] = parameter.value();
    return parameters;
}

/// What the discriminator's optimiser reads of a model's options.
runs::TrainingOptions optimizerOptions(runs::TrainingOptions options) {
    options.weightDecay = options.discriminator.weightDecay;
    options.betas = options.discriminator.betas;
    return options;
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

Result<std::shared_ptr<models::Discriminator>>
makeDiscriminator(const runs::TrainingOptions& options, std::int64_t imageSide, at::Device device) {
    const runs::DiscriminatorOptions& own = options.discriminator;
    if (own.kind == runs::DiscriminatorKind::Dino) {
        const std::int64_t images = options.batchSize / options.accumulate;
        if (images % models::BatchNormLocalImpl::groupsOf(images) != 0)
            return failure(ErrorCode::BadData,
                           "Field 'training.batch_size' makes parts of " + std::to_string(images) +
                               " pictures, expected a number that the discriminator can share into "
                               "even groups of at most 8.");
        auto discriminator = loadDiscriminator(own.weights, device);
        if (!discriminator)
            return failure(discriminator);
        return std::shared_ptr<models::Discriminator>(discriminator->ptr());
    }
    const models::PatchDiscriminatorOptions size{own.channels, own.layers};
    if (imageSide < size.smallestSide())
        return failure(ErrorCode::BadData, "Field 'training.discriminator.layers' is " +
                                               std::to_string(own.layers) +
                                               ", expected less for pictures of " +
                                               std::to_string(imageSide) + " pixels.");
    models::PatchDiscriminator discriminator(size);
    discriminator->to(device);
    discriminator->train();
    return std::shared_ptr<models::Discriminator>(discriminator.ptr());
}

Adversary::Adversary(std::shared_ptr<models::Discriminator> discriminator,
                     const runs::TrainingOptions& options)
    : m_options(options), m_discriminator(std::move(discriminator)),
      m_optimizer(parametersOf(*m_discriminator), optimizerOptions(options)),
      m_lecam(m_discriminator->parameters().front().device()) {}

double Adversary::learningRate(std::int64_t step) const {
    const auto& own = m_options.discriminator;
    runs::TrainingOptions schedule;
    schedule.steps = std::max<std::int64_t>(m_options.steps - own.start, 1);
    const auto warmup = std::round(m_options.warmupRatio * static_cast<double>(m_options.steps));
    schedule.warmupRatio =
        own.warmupRatio >= 0.0 ? own.warmupRatio : warmup / static_cast<double>(schedule.steps);
    schedule.learningRate = own.learningRate;
    schedule.finalLearningRate = own.finalLearningRate;
    return officialLearningRate(schedule, step - own.start);
}

ViewDraws Adversary::drawView(const at::Tensor& images, UnitDraws& draws) const {
    ViewDraws view;
    view.augment = drawDiffAugment(m_options.discriminator.augment, images, draws);
    const std::int64_t side = m_discriminator->side();
    const bool isLarger = side > 0 && images.size(2) > side && images.size(3) > side;
    if (draws.next() <= kCropProbability && isLarger) {
        const std::int64_t top = draws.below(images.size(2) - side + 1);
        view.crop = models::PictureCrop{top, draws.below(images.size(3) - side + 1)};
    }
    return view;
}

AdversaryDraws Adversary::draws(const at::Tensor& images, const StepPart& part) const {
    UnitDraws units(m_options.seed, kAdversary, part.step * part.parts + part.part);
    AdversaryDraws drawn;
    for (ViewDraws* view : {&drawn.generator, &drawn.real, &drawn.fake})
        *view = drawView(images, units);
    return drawn;
}

at::Tensor Adversary::logitsOf(const at::Tensor& pictures, const ViewDraws& draws) {
    const FullPrecision full(pictures.device().type());
    const auto augmented =
        diffAugment(pictures.to(at::kFloat), draws.augment, m_options.discriminator.augment.cutout);
    return m_discriminator->forward(augmented, draws.crop);
}

at::Tensor Adversary::generatorLoss(const at::Tensor& pictures, const ViewDraws& draws) {
    m_discriminator->setLearning(false);
    return hingeGeneratorLoss(logitsOf(pictures, draws));
}

void Adversary::addTo(StepLoss& loss, const at::Tensor& images, const at::Tensor& pictures,
                      const StepPart& part, const at::Tensor& lastLayer) {
    if (part.part == 0)
        m_judged.clear(); // a loss that no update followed
    if (!isActive(part.step))
        return;
    m_judged.push_back({images.detach(), pictures.detach(), draws(images, part)});
    const auto term = generatorLoss(pictures, m_judged.back().draws.generator);
    loss.terms["adversarial"] = term;
    if (m_options.discriminator.adaptive) {
        const auto weight =
            m_options.discriminator.weight * adaptiveWeight(loss.total, term, lastLayer);
        loss.terms["adversarial_weight"] = weight;
        loss.total = loss.total + weight * term;
    } else {
        loss.total = loss.total + m_options.discriminator.weight * term;
    }
}

StepMetrics Adversary::learn(std::int64_t step) {
    if (!isActive(step) || m_judged.empty())
        return {};
    auto metrics = update(m_judged, learningRate(step));
    m_judged.clear();
    return metrics;
}

StepMetrics Adversary::update(const std::vector<JudgedPictures>& parts, double learningRate) {
    m_discriminator->setLearning(true);
    const double share = 1.0 / static_cast<double>(parts.size());
    StepMetrics metrics;
    at::Tensor realMeans = at::zeros({}, parts.front().images.options().dtype(at::kFloat));
    at::Tensor fakeMeans = at::zeros_like(realMeans);
    for (const JudgedPictures& part : parts) {
        const auto real = logitsOf(part.images, part.draws.real);
        const auto fake = logitsOf(part.pictures, part.draws.fake);
        const auto realMean = tensor::meanOfAll(real.mean());
        const auto fakeMean = tensor::meanOfAll(fake.mean());
        const auto lecam = m_options.discriminator.lecam * m_lecam.loss(realMean, fakeMean);
        const auto loss = hingeDiscriminatorLoss(real, fake) + lecam;
        (loss * share).backward();
        realMeans = realMeans + share * realMean.detach();
        fakeMeans = fakeMeans + share * fakeMean.detach();
        metrics["discriminator_loss"] += share * loss.item<double>();
        metrics["lecam"] += share * lecam.item<double>();
    }
    m_lecam.update(realMeans, fakeMeans);
    m_optimizer.averageGradients();
    metrics["discriminator_real"] = realMeans.item<double>();
    metrics["discriminator_fake"] = fakeMeans.item<double>();
    metrics["discriminator_gradient_norm"] = m_optimizer.step(learningRate);
    metrics["discriminator_learning_rate"] = learningRate;
    return metrics;
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
