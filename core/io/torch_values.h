// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/io/pickle_value.h"

namespace hierascope::io {

/// Everything of a document that is no tensor, as JSON, for people and for options.
///
/// Dicts and attributes become objects, lists, tuples and sets arrays; opaque nodes and bytes a
/// text in brackets that names them. Dicts that hold tensors only are left out. Of a long list the
/// first thousand values are shown; what does not fit the memory is a complaint.
nlohmann::json torchValues(const PickleDocument& document, std::vector<std::string>& complaints);

} // namespace hierascope::io
