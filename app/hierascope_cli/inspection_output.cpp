// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/inspection_output.h"

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

void printInspection(const runtime::ModelInspection& inspection, bool asJson) {
    if (asJson)
        std::cout << jsonText(jsonOf(inspection)) << '\n';
    else
        printText(inspection);
}

} // namespace hierascope::cli
