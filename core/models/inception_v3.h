// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

namespace hierascope::models {

/// A convolution without bias, batch norm (eps 1e-3) and ReLU.
class InceptionConvImpl : public torch::nn::Module {
public:
    InceptionConvImpl(std::int64_t in, std::int64_t out, at::IntArrayRef kernel,
                      std::int64_t stride, at::IntArrayRef padding);
    at::Tensor forward(const at::Tensor& x);

private:
    torch::nn::Conv2d conv{nullptr};
    torch::nn::BatchNorm2d bn{nullptr};
};
TORCH_MODULE(InceptionConv);

/// The block kinds of Inception v3 as torchvision letters them; `Last` is E with a largest-value
/// pool in place of the mean.
enum class InceptionKind { A, B, C, D, E, Last };

/// One mixed block.
class InceptionBlockImpl : public torch::nn::Module {
public:
    /// @param width A: channels of the pooled branch; C: channels inside the 7x7 branches; others:
    /// 0
    InceptionBlockImpl(InceptionKind kind, std::int64_t in, std::int64_t width);
    at::Tensor forward(const at::Tensor& x);
    /// The branch of 1x1 convolutions alone.
    at::Tensor plainBranch(const at::Tensor& x) { return run("branch1x1", x); }

private:
    void add(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t rows = 1,
             std::int64_t columns = 1, std::int64_t stride = 1);
    at::Tensor run(const std::string& name, const at::Tensor& x);
    /// `name`_1, `name`_2 ... one after another.
    at::Tensor chain(const std::string& name, const at::Tensor& x, int length);

    InceptionKind m_kind;
    std::map<std::string, InceptionConv> m_convolutions;
};
TORCH_MODULE(InceptionBlock);

/// What metrics take from the network.
struct InceptionFeatures {
    at::Tensor pooled;  ///< [B, 2048]: for FID, precision and recall
    at::Tensor spatial; ///< [B, 2023]: seven channels of 17 x 17, for sFID
    at::Tensor logits;  ///< [B, 1008], without the bias, for the Inception score
};

/// How pictures come to 299 x 299; FIDs of different conventions are not comparable.
enum class InceptionResize {
    Tf1, ///< TensorFlow 1: no half-pixel centres; (v - 128) / 128. ADM, torch-fidelity, ResTok
    HalfPixel, ///< half-pixel centres, no antialiasing; 2 x - 1. pytorch-fid
};

/// Resizes bilinearly to a square without half-pixel centres: source = target * in / out.
///
/// @param images [B, C, Y, X]
/// @return       [B, C, side, side]
/// @source       tf.image.resize_bilinear of TensorFlow 1, align_corners false
at::Tensor resizeAsTf1(const at::Tensor& images, std::int64_t side);

/// What goes into the network.
///
/// @param images [B, 3, Y, X] float32 in [0, 1]
/// @return       [B, 3, 299, 299]
at::Tensor inceptionInput(const at::Tensor& images, InceptionResize resize);

/// The Inception v3 of 2015-12-05 that FID is defined by, with 1008 classes.
///
/// Names as in `pt_inception-2015-12-05`: torchvision's, without the auxiliary classifier. Always
/// in evaluation mode; parameters take no gradient.
/// @source Szegedy et al., arXiv:1512.00567; mseitzer/pytorch-fid inception.py: mean pools do not
///         count padding, the last block pools by the largest value. sFID: the first seven channels
///         of Mixed_6d's 1x1 branch (openai/guided-diffusion evaluations, "mixed_6/conv").
class InceptionV3Impl : public torch::nn::Module {
public:
    InceptionV3Impl();

    /// @param images [B, 3, 299, 299], as `inceptionInput` gives them
    InceptionFeatures forward(const at::Tensor& images);

private:
    std::map<std::string, InceptionConv> m_stem;
    std::map<std::string, InceptionBlock> m_blocks;
};
TORCH_MODULE(InceptionV3);

} // namespace hierascope::models
