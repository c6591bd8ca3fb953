// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace hierascope::models {

/// LPIPS with VGG-16: a distance of pictures in the features of a frozen network.
///
/// Tensor names are `sliceN.I.weight`, `.bias` (I: torchvision's number of the convolution) and
/// `linN.weight`. Parameters take no gradient; nothing is dropped out.
/// @source Zhang et al., arXiv:1801.03924, version 0.1; Kwai-Kolors/ResTok
/// modeling/modules/lpips.py.
class LpipsVggImpl : public torch::nn::Module {
public:
    LpipsVggImpl();

    /// Activations relu1_2, 2_2, 3_3, 4_3 and 5_3.
    ///
    /// @param images [B, 3, Y, X] in [-1, 1], at least 16 pixels to a side
    std::vector<at::Tensor> features(const at::Tensor& images);

    /// @param images, references [B, 3, Y, X] in [-1, 1]
    /// @return                   [B]
    at::Tensor forward(const at::Tensor& images, const at::Tensor& references);

private:
    at::Tensor m_shift; ///< [1, 3, 1, 1]
    at::Tensor m_scale;
    std::vector<std::vector<std::shared_ptr<torch::nn::Module>>> m_slices;
    std::vector<std::shared_ptr<torch::nn::Module>> m_weights; ///< registered as linN
};
TORCH_MODULE(LpipsVgg);

/// Changes the names of other LPIPS files to ours: `net.sliceN...`, `linN.model.1.weight`.
std::string lpipsTensorName(const std::string& name);

} // namespace hierascope::models
