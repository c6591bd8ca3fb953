// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/config_help.h"

#include <algorithm>
#include <iterator>

#include "core/runs/train_config.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

using nlohmann::json;

struct Entry {
    const char* field;
    const char* unit; ///< or empty
    const char* text;
};

constexpr Entry kEntries[] = {
    {"data.train", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "The data set to learn from: a folder of images, or a packed set")},
    {"data.held_out", "",
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "The data set that evaluations and the probe set come from; empty: no evaluation")},
    {"data.perceptual_weights", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "The file of EfficientNet-Lite0, for the perceptual loss")},
    {"data.lpips_weights", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "A file of LPIPS with VGG-16 or AlexNet, in EfficientNet's place")},
    {"data.lpips_linear", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "The file of LPIPS's linear layers, where the weights come without them")},
    {"data.teacher_weights", "",
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "The file of the alignment's teacher: DINO, DINOv2 or DINOv3; empty: EfficientNet-Lite0")},
    {"data.broken_share", QT_TRANSLATE_NOOP("ConfigHelp", "of the images"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How many pictures of the data may be broken before the run ends")},
    {"data.tokenizer", "",
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "The model folder of the tokenizer whose codes or latent maps a generator learns")},
    {"data.train_images", QT_TRANSLATE_NOOP("ConfigHelp", "images"),
     QT_TRANSLATE_NOOP("ConfigHelp", "A generator learns the first so many; 0: all")},
    {"data.description", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "A sentence about the data for people; goes into the checkpoint")},
    {"data.flip", "", QT_TRANSLATE_NOOP("ConfigHelp", "Mirror half of the training pictures")},
    {"data.padding", QT_TRANSLATE_NOOP("ConfigHelp", "pixels"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Black border on every side of each picture, before anything else")},
    {"classes", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "The names of the classes, in the order of their labels")},
    {"family", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "The kind of model: hieratok, restok, gpt or dit")},
    {"format", "", QT_TRANSLATE_NOOP("ConfigHelp", "The version of this format")},
    {"preprocess.size", QT_TRANSLATE_NOOP("ConfigHelp", "pixels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The side of the square pictures that the model takes")},
    {"preprocess.range", "", QT_TRANSLATE_NOOP("ConfigHelp", "The values of black and white")},
    {"preprocess.filter", "", QT_TRANSLATE_NOOP("ConfigHelp", "How pictures are made smaller")},
    {"training.steps", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "The length of the learning rate's schedule, and of the training")},
    {"training.until", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Where the run ends, if not at the schedule's end; 0: there")},
    {"training.batch_size", QT_TRANSLATE_NOOP("ConfigHelp", "images"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Images in a step; memory grows with it")},
    {"training.seed", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Of the first weights, the order of the data and all else that is random")},
    {"training.learning_rate", QT_TRANSLATE_NOOP("ConfigHelp", "per step"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The peak of the schedule")},
    {"training.final_learning_rate", QT_TRANSLATE_NOOP("ConfigHelp", "per step"),
     QT_TRANSLATE_NOOP("ConfigHelp", "What the schedule ends at")},
    {"training.warmup_ratio", QT_TRANSLATE_NOOP("ConfigHelp", "of the steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The part of the schedule in which the learning rate rises")},
    {"training.weight_decay", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How much matrices shrink, times the learning rate")},
    {"training.betas", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How long AdamW remembers the gradient and its square")},
    {"training.clip_norm", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "Longer gradients are cut to this length; 0: never")},
    {"training.ema_decay", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How much of the average weights stays in each step; those are saved")},
    {"training.drop_path", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How often a block is left out for an image, in the deepest layer")},
    {"training.precision", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "What products compute with: \"float32\" or \"bfloat16\"")},
    {"training.log_every", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "How often the losses are told")},
    {"training.evaluate_every", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "How often held-out images are measured")},
    {"training.evaluate_images", QT_TRANSLATE_NOOP("ConfigHelp", "images"),
     QT_TRANSLATE_NOOP("ConfigHelp", "How many of them during the training")},
    {"training.final_images", QT_TRANSLATE_NOOP("ConfigHelp", "images"),
     QT_TRANSLATE_NOOP("ConfigHelp", "How many of them at the end; 0: all")},
    {"training.sample_every", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How often the probe set's pictures are written; 0: with each evaluation")},
    {"training.checkpoint_seconds", QT_TRANSLATE_NOOP("ConfigHelp", "seconds"),
     QT_TRANSLATE_NOOP("ConfigHelp", "How often a checkpoint is written")},
    {"training.keep_checkpoints", QT_TRANSLATE_NOOP("ConfigHelp", "checkpoints"),
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "How many of the newest stay, beside the best; the cursor goes through those")},
    {"training.accumulate", QT_TRANSLATE_NOOP("ConfigHelp", "parts"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "A batch is computed in so many parts: less memory, the same step")},
    {"training.init_from", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "A model or run whose weights the run begins at; empty: random weights")},
    {"training.initial_gain", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "Factor on the first matrices and kernels (ResTok)")},
    {"training.quantize_from", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Steps before it leave the quantizer out (ResTok)")},
    {"training.reseed_every", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How often codes without use move to vectors in use; 0: never (ResTok)")},
    {"options.times", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How the times of a flow are drawn: \"uniform\" or \"logit_normal\"")},
    {"options.velocity_cosine", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the direction of a flow's velocity")},
    {"training.loss.l1", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the absolute error of the pictures")},
    {"training.loss.mse", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the squared error of the pictures")},
    {"training.loss.perceptual", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Of the difference in the features of a network; needs its weights")},
    {"training.loss.kl", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the posterior's distance from a normal distribution")},
    {"training.loss.quantizer", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of commitment, codebook and entropy together")},
    {"training.loss.alignment", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "Of the alignment with a teacher's features, where the model has heads for it")},
    {"training.loss.margin_distance", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Of the alignment: smaller differences of token distances cost nothing")},
    {"training.loss.margin_cosine", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Of the alignment: smaller angles to the features cost nothing")},
    {"training.discriminator.kind", "",
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "What judges pictures: \"dino\", heads on a frozen DINO, or \"patch\", PatchGAN")},
    {"training.discriminator.channels", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of PatchGAN's first layer")},
    {"training.discriminator.layers", QT_TRANSLATE_NOOP("ConfigHelp", "layers"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of PatchGAN that halve the picture")},
    {"training.discriminator.adaptive", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Whether its weight follows the gradients at the decoder's last layer")},
    {"training.discriminator.weights", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "The file of the frozen DINO, for that kind")},
    {"training.discriminator.weight", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the discriminator in the model's loss")},
    {"training.discriminator.start_step", QT_TRANSLATE_NOOP("ConfigHelp", "steps"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Steps before it are without the discriminator")},
    {"training.discriminator.learning_rate", QT_TRANSLATE_NOOP("ConfigHelp", "per step"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The peak of the discriminator's own schedule")},
    {"training.discriminator.final_learning_rate", QT_TRANSLATE_NOOP("ConfigHelp", "per step"),
     QT_TRANSLATE_NOOP("ConfigHelp", "What the discriminator's schedule ends at")},
    {"training.discriminator.warmup_ratio", QT_TRANSLATE_NOOP("ConfigHelp", "of the steps"),
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "From its start, in which its learning rate rises; left out: as the model's")},
    {"training.discriminator.weight_decay", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How much the discriminator's matrices shrink, times the learning rate")},
    {"training.discriminator.betas", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How long its AdamW remembers the gradient and its square")},
    {"training.discriminator.lecam", QT_TRANSLATE_NOOP("ConfigHelp", "weight"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of LeCam in the discriminator's own loss")},
    {"training.discriminator.diffaug", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How pictures change before the discriminator sees them")},
    {"training.discriminator.diffaug_probability", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How often each of these changes is made")},
    {"options.image_size", QT_TRANSLATE_NOOP("ConfigHelp", "pixels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The side of the pictures")},
    {"options.patch_size", QT_TRANSLATE_NOOP("ConfigHelp", "pixels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The side of the patch that becomes a token")},
    {"options.latent_channels", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of each latent vector")},
    {"options.scales", QT_TRANSLATE_NOOP("ConfigHelp", "tokens a side"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The levels of the pyramid, coarse to fine")},
    {"options.downsample", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How coarser levels come from the finest: \"conv\" or \"interpolate\"")},
    {"options.conv_width", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "The width of the convolutions between levels: \"wide\" or \"narrow\"")},
    {"options.finest", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "What makes the finest level: \"conv\" or \"projection\"")},
    {"options.attention", "",
     QT_TRANSLATE_NOOP(
         "ConfigHelp",
         "What tokens of the decoder see: \"full\", \"scale_independent\" or \"scale_causal\"")},
    {"options.encoder.layers", QT_TRANSLATE_NOOP("ConfigHelp", "layers"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the encoder")},
    {"options.encoder.width", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the encoder's tokens")},
    {"options.encoder.heads", QT_TRANSLATE_NOOP("ConfigHelp", "heads"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the encoder's attention")},
    {"options.encoder.mlp_ratio", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How much wider the encoder's hidden layers are")},
    {"options.decoder.layers", QT_TRANSLATE_NOOP("ConfigHelp", "layers"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the decoder")},
    {"options.decoder.width", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the decoder's tokens")},
    {"options.decoder.heads", QT_TRANSLATE_NOOP("ConfigHelp", "heads"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the decoder's attention")},
    {"options.decoder.mlp_ratio", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How much wider the decoder's hidden layers are")},
    {"options.num_latent_tokens", QT_TRANSLATE_NOOP("ConfigHelp", "tokens"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Latent tokens of an image")},
    {"options.codebook_size", QT_TRANSLATE_NOOP("ConfigHelp", "codes"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Entries of the codebook")},
    {"options.token_size", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of each codebook vector")},
    {"options.hierarchy_stages", QT_TRANSLATE_NOOP("ConfigHelp", "stages"),
     QT_TRANSLATE_NOOP("ConfigHelp", "In which the encoder merges image tokens")},
    {"options.num_min_tokens", QT_TRANSLATE_NOOP("ConfigHelp", "tokens"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The shortest prefix that nested dropout keeps")},
    {"options.drop_prob", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How often nested dropout cuts the latent tokens")},
    {"options.alignment_channels", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "Of the teacher's features; 0: the model has no heads for the alignment")},
    {"options.is_legacy", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "Whether tokens are laid out as in the first release")},
    {"options.learnable_dec_image_tokens", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "Whether the decoder's image tokens are learned")},
    {"options.variant", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "How the generator writes codes: \"har\" by levels, \"ar\" one by one")},
    {"options.n_layer", QT_TRANSLATE_NOOP("ConfigHelp", "layers"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator")},
    {"options.n_head", QT_TRANSLATE_NOOP("ConfigHelp", "heads"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator's attention")},
    {"options.dim", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator's tokens")},
    {"options.vocab_size", QT_TRANSLATE_NOOP("ConfigHelp", "codes"),
     QT_TRANSLATE_NOOP("ConfigHelp", "That the generator chooses from")},
    {"options.input_size", QT_TRANSLATE_NOOP("ConfigHelp", "tokens a side"),
     QT_TRANSLATE_NOOP("ConfigHelp", "The side of the latent map that a DiT denoises")},
    {"options.in_channels", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of that map")},
    {"options.hidden_size", QT_TRANSLATE_NOOP("ConfigHelp", "channels"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator's tokens")},
    {"options.depth", QT_TRANSLATE_NOOP("ConfigHelp", "layers"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator")},
    {"options.num_heads", QT_TRANSLATE_NOOP("ConfigHelp", "heads"),
     QT_TRANSLATE_NOOP("ConfigHelp", "Of the generator's attention")},
    {"options.learn_sigma", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "Whether a DiT also learns how much variance a step has")},
    {"options.objective", "",
     QT_TRANSLATE_NOOP("ConfigHelp",
                       "What a DiT learns: \"diffusion\" (the noise) or \"flow\" (the velocity)")},
    {"options.num_classes", QT_TRANSLATE_NOOP("ConfigHelp", "classes"),
     QT_TRANSLATE_NOOP("ConfigHelp", "That the generator knows")},
    {"options.class_dropout_prob", "",
     QT_TRANSLATE_NOOP("ConfigHelp", "How often a label is hidden, for guidance")},
    {"options.block_size", QT_TRANSLATE_NOOP("ConfigHelp", "tokens"),
     QT_TRANSLATE_NOOP("ConfigHelp", "That the generator writes for an image")},
};

QString translated(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("ConfigHelp", text);
}

/// Those that every family takes, in the order of the struct.
json defaultsOfAll() {
    const runs::TrainingOptions all;
    return {{"steps", all.steps},
            {"until", all.until},
            {"batch_size", all.batchSize},
            {"learning_rate", all.learningRate},
            {"final_learning_rate", all.finalLearningRate},
            {"warmup_ratio", all.warmupRatio},
            {"weight_decay", all.weightDecay},
            {"betas", all.betas},
            {"clip_norm", all.clipNorm},
            {"ema_decay", all.emaDecay},
            {"drop_path", all.dropPath},
            {"precision", all.precision == runs::Precision::BFloat16 ? "bfloat16" : "float32"},
            {"seed", all.seed},
            {"log_every", all.logEvery},
            {"evaluate_every", all.evaluateEvery},
            {"evaluate_images", all.evaluateImages},
            {"final_images", all.finalImages},
            {"sample_every", all.sampleEvery},
            {"accumulate", all.accumulate},
            {"checkpoint_seconds", all.checkpointSeconds},
            {"keep_checkpoints", all.keepCheckpoints}};
}

json defaultsOf(const json& family) {
    const runs::TrainingOptions all;
    if (family == "restok")
        return {{"initial_gain", all.initialGain},
                {"quantize_from", all.quantizeFrom},
                {"reseed_every", all.reseedEvery},
                {"loss",
                 {{"mse", all.loss.mse},
                  {"perceptual", all.loss.perceptual},
                  {"quantizer", all.loss.quantizer},
                  {"alignment", all.loss.alignment}}}};
    if (family == "hieratok")
        return {{"loss",
                 {{"l1", all.loss.l1},
                  {"mse", all.loss.mse},
                  {"perceptual", all.loss.perceptual},
                  {"kl", all.loss.kl}}}};
    return json::object();
}

void addMissing(json& object, const json& defaults) {
    for (const auto& [key, value] : defaults.items()) {
        if (!object.contains(key))
            object[key] = value;
        else if (value.is_object() && object[key].is_object())
            addMissing(object[key], value);
    }
}

} // namespace

ConfigHelp configHelp(const QString& field) {
    const auto* entry = std::ranges::find_if(
        kEntries, [&](const Entry& each) { return field == QLatin1String(each.field); });
    if (entry == std::end(kEntries))
        return {};
    return {translated(entry->unit), translated(entry->text)};
}

void addTrainingDefaults(json& config) {
    if (!config.is_object() || !config.contains("training") || !config["training"].is_object())
        return;
    json& training = config["training"];
    addMissing(training, defaultsOfAll());
    addMissing(training, defaultsOf(config.value("family", json())));
}

QStringList optionalFields(const json& config) {
    QStringList fields = {QStringLiteral("data.held_out")};
    const json family = config.is_object() ? config.value("family", json()) : json();
    if (family == "hieratok" || family == "restok")
        fields << QStringLiteral("data.perceptual_weights");
    if (family == "restok")
        fields << QStringLiteral("data.lpips_weights")
               << QStringLiteral("training.discriminator.weights");
    return fields;
}

} // namespace hierascope::widgets
