// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace hierascope::models {

/// The frozen network whose features LPIPS compares.
enum class LpipsBackbone { Vgg16, AlexNet };

/// LPIPS: a distance of pictures in the features of a frozen network.
///
/// Tensor names are `sliceN.I.weight`, `.bias` (I: torchvision's number of the convolution) and
/// `linN.weight`. Parameters take no gradient; nothing is dropped out.
/// @source Zhang et al., arXiv:1801.03924, version 0.1; Kwai-Kolors/ResTok
/// modeling/modules/lpips.py (VGG-16); richzhang/PerceptualSimilarity (AlexNet).
class LpipsImpl : public torch::nn::Module {
public:
    explicit LpipsImpl(LpipsBackbone backbone = LpipsBackbone::Vgg16);

    /// Pixels to a side of the smallest pictures that have all activations.
    std::int64_t smallestSide() const { return m_isVgg ? 16 : 32; }

    /// VGG-16: activations relu1_2, 2_2, 3_3, 4_3 and 5_3; AlexNet: relu1 to relu5.
    ///
    /// @param images [B, 3, Y, X] in [-1, 1], at least `smallestSide` pixels to a side
    std::vector<at::Tensor> features(const at::Tensor& images);

    /// @param images, references [B, 3, Y, X] in [-1, 1]
    /// @return                   [B]
    at::Tensor forward(const at::Tensor& images, const at::Tensor& references);

private:
    bool m_isVgg;
    at::Tensor m_shift; ///< [1, 3, 1, 1]
    at::Tensor m_scale;
    std::vector<std::vector<std::shared_ptr<torch::nn::Module>>> m_slices;
    std::vector<std::shared_ptr<torch::nn::Module>> m_weights; ///< registered as linN
};
TORCH_MODULE(Lpips);

/// Which network the tensors of an LPIPS file, or of torchvision's classifier, are of.
LpipsBackbone lpipsBackboneOf(const std::map<std::string, at::Tensor>& tensors);

/// Changes the names of other files to ours: `net.sliceN...`, `linN.model.1.weight`, and
/// torchvision's `features.I...`; empty for tensors that have no part in the distance.
std::string lpipsTensorName(const std::string& name, LpipsBackbone backbone);

/// The tensors that have a part in the distance, under our names.
std::map<std::string, at::Tensor> lpipsTensors(const std::map<std::string, at::Tensor>& tensors,
                                               LpipsBackbone backbone);

} // namespace hierascope::models
