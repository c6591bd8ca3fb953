// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "tests/support/fake_tokenizer.h"
#include "widgets/state/pyramid_content.h"

namespace hierascope::testing {

/// The pyramid of a fake tokenizer, ready to be shown.
inline std::shared_ptr<const widgets::PyramidContent> fakeContent() {
    const Result<ImageRgb8> image = readFakeImage("photo.png", {});
    Result<runtime::Reconstruction> done =
        FakeTokenizer("model").reconstruct(*image, {}, TaskContext());
    return std::make_shared<const widgets::PyramidContent>(
        widgets::makePyramidContent(std::move(*done)));
}

} // namespace hierascope::testing
