// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset.h"

#include "core/io/cifar_dataset.h"
#include "core/io/idx_dataset.h"
#include "core/io/image_folder.h"
#include "core/io/input_file.h"
#include "core/io/packed_pixels.h"
#include "core/io/shard_names.h"
#include "core/io/tar_dataset.h"

namespace hierascope::io {

std::filesystem::path ImageDataset::file(std::int64_t) const {
    return {};
}

Result<std::unique_ptr<ImageDataset>> openDataset(const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (isShardPattern(path)) {
        const auto shards = shardsOf(path);
        return shards ? openTarDataset(*shards) : failure(shards);
    }
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return failure(ErrorCode::NoInput, "There is no data set at '" + path.string() + "'.");
    if (fs::is_directory(status)) {
        if (const auto files = cifarTrainingFiles(path); !files.empty())
            return openCifarDataset(files);
        if (const auto shards = tarFilesIn(path); !shards.empty())
            return openTarDataset(shards);
        return openImageFolder(path);
    }
    if (path.extension() == ".safetensors")
        return openPackedSafetensors(path);
    if (path.extension() == ".npy")
        return openPackedNpy(path);
    if (path.extension() == ".npz")
        return openPackedNpz(path);
    if (path.extension() == ".tar")
        return openTarDataset({path});
    if (path.extension() == ".bin")
        return openCifarDataset({path});
    if (isIdxName(path))
        return openIdxDataset(path);
    return badFile(path, "expected a data set: a folder of images, or a file named *.safetensors, "
                         "*.npy, *.npz, *.tar, *.bin (CIFAR) or *-idx3-ubyte[.gz]");
}

} // namespace hierascope::io
