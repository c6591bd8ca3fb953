// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/evaluation.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <set>

#include <gmock/gmock.h>

#include "core/io/tensor_file.h"
#include "core/models/efficientnet_lite0.h"
#include "core/models/state_dict.h"
#include "core/runtime/evaluation_files.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/inside/feature_extractor.h"
#include "core/runtime/pictures.h"
#include "core/tensor/resample.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A small HieraTok and seven pictures of two classes and a third one, one of them broken.
class EvaluationTest : public ::testing::Test {
protected:
    void SetUp() override {
        testing::writeSmallModel(m_folder / "m");
        for (int i = 0; i < 7; ++i)
            addPicture(i % 2 == 0 ? "cat" : "dog", std::to_string(i) + ".png", 40 + i, i);
        std::ofstream(m_folder / "data/cat/2b.png") << "no picture";
        addPicture("zebra", "7.png", 44, 9);
        m_model = open("m");
    }
    void addPicture(const std::string& label, const std::string& name, int side, int seed) {
        std::filesystem::create_directories(m_folder / "data" / label);
        ASSERT_TRUE(
            savePicture(m_folder / "data" / label / name, testing::smoothPicture(side, 40, seed)));
    }
    std::shared_ptr<Tokenizer> open(const std::string& name) {
        OpenOptions options;
        options.device = "cpu";
        options.threads = 1;
        auto model = openTokenizer(m_folder / name, options, {});
        EXPECT_TRUE(model) << model.error().message;
        return *model;
    }
    /// EfficientNet-Lite0 with random weights, as a file.
    std::filesystem::path liteWeights(double spoiled = 0.0) {
        at::manual_seed(3);
        models::EfficientNetLite0 network(true);
        auto tensors = models::stateDict(*network);
        if (spoiled != 0.0)
            tensors.at("_fc.bias")[0] = spoiled;
        const auto file = m_folder / "lite.safetensors";
        EXPECT_TRUE(io::saveTensors(file, tensors));
        return file;
    }
    static EvaluationRequest quick() {
        EvaluationRequest request;
        request.maps = 0;
        request.resamples = 200;
        return request;
    }
    Result<Evaluation> evaluate(const EvaluationRequest& request) {
        return evaluateAll(m_model, {m_folder / "data"}, request, {});
    }
    static std::string errorOf(const Result<Evaluation>& result) {
        return result ? "no error" : result.error().message;
    }

    testing::TempFolder m_folder;
    std::shared_ptr<Tokenizer> m_model;
};

TEST_F(EvaluationTest, LevelsHaveTheMeansOfTheirReconstructions) {
    const auto found = evaluate(quick());
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->images.size(), 8U);
    EXPECT_TRUE(found->isComplete);
    ASSERT_EQ(found->levelFigures.size(), 4U);
    double sum = 0.0;
    for (const ImageScore& image : found->images) {
        const auto done = m_model->reconstruct(*readPicture(image.file), {false, 0, false}, {});
        ASSERT_TRUE(done);
        sum += done->levels[1].psnrFull;
        EXPECT_EQ(image.levels[3][std::size_t(found->columnOf("psnr"))], done->levels[3].psnr);
        EXPECT_EQ(image.levels[3][std::size_t(found->columnOf("bits"))], *done->levels[3].bits);
    }
    const Figure& figure = found->levelFigures[1].at("psnr_full");
    EXPECT_NEAR(*figure.value, sum / 8.0, 1e-9);
    EXPECT_EQ(figure.count, 8);
    EXPECT_LT(*figure.low, *figure.value);
    EXPECT_GT(*figure.high, *figure.value);
    EXPECT_EQ(found->set.at("psnr").value, found->levelFigures[3].at("psnr").value);
    ASSERT_EQ(found->skipped.size(), 1U);
    EXPECT_THAT(found->skipped[0].name, HasSubstr("2b.png"));
}

TEST_F(EvaluationTest, WhatCannotBeComputedHasItsReason) {
    const auto found = evaluate(quick());
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_FALSE(found->set.at("ms_ssim").value);
    EXPECT_THAT(found->set.at("ms_ssim").note, HasSubstr("32 pixels"));
    EXPECT_THAT(found->set.at("lpips").note, HasSubstr("No LPIPS weights"));
    EXPECT_THAT(found->set.at("fd_efflite0").note, HasSubstr("EfficientNet-Lite0"));
    EXPECT_THAT(found->set.at("rfid").note, HasSubstr("No Inception weights"));
    EXPECT_THAT(found->set.at("codebook_usage").note, HasSubstr("no codebook"));
    EXPECT_THAT(found->levelFigures[0].at("ssim").note, HasSubstr("size"));
}

TEST_F(EvaluationTest, ClassesAreCountedAndEmptyOnesSaid) {
    EvaluationRequest request = quick();
    request.images = 8; // the zebra is the ninth
    request.metrics = {"psnr"};
    const auto found = evaluate(request);
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->classes.size(), 3U);
    EXPECT_EQ(found->classes[0].images, 4);
    EXPECT_EQ(found->classes[1].images, 3);
    EXPECT_EQ(found->classes[2].images, 0);
    const auto json = jsonOf(*found);
    EXPECT_THAT(json["classes"][2]["reason"].get<std::string>(), HasSubstr("no image"));
    EXPECT_EQ(json["per_image"].size(), 7U);
    EXPECT_EQ(found->set.size(), 1U);
    EXPECT_EQ(json["figures"]["psnr"]["recipe"]["images"], 7);
    EXPECT_EQ(json["figures"]["psnr"]["recipe"]["data"]["sha256"], found->dataHash);
}

TEST_F(EvaluationTest, ImagesAreSortedWorstFirst) {
    const auto found = evaluate(quick());
    ASSERT_TRUE(found);
    const auto order = found->worstFirst("psnr");
    const auto column = std::size_t(found->columnOf("psnr"));
    for (std::size_t i = 1; i < order.size(); ++i)
        EXPECT_LE(found->images[order[i - 1]].levels.back()[column],
                  found->images[order[i]].levels.back()[column]);
    const std::string table = imagesCsv(*found, "psnr");
    EXPECT_THAT(table, ::testing::StartsWith("# hierascope-recipe {"));
    EXPECT_THAT(table, HasSubstr("\nindex,name,class,psnr,ssim,"));
    EXPECT_THAT(table.substr(table.find("\nindex")), HasSubstr(found->images[order[0]].name));
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 2 + 8);
    EXPECT_THAT(levelsCsv(*found), HasSubstr("\n8x8,32,32,"));
}

TEST_F(EvaluationTest, FeaturesCompareSets) {
    EvaluationRequest request = quick();
    request.liteWeights = liteWeights();
    const auto found = evaluate(request);
    ASSERT_TRUE(found) << found.error().message;
    const Figure& distance = found->set.at("fd_efflite0");
    ASSERT_TRUE(distance.value);
    EXPECT_GE(*distance.value, 0.0);
    EXPECT_THAT(distance.note, HasSubstr("8 images for 1280 dimensions"));
    EXPECT_TRUE(found->levelFigures[0].at("fd_efflite0").value);
    EXPECT_TRUE(found->set.at("precision_efflite0").value);
    EXPECT_TRUE(found->set.at("top1_agreement").value);
    const auto& recipe = found->recipes.at("fd_efflite0");
    EXPECT_EQ(recipe["network"]["sha256"].get<std::string>().size(), 64U);
    EXPECT_THAT(recipe["reference"].get<std::string>(), HasSubstr("originals"));
}

TEST_F(EvaluationTest, AReferenceTakesThePlaceOfTheOriginals) {
    EvaluationRequest request = quick();
    request.metrics = {"fd_efflite0", "recall_efflite0"};
    request.liteWeights = liteWeights();
    const auto own = evaluate(request);
    request.reference = {m_folder / "data"};
    const auto same = evaluate(request);
    ASSERT_TRUE(own && same) << errorOf(same);
    EXPECT_NEAR(*same->set.at("fd_efflite0").value, *own->set.at("fd_efflite0").value, 1e-9);
    EXPECT_EQ(same->recipes.at("fd_efflite0")["reference"]["sha256"], same->dataHash);
    request.reference = {m_folder / "data/dog"};
    const auto other = evaluate(request);
    ASSERT_TRUE(other);
    EXPECT_NE(*other->set.at("fd_efflite0").value, *own->set.at("fd_efflite0").value);
    request.reference = {m_folder / "data/zebra"};
    EXPECT_THAT(errorOf(evaluate(request)), HasSubstr("1 usable images"));
}

TEST_F(EvaluationTest, AReferencesStatisticsAreKeptAndUsedAgain) {
    EvaluationRequest request = quick();
    request.metrics = {"fd_efflite0", "recall_efflite0"};
    request.liteWeights = liteWeights();
    request.reference = {m_folder / "data/dog"};
    request.statistics = m_folder / "kept/here";
    const auto first = evaluate(request);
    ASSERT_TRUE(first) << first.error().message;
    const auto pass = startEvaluation(m_model, {m_folder / "data"}, request, {});
    ASSERT_TRUE(pass);
    EXPECT_EQ((*pass)->total(), 9); // none of the reference's three
    const auto second = evaluate(request);
    EXPECT_EQ(second->set.at("fd_efflite0").value, first->set.at("fd_efflite0").value);
    EXPECT_EQ(second->set.at("recall_efflite0").value, first->set.at("recall_efflite0").value);
    EXPECT_EQ(second->recipes, first->recipes);

    const auto file = std::filesystem::directory_iterator(request.statistics)->path();
    request.reference = {file};
    const auto third = evaluate(request);
    ASSERT_TRUE(third) << third.error().message;
    EXPECT_EQ(third->set.at("fd_efflite0").value, first->set.at("fd_efflite0").value);
    request.liteWeights = liteWeights(1.0);
    EXPECT_THAT(errorOf(evaluate(request)), HasSubstr("another recipe: network.sha256 is"));
    request.metrics = {"psnr", "rfid"};
    EXPECT_TRUE(evaluate(request)); // nothing there needs a reference
}

TEST_F(EvaluationTest, OneImageIsEnoughForImagesAndTooFewForSets) {
    EvaluationRequest request = quick();
    request.images = 1;
    request.liteWeights = liteWeights();
    const auto found = evaluate(request);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_TRUE(found->set.at("psnr").value);
    EXPECT_FALSE(found->set.at("psnr").low);
    EXPECT_THAT(found->set.at("fd_efflite0").note, HasSubstr("two images"));
}

TEST_F(EvaluationTest, RefusesWhatDoesNotFitInOneSentence) {
    EvaluationRequest request = quick();
    request.metrics = {"fid"};
    EXPECT_THAT(errorOf(evaluate(request)), HasSubstr("no metric 'fid', expected psnr, ssim"));
    request = quick();
    request.inceptionWeights = liteWeights();
    const std::string layout = errorOf(evaluate(request));
    EXPECT_THAT(layout, HasSubstr("is no Inception of 2015-12-05"));
    EXPECT_THAT(layout, HasSubstr("296 tensors: '_blocks.0._bn1.bias'"));
    request.inceptionResize = "pil";
    EXPECT_THAT(errorOf(evaluate(request)), HasSubstr("'pil', expected tf1 or pytorch-fid"));
    request = quick();
    request.liteWeights = liteWeights(std::numeric_limits<double>::quiet_NaN());
    EXPECT_THAT(errorOf(evaluate(request)), HasSubstr("for image 'cat/0.png' are not finite"));
    request = quick();
    EXPECT_FALSE(evaluateAll(m_model, {m_folder / "nowhere"}, request, {}));
}

TEST_F(EvaluationTest, AStoppedPassHasWhatItReached) {
    const auto pass = startEvaluation(m_model, {m_folder / "data"}, quick(), {});
    ASSERT_TRUE(pass);
    EXPECT_FALSE((*pass)->evaluation({}));
    ASSERT_TRUE((*pass)->next(2, {}));
    const auto found = (*pass)->evaluation({});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->isComplete);
    EXPECT_EQ(found->images.size(), 2U);
    EXPECT_EQ((*pass)->total(), 9);
    ASSERT_TRUE((*pass)->next(100, {}));
    EXPECT_TRUE((*pass)->isFinished());
    const auto whole = evaluate(quick());
    EXPECT_EQ((*pass)->evaluation({})->set.at("psnr").value, whole->set.at("psnr").value);
}

TEST_F(EvaluationTest, SaysWhyTwoDiffer) {
    EvaluationRequest request = quick();
    request.metrics = {"psnr", "ssim"};
    const auto a = evaluate(request);
    request.metrics = {"psnr"};
    request.images = 4;
    const auto b = evaluate(request);
    ASSERT_TRUE(a && b);
    ASSERT_TRUE(saveEvaluation(m_folder / "a", *a, "psnr"));
    const auto stored = readEvaluation(m_folder / "a/evaluation.json");
    ASSERT_TRUE(stored) << stored.error().message;
    const auto differences = differencesOf(*stored, jsonOf(*b));
    std::vector<std::string> fields;
    for (const auto& entry : differences) {
        if (entry["metric"] == "ssim")
            EXPECT_EQ(entry["only"], "a");
        else
            for (const auto& field : entry["differences"])
                fields.push_back(field["field"].get<std::string>());
    }
    EXPECT_THAT(fields, ElementsAre("images"));
    EXPECT_TRUE(differencesOf(*stored, jsonOf(*a))[0]["differences"].empty());
    std::ofstream(m_folder / "no.json") << "{\"figures\": 3}";
    EXPECT_THAT(readEvaluation(m_folder / "no.json").error().message, HasSubstr("no evaluation"));
}

TEST_F(EvaluationTest, LatentsOfAModelAreAlikeToThemselves) {
    EvaluationRequest request = quick();
    request.metrics = {"psnr"};
    request.keepLatents = 100;
    const auto a = evaluate(request);
    testing::SmallModel other;
    other.seed = 5;
    testing::writeSmallModel(m_folder / "other", other);
    m_model = open("other");
    const auto b = evaluate(request);
    ASSERT_TRUE(a && b);
    EXPECT_NEAR(*latentLikeness(*a, *a), 1.0, 1e-9);
    EXPECT_LT(*latentLikeness(*a, *b), 1.0);
    request.keepLatents = 0;
    EXPECT_FALSE(latentLikeness(*a, *evaluate(request)));
}

// Where the set-up has installed the package: figures of its weights in Python, Pillow's resizing.
TEST(FeatureExtractors, TheInstalledNetworkKnowsACat) {
    const auto weights = installedLiteWeights();
    if (weights.empty())
        GTEST_SKIP() << "EfficientNet-Lite0 is not installed.";
    auto extractor = openLiteExtractor(weights, at::kCPU);
    ASSERT_TRUE(extractor) << extractor.error().message;
    const auto cat = readPicture(HIERASCOPE_RESOURCES "/demo/images/chelsea.png");
    ASSERT_TRUE(cat);
    const int side = std::min(cat->width, cat->height);
    const auto features = (*extractor)->features({tensor::cropCentre(*cat, side, side)});
    EXPECT_EQ(features.logits.argmax(1).item<std::int64_t>(), 285); // Egyptian cat
    // One pixel beside the crop of the figure's own.
    EXPECT_NEAR(features.pooled.norm().item<double>(), 15.361, 0.05);
}

TEST(EvaluationMetrics, HaveDistinctNames) {
    std::set<std::string> keys;
    for (const Metric& metric : allMetrics()) {
        EXPECT_TRUE(keys.insert(metric.key).second) << metric.key;
        EXPECT_EQ(findMetric(metric.key), &metric);
    }
    EXPECT_EQ(findMetric("fid"), nullptr);
}

} // namespace hierascope::runtime
