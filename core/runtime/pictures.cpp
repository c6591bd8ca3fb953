// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/pictures.h"

#include <algorithm>
#include <cmath>

#include "core/io/apng_writer.h"
#include "core/io/image_reader.h"
#include "core/io/png_text.h"
#include "core/io/png_writer.h"
#include "core/io/sha256.h"
#include "core/runtime/guard.h"
#include "core/tensor/resample.h"

namespace hierascope::runtime {

Result<ImageRgb8> readPicture(const std::filesystem::path& path) {
    return guarded([&] { return io::readImage(path); });
}

Result<void> savePicture(const std::filesystem::path& path, const ImageRgb8& picture,
                         const std::map<std::string, std::string>& texts) {
    return guarded([&] { return io::writePng(path, picture, texts); });
}

Result<void> saveAnimation(const std::filesystem::path& path, const std::vector<ImageRgb8>& frames,
                           int milliseconds, const std::map<std::string, std::string>& texts) {
    return guarded([&] { return io::writeApng(path, frames, milliseconds, texts); });
}

Result<std::optional<std::string>> readPictureText(const std::filesystem::path& path,
                                                   const std::string& keyword) {
    constexpr std::uint64_t kMaximumBytes = 1 << 20;
    return guarded([&] { return io::readPngText(path, keyword, kMaximumBytes); });
}

ImageRgb8 pictureFromResidual(const ImageRgbF32& residual) {
    ImageRgbF32 shown = residual;
    for (float& value : shown.planes)
        value = 0.5F + 0.5F * value;
    return toRgb8(shown);
}

Result<std::string> hashOfFile(const std::filesystem::path& path) {
    return guarded([&] { return io::sha256OfFile(path); });
}

ImageRgb8 thumbnailOf(const ImageRgb8& picture, int longest) {
    const int side = std::max(picture.width, picture.height);
    if (longest <= 0 || picture.isEmpty())
        return {};
    if (side <= longest)
        return picture;
    const auto reduced = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(double(length) * longest / side)));
    };
    return tensor::resize(picture, reduced(picture.width), reduced(picture.height),
                          tensor::Filter::Box);
}

} // namespace hierascope::runtime
