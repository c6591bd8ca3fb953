// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/evaluation_options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "core/runtime/evaluation_metrics.h"

namespace hierascope::cli {

void addEvaluationOptions(CLI::App& command, EvaluationArguments& arguments) {
    runtime::EvaluationRequest& request = arguments.request;
    command.add_option("--data", arguments.data,
                       "Folders of images, image files, IDX, CIFAR, tar, .npy or .safetensors");
    command.add_option("--limit", request.images, "How many images from the first on; 0: all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--metrics", request.metrics,
                    "Names with commas between; left out: all that can be computed")
        ->delimiter(',');
    command.add_option("--reference", request.reference,
                       "What sets are compared with instead of the originals: data sets, or one "
                       "file of statistics");
    command.add_option("--statistics", request.statistics,
                       "Folder where statistics of references are kept, to be used again");
    command.add_option("--lpips", arguments.lpips,
                       "LPIPS weights (AlexNet or VGG-16), then the linear layers' file");
    command.add_option("--lite", arguments.lite,
                       "EfficientNet-Lite0's weights; left out: those that the set-up installed");
    command.add_option("--inception", request.inceptionWeights,
                       "Inception of 2015-12-05, as PyTorch saves it");
    command
        .add_option("--inception-resize", request.inceptionResize,
                    "How pictures come to it: as ADM and torch-fidelity, or as pytorch-fid")
        ->check(CLI::IsMember({"tf1", "pytorch-fid"}))
        ->capture_default_str();
    command.add_option("--resamples", request.resamples, "Draws of the bootstrap")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    command.add_option("--maps", request.maps, "Seeds of the latents' maps; 0: none")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command.add_option("--points", request.points, "Points of one map at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--sort", arguments.sort, "The metric that images are ordered by")
        ->capture_default_str();
}

Result<runtime::EvaluationRequest> requestOf(const Session& session,
                                             const EvaluationArguments& arguments) {
    runtime::EvaluationRequest request = arguments.request;
    if (arguments.data.empty())
        return failure(ErrorCode::Usage, "--data is missing: the images to evaluate.");
    if (arguments.lpips.size() > 2)
        return failure(ErrorCode::Usage, "--lpips takes one or two files, not " +
                                             std::to_string(arguments.lpips.size()) + ".");
    if (auto known = runtime::checkMetrics({arguments.sort}); !known)
        return failure(known);
    if (!arguments.lpips.empty())
        request.lpipsWeights = arguments.lpips[0];
    if (arguments.lpips.size() > 1)
        request.lpipsLinear = arguments.lpips[1];
    request.liteWeights = arguments.lite.empty() ? runtime::installedLiteWeights() : arguments.lite;
    request.seed = session.common.seed;
    request.threads = session.common.threads;
    request.conditions = {{"program", "hierascope_cli " HIERASCOPE_VERSION},
                          {"dtype", session.common.dtype},
                          {"set", session.model.overrides}};
    return request;
}

} // namespace hierascope::cli
