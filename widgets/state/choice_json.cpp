// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/choice_json.h"

#include <limits>
#include <utility>

#include "widgets/state/choice_fields.h"
#include "widgets/state/choice_words.h"
#include "widgets/state/generation_json.h"
#include "widgets/state/surgery_recipe.h"

namespace hierascope::widgets {

namespace {

// In the order of the enumerations.
constexpr ChoiceWords<kLatentSources> kSourceWords = {"random_vectors", "base_map", "levels",
                                                      "hierarchies", "codebook"};
constexpr ChoiceWords<2> kMethodWords = {"tsne", "pca"};
constexpr ChoiceWords<3> kMapLookWords = {"points", "pictures", "density"};
constexpr ChoiceWords<kMapColors> kMapColorWords = {"class", "level", "density", "code",
                                                    "trust", "psnr",  "image"};
constexpr ChoiceWords<3> kMapCompareWords = {"only_a", "side_by_side", "morph"};
constexpr ChoiceWords<kAttentionLooks> kLookWords = {"maps",    "heads",     "mask",
                                                     "summary", "influence", "audit"};
constexpr ChoiceWords<2> kPartWords = {"encoder", "decoder"};
constexpr ChoiceWords<kHeadOrders> kOrderWords = {"layer", "entropy", "distance"};
constexpr ChoiceWords<kDisturbances> kDisturbanceWords = {"zero", "mean", "noise", "mask"};
constexpr ChoiceWords<2> kCodeLookWords = {"grid", "map"};
constexpr ChoiceWords<kCodeSorts> kCodeSortWords = {"usage", "code", "level"};

constexpr std::uint64_t kAnySeed = std::numeric_limits<std::uint64_t>::max();
constexpr std::int64_t kMostCounted = 1'000'000'000;
constexpr int kFinest = 999;
constexpr std::int64_t kLongestSide = 65'536; // of a grid of tokens
constexpr std::size_t kMostTokens = 65'536;
constexpr std::size_t kMostPoints = 1'000'000;

json jsonOf(const Subject& subject) {
    return {{"model", textOfPath(subject.model)}, {"image", textOfPath(subject.image)}};
}

Subject subjectIn(RecipeFields fields) {
    const QString model = pathIn(fields, "model");
    return {model, pathIn(fields, "image")};
}

json jsonOf(const Selection& selection) {
    json list = json::array();
    for (const TokenRef& token : selection)
        list.push_back(json::array({token.level, token.rows, token.columns, token.token}));
    return list;
}

bool isToken(const json& found) {
    if (!found.is_array() || found.size() != 4 || !runs::isWhole(found[0], kFinest) ||
        !runs::isWhole(found[1], kLongestSide) || !runs::isWhole(found[2], kLongestSide))
        return false;
    const std::int64_t tokens = found[1].get<std::int64_t>() * found[2].get<std::int64_t>();
    return tokens > 0 && runs::isWhole(found[3], std::uint64_t(tokens - 1));
}

Selection selectionIn(RecipeFields& fields) {
    Selection selection;
    if (const json* list =
            listIn(fields, "selection", "lists of level, rows, columns and token inside of these",
                   kMostTokens, isToken))
        for (const json& token : *list)
            selection.insert({token[0].get<int>(), token[1].get<int>(), token[2].get<int>(),
                              token[3].get<std::int64_t>()});
    return selection;
}

std::size_t numbersOf(const TokenSurgery& surgery) {
    std::size_t numbers = 0;
    for (const SurgeryStep& step : surgery.steps)
        numbers += step.edit->vectors.size() + step.edit->codes.size() + step.edit->tokens.size();
    return numbers;
}

/// The last edited ones; of very many numbers the older ones are left out.
json jsonOf(const std::vector<TokenSurgery>& surgeries) {
    constexpr std::size_t kMostNumbers = 1'000'000; // of about eight bytes, in 16 MiB
    std::size_t numbers = 0;
    json list = json::array();
    for (std::size_t i = surgeries.size(); i-- > 0;) {
        const TokenSurgery& surgery = surgeries[i];
        numbers += numbersOf(surgery);
        if (numbers > kMostNumbers)
            break;
        json object = jsonOf(surgery.subject);
        object["sample"] = surgery.sampling.isSample;
        object["seed"] = surgery.sampling.seed;
        object["applied"] = surgery.applied;
        object["edits"] =
            runs::jsonOfRecipeEdits(recipeOfEdits(surgery, int(surgery.steps.size())));
        list.insert(list.begin(), std::move(object));
    }
    return list;
}

/// @param complaint receives what no check of a field finds: an edit of an unknown kind
std::vector<TokenSurgery> surgeriesIn(RecipeFields& fields, std::string& complaint) {
    constexpr std::size_t kMost = 10'000;
    std::vector<TokenSurgery> surgeries;
    if (!fields.has("surgeries")) // of a version that had none
        return surgeries;
    fields.each("surgeries", kMost, [&](RecipeFields object) {
        Sampling sampling{object.flag("sample"), object.whole("seed", kAnySeed)};
        const std::vector<runs::RecipeEdit> edits = runs::recipeEditsIn(object, "edits");
        const std::int64_t applied = object.integer("applied", 0, std::int64_t(edits.size()));
        auto surgery = surgeryFromRecipe(edits, subjectIn(object), sampling, "view.surgeries");
        if (!surgery) {
            if (complaint.empty())
                complaint = surgery.error().message;
            return;
        }
        surgery->applied = int(applied);
        surgeries.push_back(*std::move(surgery));
    });
    return surgeries;
}

json jsonOf(const LatentChoice& choice) {
    const LatentQuestion& question = choice.question;
    const LatentMapping& mapping = choice.mapping;
    return {{"source", wordIn(kSourceWords, question.source)},
            {"levels", question.levels},
            {"data", jsonOfPaths(question.data)},
            {"images", question.images},
            {"points", question.points},
            {"points_seed", question.seed},
            {"method", wordIn(kMethodWords, mapping.method)},
            {"dimensions", mapping.dimensions},
            {"perplexity", mapping.perplexity},
            {"iterations", mapping.iterations},
            {"map_seed", mapping.seed},
            {"look", wordIn(kMapLookWords, choice.look)},
            {"color", wordIn(kMapColorWords, choice.color)},
            {"compare", wordIn(kMapCompareWords, choice.compare)},
            {"labels", choice.hasLabels},
            {"selection", choice.selection.indices()}};
}

LatentChoice latentsIn(RecipeFields fields) {
    constexpr double kLargestPerplexity = 1e6;
    LatentChoice choice;
    LatentQuestion& question = choice.question;
    LatentMapping& mapping = choice.mapping;
    question.source = valueIn<LatentSource>(fields, "source", kSourceWords);
    if (const json* levels = listIn(fields, "levels", "levels", kFinest, [](const json& level) {
            return runs::isWhole(level, kFinest);
        }))
        question.levels = levels->get<std::vector<int>>();
    question.data = pathsIn(fields, "data");
    question.images = fields.integer("images", 0, kMostCounted);
    question.points = fields.integer("points", 0, kMostCounted);
    question.seed = fields.whole("points_seed", kAnySeed);
    mapping.method = valueIn<LatentMapping::Method>(fields, "method", kMethodWords);
    mapping.dimensions = int(fields.integer("dimensions", 2, 3));
    mapping.perplexity = fields.number("perplexity", 0.0, kLargestPerplexity);
    mapping.iterations = fields.integer("iterations", 0, kMostCounted);
    mapping.seed = fields.whole("map_seed", kAnySeed);
    choice.look = valueIn<MapLook>(fields, "look", kMapLookWords);
    choice.color = valueIn<MapColor>(fields, "color", kMapColorWords);
    choice.compare = valueIn<MapCompare>(fields, "compare", kMapCompareWords);
    choice.hasLabels = fields.flag("labels");
    std::int64_t last = -1;
    if (const json* points = listIn(fields, "selection", "increasing numbers of points",
                                    kMostPoints, [&last](const json& point) {
                                        const bool fits = runs::isWhole(point, kMostCounted) &&
                                                          point.get<std::int64_t>() > last;
                                        last = fits ? point.get<std::int64_t>() : last;
                                        return fits;
                                    }))
        choice.selection = PointSet(points->get<PointSet::Indices>());
    return choice;
}

json jsonOf(const AttentionChoice& choice) {
    json object{{"look", wordIn(kLookWords, choice.look)},
                {"part", wordIn(kPartWords, choice.part)},
                {"layer", choice.layer},
                {"head", choice.head},
                {"is_read", choice.isRead},
                {"order", wordIn(kOrderWords, choice.order)},
                {"disturbance", wordIn(kDisturbanceWords, choice.disturbance)}};
    if (const auto& token = choice.imageToken)
        object["image_token"] = json::array({0, token->rows, token->columns, token->token});
    return object;
}

AttentionChoice attentionIn(RecipeFields fields) {
    constexpr int kLastOfAll = 9999;
    AttentionChoice choice;
    choice.look = valueIn<AttentionLook>(fields, "look", kLookWords);
    choice.part = valueIn<runtime::AttentionRequest::Part>(fields, "part", kPartWords);
    choice.layer = int(fields.integer("layer", AttentionChoice::kLastLayer, kLastOfAll));
    choice.head = int(fields.integer("head", AttentionChoice::kAllHeads, kLastOfAll));
    choice.isRead = fields.flag("is_read");
    choice.order = valueIn<HeadOrder>(fields, "order", kOrderWords);
    choice.disturbance = valueIn<runtime::Disturbance>(fields, "disturbance", kDisturbanceWords);
    if (fields.has("image_token"))
        if (const json* token = fields.take(
                "image_token", "a list of 0, rows, columns and a token inside of these", isToken))
            choice.imageToken = ImageTokenRef{(*token)[1].get<int>(), (*token)[2].get<int>(),
                                              (*token)[3].get<std::int64_t>()};
    return choice;
}

json jsonOf(const CodebookChoice& choice) {
    return {{"data", jsonOfPaths(choice.data)},
            {"images", choice.images},
            {"look", wordIn(kCodeLookWords, choice.look)},
            {"sort", wordIn(kCodeSortWords, choice.sort)},
            {"level", choice.level},
            {"code", choice.code},
            {"channel", choice.channel}};
}

CodebookChoice codebookIn(RecipeFields fields) {
    CodebookChoice choice;
    choice.data = pathsIn(fields, "data");
    choice.images = fields.integer("images", 0, kMostCounted);
    choice.look = valueIn<CodeLook>(fields, "look", kCodeLookWords);
    choice.sort = valueIn<CodeSort>(fields, "sort", kCodeSortWords);
    choice.level = int(fields.integer("level", CodebookChoice::kAllLevels, kFinest));
    choice.code = fields.integer("code", -1, kMostCounted);
    choice.channel = int(fields.integer("channel", 0, kMostCounted));
    return choice;
}

ViewChoice choiceIn(RecipeFields& fields, std::string& complaint) {
    ViewChoice choice;
    choice.a = subjectIn(fields.object("a"));
    choice.b = subjectIn(fields.object("b"));
    choice.level = int(fields.integer("level", ViewChoice::kFinestLevel, kFinest));
    choice.compare = valueIn<Compare>(fields, "compare", kCompareWords);
    choice.picture = valueIn<Picture>(fields, "picture", kPictureWords);
    choice.overlay = valueIn<TokenOverlay>(fields, "overlay", kOverlayWords);
    choice.sampling.isSample = fields.flag("sample");
    choice.sampling.seed = fields.whole("seed", kAnySeed);
    choice.selection = selectionIn(fields);
    choice.surgeries = surgeriesIn(fields, complaint);
    choice.generation = generationIn(fields.object("generation"));
    choice.latents = latentsIn(fields.object("latents"));
    choice.attention = attentionIn(fields.object("attention"));
    choice.codebook = codebookIn(fields.object("codebook"));
    if (!choice.hasB())
        choice.compare = Compare::OnlyA;
    return choice;
}

} // namespace

std::string jsonOfChoice(const ViewChoice& choice) {
    const json object{{"a", jsonOf(choice.a)},
                      {"b", jsonOf(choice.b)},
                      {"level", choice.level},
                      {"compare", wordIn(kCompareWords, choice.compare)},
                      {"picture", wordIn(kPictureWords, choice.picture)},
                      {"overlay", wordIn(kOverlayWords, choice.overlay)},
                      {"sample", choice.sampling.isSample},
                      {"seed", choice.sampling.seed},
                      {"selection", jsonOf(choice.selection)},
                      {"surgeries", jsonOf(choice.surgeries)},
                      {"generation", jsonOf(choice.generation)},
                      {"latents", jsonOf(choice.latents)},
                      {"attention", jsonOf(choice.attention)},
                      {"codebook", jsonOf(choice.codebook)}};
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<ViewChoice> choiceFromJson(const std::string& text, const std::string& name) {
    constexpr std::size_t kLongest = std::size_t{16} << 20;
    std::string complaint;
    const json document = runs::parseRecipe(text, complaint, kLongest);
    ViewChoice choice;
    if (complaint.empty()) {
        RecipeFields fields(document, "view.", complaint);
        choice = choiceIn(fields, complaint);
    }
    if (!complaint.empty())
        return failure(ErrorCode::BadData, name + ": " + complaint);
    return choice;
}

} // namespace hierascope::widgets
