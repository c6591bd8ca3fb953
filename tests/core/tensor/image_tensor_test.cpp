// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/image_tensor.h"

#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

ImageRgb8 gradient(int width, int height) {
    ImageRgb8 image(width, height);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i * 7 % 256);
    return image;
}

TEST(ImageTensor, SurvivesTheWayToATensorAndBack) {
    const ImageRgb8 image = gradient(5, 3);
    const at::Tensor tensor = tensorFromImage(image);
    EXPECT_EQ(tensor.sizes(), (std::vector<std::int64_t>{1, 3, 3, 5}));
    EXPECT_EQ(toRgb8(imageFromTensor(tensor)), image);
    EXPECT_FLOAT_EQ(tensor[0][1][2][3].item<float>(),
                    static_cast<float>(image.pixels[(2 * 5 + 3) * 3 + 1]) / 255.0F);
}

TEST(ImageTensor, ReducesByExactMeans) {
    ImageRgbF32 image(4, 4);
    for (std::size_t i = 0; i < image.planes.size(); ++i)
        image.planes[i] = static_cast<float>(i);
    const at::Tensor reduced = areaResize(tensorFromImage(image), 2);
    EXPECT_FLOAT_EQ(reduced[0][0][0][0].item<float>(), (0 + 1 + 4 + 5) / 4.0F);
    EXPECT_FLOAT_EQ(reduced[0][2][1][1].item<float>(), 32 + (10 + 11 + 14 + 15) / 4.0F);
}

} // namespace
} // namespace hierascope::tensor
