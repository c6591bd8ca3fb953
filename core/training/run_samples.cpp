// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_samples.h"

#include "core/io/png_writer.h"
#include "core/tensor/image_tensor.h"

namespace hierascope::training {

Result<std::string> writeSamples(const std::filesystem::path& run, std::int64_t step,
                                 const std::vector<at::Tensor>& pictures) {
    const std::string name = "samples/step-" + std::to_string(step);
    std::error_code error;
    std::filesystem::create_directories(run / name, error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Folder '" + (run / name).string() +
                                                    "' cannot be made: " + error.message() + ".");
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::string number = std::to_string(i);
        const auto file =
            run / name / (std::string(number.size() < 2 ? 1 : 0, '0') + number + ".png");
        const ImageRgb8 picture = toRgb8(tensor::imageFromTensor(pictures[i].detach().cpu()));
        if (auto written = io::writePng(file, picture); !written)
            return failure(written);
    }
    return name;
}

} // namespace hierascope::training
