// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/hierascope_cli/console.h"
#include "app/hierascope_cli/interrupt.h"
#include "core/base/result.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::cli {

/// Options that every command has.
struct CommonOptions {
    std::string device = "auto";
    std::string dtype = "float32";
    int threads = 0;
    std::uint64_t seed = 0;
    bool isQuiet = false;
    bool asJson = false;
};

/// Options of the commands that open a model.
struct ModelOptions {
    std::filesystem::path model;
    std::filesystem::path config; ///< empty: the model's own
    std::vector<std::string> overrides;
};

/// What one run of the program shares: parsed options, standard error, and the wish to stop.
struct Session {
    CommonOptions common;
    ModelOptions model;
    Console console;
    Interrupt interrupt;
    std::function<Result<void>()> work; ///< set by the command that was named

    TaskContext context();
    runtime::OpenOptions openOptions() const;
    Result<std::shared_ptr<runtime::Tokenizer>> openModel();
};

/// Does `work` for every image; one that fails is reported and does not lose the others.
///
/// @return the first failure's code once all are done; a cancelled one ends the loop at once
Result<void> forEachImage(
    Session& session, const std::vector<std::filesystem::path>& images,
    const std::function<Result<void>(std::size_t index, const std::filesystem::path& image)>& work);

} // namespace hierascope::cli
