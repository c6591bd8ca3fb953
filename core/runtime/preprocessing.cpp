// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/preprocessing.h"

#include <string>

#include <ATen/TensorOperators.h>
#include <nlohmann/json.hpp>

#include "core/runtime/tensor_values.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/resample.h"

namespace hierascope::runtime {

namespace {

tensor::Filter filterOf(const std::string& name) {
    if (name == "box")
        return tensor::Filter::Box;
    if (name == "bilinear")
        return tensor::Filter::Bilinear;
    if (name == "lanczos")
        return tensor::Filter::Lanczos;
    return tensor::Filter::Bicubic;
}

} // namespace

Preprocessing::Preprocessing(const nlohmann::json& config) {
    const nlohmann::json& json = config.at("preprocess");
    m_size = json.at("size").get<int>();
    if (json.contains("range")) {
        m_low = json["range"][0].get<double>();
        m_high = json["range"][1].get<double>();
    }
    m_filter = static_cast<int>(filterOf(json.value("filter", "bicubic")));
}

ImageRgb8 Preprocessing::fit(const ImageRgb8& image) const {
    return tensor::fitShorterSide(image, m_size, static_cast<tensor::Filter>(m_filter));
}

at::Tensor Preprocessing::modelFromPixels(const ImageRgb8& input) const {
    const at::Tensor pixels = tensor::tensorFromImage(input);
    if (m_low == 0.0 && m_high == 1.0)
        return pixels;
    return pixels * (m_high - m_low) + m_low;
}

ImageRgbF32 Preprocessing::pixelsFromModel(const at::Tensor& picture) const {
    const at::Tensor plain = picture.to(at::kCPU, at::kFloat);
    checkFinite(plain, "a picture");
    if (m_low == 0.0 && m_high == 1.0)
        return tensor::imageFromTensor(plain);
    return tensor::imageFromTensor((plain - m_low) / (m_high - m_low));
}

} // namespace hierascope::runtime
