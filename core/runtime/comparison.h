// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/runtime/evaluation.h"

/// Several models measured on the same images, each beside the first.
namespace hierascope::runtime {

/// How images are chosen for the sheet.
enum class SheetChoice {
    Spread, ///< from A's worst to A's best, evenly
    Worst,
    First
};

struct ComparisonRequest {
    EvaluationRequest evaluation;
    int images = 4; ///< on the sheet
    SheetChoice choice = SheetChoice::Spread;
    std::string metric = "psnr_full"; ///< that images are ordered by
    int permutations = 10000;         ///< of the paired test
};

/// A model's figure minus A's, over the same images; without a value it has a reason.
struct PairedFigure {
    std::optional<double> difference; ///< model - A
    std::optional<double> low;        ///< of the 95 % interval, Student's t
    std::optional<double> high;
    std::optional<double> p;        ///< two-sided, signs turned at random
    std::optional<double> pStudent; ///< two-sided t test
    std::int64_t count = 0;         ///< images
    std::int64_t larger = 0;        ///< images where the model's figure is the larger one
    std::string reason;
};
using PairedFigures = std::map<std::string, PairedFigure>;

/// One image as a model sees it, for the sheet.
struct ComparedPicture {
    ImageRgb8 original; ///< as it goes into the model
    std::vector<ImageRgb8> levels;
};

/// One model beside A.
struct ComparedModel {
    Evaluation evaluation;
    PairedFigures set;                 ///< empty for A
    std::vector<PairedFigures> levels; ///< of the model's own levels, against A's of that name
    std::optional<double> likeness;    ///< linear CKA of the latents with A's
    std::string likenessReason;
    std::vector<ComparedPicture> pictures; ///< of the chosen images
};

struct Comparison {
    std::vector<ComparedModel> models; ///< A first
    std::vector<std::int64_t> chosen;  ///< images on the sheet, by their index in the data
    std::vector<std::string> chosenNames;
    bool isComplete = true; ///< false: stopped before the end
    nlohmann::json recipe;
};

/// Opens a model; called once for each, so that only one is in memory.
using ModelOpener = std::function<Result<std::shared_ptr<Tokenizer>>(std::size_t index)>;

/// Evaluates models one after another on the same images. A stop keeps the models that are done,
/// and of the one at work what there is.
///
/// @param models how many, two or more
Result<Comparison> compareModels(std::size_t models, const ModelOpener& open,
                                 const std::vector<std::filesystem::path>& data,
                                 const ComparisonRequest& request, const TaskContext& context);

/// Pairs the figures of two evaluations image by image; what cannot be paired has a reason.
void pairFigures(const Evaluation& a, ComparedModel& model, const ComparisonRequest& request);

} // namespace hierascope::runtime
