// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <system_error>

#include "core/io/sha256.h"
#include "core/runtime/evaluation_files.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/evaluation_run.h"
#include "core/runtime/inside/reference_file.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// What must be equal for statistics to be comparable.
json preparationOf(const json& common, const json& network) {
    return {{"network", network},
            {"size", common.at("size")},
            {"crop", common.at("crop")},
            {"resize", common.at("resize")}};
}

std::string text(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// BadData with the first field that two preparations do not share.
Result<void> checkPreparation(const fs::path& path, const json& stored, const json& wanted) {
    json own = json::object();
    for (const auto& [key, value] : wanted.items())
        own[key] = stored.value(key, json());
    const json differences = recipeDifferences(own, wanted);
    if (differences.empty())
        return {};
    const json& first = differences.front();
    return failure(ErrorCode::BadData,
                   "Reference '" + path.string() +
                       "' was made with another recipe: " + first["field"].get<std::string>() +
                       " is " + text(first["a"]) + " there and " + text(first["b"]) + " here.");
}

} // namespace

Result<void> EvaluationRun::openReference(const TaskContext&) {
    m_references.assign(m_judges.size(), {});
    if (m_request.reference.empty() || m_judges.empty())
        return {};
    for (std::size_t i = 0; i < m_judges.size(); ++i)
        m_references[i].preparation = preparationOf(
            commonRecipe(m_found, m_model->info(), m_request), m_judges[i].extractor().recipe());
    if (m_request.reference.size() == 1 && isReferenceFile(m_request.reference.front()))
        return useReferenceFile(m_request.reference.front());
    auto images = ImageList::open(m_request.reference);
    if (!images)
        return failure(images);
    auto described = dataRecipe(*images, m_request.reference);
    if (!described)
        return failure(described);
    described->emplace("preparation", "as the data");
    bool isStored = !m_request.statistics.empty();
    for (std::size_t i = 0; i < m_judges.size(); ++i) {
        Reference& reference = m_references[i];
        reference.preparation["data"] = described->at("sha256");
        reference.recipe = *described;
        if (m_request.statistics.empty())
            continue;
        const auto hash = io::sha256OfText(text(reference.preparation));
        if (!hash)
            return failure(hash);
        reference.file = m_request.statistics / (*hash + ".safetensors");
        if (isReferenceFile(reference.file)) {
            auto stored = readReferenceFile(reference.file);
            if (stored && checkPreparation(reference.file, stored->recipe, reference.preparation))
                m_judges[i].setReference(std::move(stored->statistics));
        }
        isStored = isStored && m_judges[i].hasReference();
    }
    if (isStored)
        return {};
    m_referenceTotal = images->size();
    m_referenceImages = *std::move(images);
    for (std::size_t i = 0; i < m_judges.size(); ++i)
        m_gatherings.emplace_back(kKeptFeatures);
    return {};
}

Result<void> EvaluationRun::useReferenceFile(const fs::path& path) {
    auto file = readReferenceFile(path);
    if (!file)
        return failure(file);
    const auto hash = io::sha256OfFile(path);
    if (!hash)
        return failure(hash);
    const std::int64_t width = file->statistics.pooled.width();
    // Another program's file is of the 2015 Inception; ours says which network it is of.
    std::size_t judge = m_judges.size();
    for (std::size_t i = 0; i < m_judges.size(); ++i) {
        const json& network = m_judges[i].extractor().recipe().at("network");
        const bool isOfIt =
            file->recipe.is_null()
                ? !m_judges[i].keys().score.empty()
                : file->recipe.value("network", json::object()).value("network", json()) == network;
        if (isOfIt)
            judge = i;
    }
    if (judge == m_judges.size())
        return failure(ErrorCode::Usage,
                       "Reference '" + path.string() +
                           "' holds the statistics of a network that is not asked for" +
                           (file->recipe.is_null() ? ": give Inception weights." : "."));
    const std::int64_t needed = m_judges[judge].keys().score.empty() ? 1280 : 2048;
    if (width != needed)
        return failure(ErrorCode::BadData,
                       "Reference '" + path.string() + "': the mean has " + std::to_string(width) +
                           " numbers, the network gives " + std::to_string(needed) + ".");
    if (!file->recipe.is_null())
        if (auto valid = checkPreparation(path, file->recipe, m_references[judge].preparation);
            !valid)
            return valid;
    m_references[judge].recipe = {{"file", path.filename().string()},
                                  {"sha256", *hash},
                                  {"recipe", file->recipe.is_null()
                                                 ? json("none: the file does not say how it was "
                                                        "made")
                                                 : file->recipe}};
    m_judges[judge].setReference(std::move(file->statistics));
    return {};
}

Result<void> EvaluationRun::useReference(std::int64_t index) {
    const auto picture = m_referenceImages->image(index);
    if (!picture) {
        m_found.skipped.push_back({m_referenceImages->name(index), picture.error().message});
        return {};
    }
    const ImageRgb8 input = m_model->preprocess(*picture);
    for (std::size_t i = 0; i < m_judges.size(); ++i) {
        if (m_judges[i].hasReference())
            continue;
        const PictureFeatures features = m_judges[i].extractor().features({input});
        if (auto valid =
                checkFeatures(features, m_judges[i].extractor(), m_referenceImages->name(index));
            !valid)
            return valid;
        m_gatherings[i].add(features, 0);
    }
    return {};
}

Result<void> EvaluationRun::finishReference() {
    for (std::size_t i = 0; i < m_judges.size(); ++i) {
        if (m_judges[i].hasReference())
            continue;
        if (m_gatherings[i].count() < 2)
            return failure(ErrorCode::BadData,
                           "The reference has " + std::to_string(m_gatherings[i].count()) +
                               " usable images, its statistics need two or more.");
        SetStatistics statistics = m_gatherings[i].statistics();
        // As they come from a file, so that the numbers are the same to the last bit.
        statistics.pooled.factor.reset();
        if (statistics.spatial)
            statistics.spatial->factor.reset();
        const Reference& reference = m_references[i];
        if (!reference.file.empty()) {
            std::error_code error;
            fs::create_directories(reference.file.parent_path(), error);
            if (auto saved = saveReferenceFile(reference.file, statistics, reference.preparation);
                !saved)
                return saved;
        }
        m_judges[i].setReference(std::move(statistics));
    }
    m_gatherings.clear();
    return {};
}

} // namespace hierascope::runtime
