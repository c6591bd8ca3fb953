// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/runs/recipe_fields.h"
#include "widgets/state/generation_choice.h"

namespace hierascope::widgets {

/// What is generated, with the tree of branches, as JSON.
nlohmann::json jsonOf(const GenerationChoice& choice);
GenerationChoice generationIn(runs::RecipeFields fields);

} // namespace hierascope::widgets
