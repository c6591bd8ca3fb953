// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/io/dataset.h"

namespace hierascope::io {

/// Opens root/CLASS/**/IMAGE, classes and images sorted by name, or a flat folder of images.
///
/// Only names are looked at; a broken file shows when it is read. Hidden entries are skipped. A
/// root that holds images and folders of images alike is refused: it could mean either.
Result<std::unique_ptr<ImageDataset>> openImageFolder(const std::filesystem::path& root);

} // namespace hierascope::io
