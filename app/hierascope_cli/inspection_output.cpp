// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/inspection_output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/output.h"

namespace hierascope::cli {

namespace {

using nlohmann::json;

json jsonOf(const runtime::ModelInspection& inspection) {
    json tensors = json::array();
    for (const runtime::TensorInfo& tensor : inspection.tensors)
        tensors.push_back(
            {{"name", tensor.name}, {"dtype", tensor.dtype}, {"shape", tensor.shape}});
    json mismatched = json::array();
    for (const runtime::TensorMismatch& tensor : inspection.mismatched)
        mismatched.push_back(
            {{"name", tensor.name}, {"found", tensor.found}, {"expected", tensor.expected}});
    return {{"family", inspection.family},
            {"config", json::parse(inspection.config)},
            {"parameters", inspection.parameters},
            {"tensors", tensors},
            {"missing", inspection.missing},
            {"unexpected", inspection.unexpected},
            {"mismatched", mismatched},
            {"sha256", inspection.sha256}};
}

json jsonOf(const runtime::WeightDifference& moved) {
    const auto number = [](double value) { return std::isfinite(value) ? json(value) : json(); };
    json tensors = json::array();
    for (const runtime::TensorChange& tensor : moved.tensors)
        tensors.push_back({{"name", tensor.name},
                           {"shape", tensor.shape},
                           {"relative", number(tensor.relative)},
                           {"distance", number(tensor.distance)},
                           {"norm_a", number(tensor.normA)},
                           {"norm_b", number(tensor.normB)},
                           {"cosine", number(tensor.cosine)},
                           {"largest", number(tensor.largest)}});
    return {{"relative", number(moved.relative)},
            {"distance", number(moved.distance)},
            {"values", moved.values},
            {"equal", moved.equal},
            {"tensors", tensors},
            {"only_in_a", moved.onlyInA},
            {"only_in_b", moved.onlyInB},
            {"reshaped", moved.reshaped}};
}

void printText(const runtime::WeightDifference& moved) {
    constexpr std::size_t kShown = 20;
    std::printf("moved       %.4g of the weights' norm; %lld of %zu tensors are equal\n",
                moved.relative, static_cast<long long>(moved.equal), moved.tensors.size());
    for (std::size_t i = 0; i < std::min(kShown, moved.tensors.size()); ++i) {
        const runtime::TensorChange& tensor = moved.tensors[i];
        std::printf("  %-10.4g %s  distance %.4g, cosine %.6f, largest %.4g\n", tensor.relative,
                    tensor.name.c_str(), tensor.distance, tensor.cosine, tensor.largest);
    }
    if (moved.tensors.size() > kShown)
        std::printf("  and %zu that moved less (--json lists all)\n",
                    moved.tensors.size() - kShown);
    const auto list = [](const char* what, const std::vector<std::string>& names) {
        for (const std::string& name : names)
            std::printf("%-12s%s\n", what, name.c_str());
    };
    list("only in A", moved.onlyInA);
    list("only in B", moved.onlyInB);
    list("reshaped", moved.reshaped);
}

void printText(const runtime::ModelInspection& inspection) {
    std::cout << "family      " << inspection.family << '\n'
              << "parameters  " << inspection.parameters << '\n'
              << "sha256      " << inspection.sha256 << '\n'
              << "config      " << inspection.config << '\n'
              << "tensors     " << inspection.tensors.size() << '\n';
    for (const runtime::TensorInfo& tensor : inspection.tensors)
        std::cout << "  " << tensor.name << "  " << tensor.dtype << "  "
                  << jsonText(json(tensor.shape)) << '\n';
    for (const std::string& name : inspection.missing)
        std::cout << "missing     " << name << '\n';
    for (const std::string& name : inspection.unexpected)
        std::cout << "unexpected  " << name << '\n';
    for (const runtime::TensorMismatch& tensor : inspection.mismatched)
        std::cout << "mismatched  " << tensor.name << "  is " << jsonText(json(tensor.found))
                  << ", expected " << jsonText(json(tensor.expected)) << '\n';
}

} // namespace

void printInspection(const runtime::ModelInspection& inspection,
                     const runtime::WeightDifference* moved, bool asJson) {
    if (asJson) {
        json all = jsonOf(inspection);
        if (moved != nullptr)
            all["against"] = jsonOf(*moved);
        std::cout << jsonText(all) << '\n';
        return;
    }
    printText(inspection);
    std::cout.flush();
    if (moved != nullptr)
        printText(*moved);
}

} // namespace hierascope::cli
