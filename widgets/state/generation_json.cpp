// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_json.h"

#include <limits>
#include <map>
#include <utility>

#include "widgets/state/choice_fields.h"

namespace hierascope::widgets {

namespace {

constexpr std::int64_t kHighest = 1'000'000'000;
constexpr double kLargest = 1e9;
constexpr std::size_t kMostBranches = 4096;
constexpr std::size_t kMostCodes = 65'536;
constexpr std::size_t kMostNumbers = 1'000'000; // of a latent map

json jsonOf(const runtime::DenoisingOptions& options) {
    return {{"sampler", options.sampler},        {"steps", options.steps},
            {"respacing", options.respacing},    {"eta", options.eta},
            {"clip", options.isClipped},         {"guides_three", options.guidesThree},
            {"guided_from", options.guidedFrom}, {"guided_to", options.guidedTo}};
}

json jsonOf(const GenerationSettings& settings) {
    const runtime::SamplingOptions& sampling = settings.sampling;
    return {{"class", settings.label},
            {"greedy", sampling.greedy},
            {"temperature", sampling.temperature},
            {"top_k", sampling.topK},
            {"top_p", sampling.topP},
            {"guidance", sampling.guidance},
            {"schedule", sampling.schedule.name},
            {"schedule_values", json(sampling.schedule.values)},
            {"guidance_interval", sampling.guidanceInterval},
            {"seed", sampling.seed},
            {"denoising", jsonOf(sampling.denoising)}};
}

runtime::DenoisingOptions denoisingIn(RecipeFields fields) {
    runtime::DenoisingOptions options;
    options.sampler = fields.text("sampler");
    options.steps = fields.integer("steps", 1, kHighest);
    options.respacing = fields.text("respacing");
    options.eta = fields.number("eta", 0.0, 1.0);
    options.isClipped = fields.flag("clip");
    options.guidesThree = fields.flag("guides_three");
    options.guidedFrom = fields.number("guided_from", 0.0, 1.0);
    options.guidedTo = fields.number("guided_to", 0.0, 1.0);
    return options;
}

GenerationSettings settingsIn(RecipeFields fields) {
    GenerationSettings settings;
    runtime::SamplingOptions& sampling = settings.sampling;
    settings.label = fields.integer("class", 0, kHighest);
    sampling.greedy = fields.flag("greedy");
    sampling.temperature = fields.number("temperature", 0.0, kLargest);
    sampling.topK = fields.integer("top_k", 0, kHighest);
    sampling.topP = fields.number("top_p", 0.0, 1.0);
    sampling.guidance = fields.number("guidance", -kLargest, kLargest);
    sampling.schedule = {fields.word("schedule"), {}};
    constexpr std::size_t kMostValues = 64;
    const auto isValues = [](const json& found) {
        return (found.is_null() || found.is_object()) && found.size() <= kMostValues &&
               std::all_of(found.begin(), found.end(),
                           [](const json& value) { return value.is_number(); });
    };
    if (const json* values = fields.take("schedule_values", "an object of numbers", isValues))
        if (values->is_object())
            sampling.schedule.values = values->get<std::map<std::string, double>>();
    sampling.guidanceInterval = fields.integer("guidance_interval", -1, kHighest);
    sampling.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    sampling.denoising = denoisingIn(fields.object("denoising"));
    return settings;
}

json jsonOf(const Branch& branch) {
    json object{{"id", branch.id},
                {"generator", textOfPath(branch.generator)},
                {"parent", branch.parent},
                {"kept", branch.kept},
                {"settings", jsonOf(branch.settings)},
                {"prefix", branch.prefix}};
    if (branch.edit)
        object["edit"] = {{"position", branch.edit->position}, {"code", branch.edit->code}};
    if (!branch.from.values.empty())
        object["from"] = {{"step", branch.from.step}, {"values", branch.from.values}};
    return object;
}

Branch branchIn(RecipeFields fields) {
    Branch branch;
    branch.id = int(fields.integer("id", 0, kHighest));
    branch.generator = pathIn(fields, "generator");
    branch.parent = int(fields.integer("parent", kNoBranch, kHighest));
    branch.kept = int(fields.integer("kept", 0, kHighest));
    branch.settings = settingsIn(fields.object("settings"));
    if (const json* codes = listIn(fields, "prefix", "codes", kMostCodes,
                                   [](const json& code) { return runs::isWhole(code, kHighest); }))
        branch.prefix = codes->get<std::vector<std::int64_t>>();
    if (fields.has("edit")) {
        RecipeFields edit = fields.object("edit");
        branch.edit =
            TokenEdit{edit.integer("position", 0, kHighest), edit.integer("code", 0, kHighest)};
    }
    if (fields.has("from")) {
        RecipeFields from = fields.object("from");
        branch.from.step = from.integer("step", 0, kHighest);
        if (const json* values = listIn(from, "values", "numbers", kMostNumbers,
                                        [](const json& found) { return found.is_number(); }))
            branch.from.values = values->get<std::vector<float>>();
    }
    return branch;
}

/// Parents stand before their children, so that nobody walks in a circle.
std::vector<Branch> branchesIn(RecipeFields& fields) {
    std::vector<Branch> branches;
    fields.each("branches", kMostBranches, [&branches](RecipeFields own) {
        Branch branch = branchIn(own);
        const bool isKnown =
            branch.parent == kNoBranch ||
            std::ranges::find(branches, branch.parent, &Branch::id) != branches.end();
        if (!isKnown)
            own.take("parent", "the id of a branch before it", [](const json&) { return false; });
        if (!branches.empty() && branch.id <= branches.back().id)
            own.take("id", "more than that of the branch before it",
                     [](const json&) { return false; });
        branches.push_back(std::move(branch));
    });
    return branches;
}

} // namespace

json jsonOf(const GenerationChoice& choice) {
    json branches = json::array();
    for (const Branch& branch : choice.branches)
        branches.push_back(jsonOf(branch));
    return {{"a", textOfPath(choice.a)},
            {"b", textOfPath(choice.b)},
            {"settings", jsonOf(choice.settings)},
            {"branches", branches},
            {"branch", choice.branch},
            {"step", choice.step},
            {"token", choice.token},
            {"level", choice.level},
            {"seeds", choice.seeds}};
}

GenerationChoice generationIn(RecipeFields fields) {
    constexpr int kMostSeeds = 64;
    GenerationChoice choice;
    choice.a = pathIn(fields, "a");
    choice.b = pathIn(fields, "b");
    choice.settings = settingsIn(fields.object("settings"));
    choice.branches = branchesIn(fields);
    choice.branch = int(fields.integer("branch", kNoBranch, kHighest));
    choice.step = int(fields.integer("step", kNewestStep, kHighest));
    choice.token = fields.integer("token", kNoToken, kHighest);
    choice.level = int(fields.integer("level", kFinestPicture, kHighest));
    choice.seeds = int(fields.integer("seeds", 1, kMostSeeds));
    if (choice.find(choice.branch) == nullptr)
        choice.branch = kNoBranch;
    return choice;
}

} // namespace hierascope::widgets
