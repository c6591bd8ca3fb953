// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/session.h"

namespace hierascope::cli {

TaskContext Session::context() {
    return TaskContext(interrupt.token(),
                       [this](const Progress& progress) { console.progress(progress); });
}

runtime::OpenOptions Session::openOptions() const {
    runtime::OpenOptions options;
    options.device = common.device;
    options.dtype = common.dtype;
    options.threads = common.threads;
    options.overrides = model.overrides;
    if (!model.config.empty())
        options.config = model.config;
    return options;
}

Result<std::shared_ptr<runtime::Tokenizer>> Session::openModel() {
    return runtime::openTokenizer(model.model, openOptions(), context());
}

Result<void>
forEachImage(Session& session, const std::vector<std::filesystem::path>& images,
             const std::function<Result<void>(std::size_t, const std::filesystem::path&)>& work) {
    std::optional<ErrorCode> firstCode;
    std::size_t failures = 0;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const Result<void> done = work(i, images[i]);
        if (done)
            continue;
        if (images.size() == 1 || done.error().code == ErrorCode::Cancelled)
            return done;
        session.console.error(done.error().message);
        firstCode = firstCode.value_or(done.error().code);
        ++failures;
    }
    if (firstCode)
        return failure(*firstCode, std::to_string(failures) + " of " +
                                       std::to_string(images.size()) + " images failed.");
    return {};
}

} // namespace hierascope::cli
