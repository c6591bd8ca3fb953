// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/io/dataset.h"

namespace hierascope::io {

/// Whether a file's name is one of CIFAR's binary files: `data_batch_N.bin`, `test_batch.bin`,
/// `train.bin`, `test.bin`.
bool isCifarName(const std::filesystem::path& path);

/// The training files of CIFAR's binary version in a folder, by name; empty where it has none.
std::vector<std::filesystem::path> cifarTrainingFiles(const std::filesystem::path& folder);

/// Opens CIFAR-10 (records of 1 + 3072 bytes) or CIFAR-100 (2 + 3072: the second label counts).
///
/// Class names come from `batches.meta.txt` or `fine_label_names.txt` beside the files. Records of
/// another size, and labels out of range, are BadData naming file and record.
/// @source Krizhevsky, Learning multiple layers of features from tiny images, 2009; binary version
Result<std::unique_ptr<ImageDataset>>
openCifarDataset(const std::vector<std::filesystem::path>& files);

} // namespace hierascope::io
