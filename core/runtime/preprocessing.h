// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/image.h"

namespace at {
class Tensor;
} // namespace at

namespace hierascope::runtime {

/// How images go into a model and come out of it: `preprocess` of its config.
class Preprocessing {
public:
    /// @param config of a model folder, checked
    explicit Preprocessing(const nlohmann::json& config);

    /// Resizes the shorter side to the model's size and crops the centre.
    ImageRgb8 fit(const ImageRgb8& image) const;

    /// @param input of the model's size
    /// @return      [1, 3, Y, X] float32 in the model's range, on the CPU
    at::Tensor modelFromPixels(const ImageRgb8& input) const;

    /// @param picture [1, 3, Y, X] in the model's range
    /// @return        in [0, 1] scale, unclamped
    /// @throws c10::Error where a value is not finite
    ImageRgbF32 pixelsFromModel(const at::Tensor& picture) const;

private:
    int m_size = 0;
    double m_low = -1.0; ///< what black is inside the model
    double m_high = 1.0; ///< what white is
    int m_filter = 0;    ///< a tensor::Filter
};

} // namespace hierascope::runtime
