# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small HieraTok models beside this file and what the PyTorch peer computes with them.

Needs torch 2.11, numpy and safetensors; run as `python3 make_fixtures.py`. The weights are random but
not tiny, so that a wrong order, mask or stride shows. Expected values are computed in float64.
Each folder: config.json, model.safetensors (16 bit, to be widened exactly), expected.safetensors
(float32): image [1,3,Y,X]; mean, logvar [1,C,h,w]; level.K of the decoded mean; prefix.K of the
mean decoded with the first half of the levels only.
"""

import itertools
import json
import pathlib
import shutil
import sys

import torch
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "bench"))
import hieratok_peer  # noqa: E402

SCALES = [[1, 2, 4, 8], [1, 2, 8], [1, 2, 3, 8]]  # 3 does not divide the grid of 8
ATTENTION = ["full", "scale_independent", "scale_causal"]


def options_of(downsample, conv_width, finest, attention, scales):
    return {
        "image_size": 16, "patch_size": 2, "latent_channels": 4, "scales": scales,
        "downsample": downsample, "conv_width": conv_width, "finest": finest, "attention": attention,
        "encoder": {"layers": 2, "width": 16, "heads": 2, "mlp_ratio": 2.0},
        "decoder": {"layers": 2, "width": 24, "heads": 3, "mlp_ratio": 2.0},
    }  # fmt: skip


def variants():
    widths = [("conv", "wide"), ("conv", "narrow"), ("interpolate", "wide")]
    for row, (downsample, conv_width) in enumerate(widths):
        for (a, attention), (f, finest) in itertools.product(
            enumerate(ATTENTION), enumerate(["conv", "projection"])
        ):
            scales = SCALES[(row + a + f) % len(SCALES)]
            first = conv_width if downsample == "conv" else downsample
            name = "-".join([first, attention, finest, "x".join(map(str, scales))])
            yield name, options_of(downsample, conv_width, finest, attention, scales)
    yield "single-conv", options_of("conv", "wide", "conv", "scale_causal", [8])
    yield "single-interpolate", options_of("interpolate", "wide", "projection", "full", [8])


def fill(model, generator, dtype):
    """Random weights of about unit gain, rounded to what the file will hold."""
    for name, p in model.named_parameters():
        noise = torch.randn(p.shape, generator=generator, dtype=torch.float64)
        if name.endswith("weight") and p.dim() > 1:
            noise *= 1.2 / (p.numel() / p.shape[0]) ** 0.5
        elif "norm" in name and name.endswith("weight"):
            noise = 1.0 + 0.3 * noise
        else:
            noise *= 0.3
        p.data = noise.to(dtype).to(torch.float64)
    # Two channels lie beyond the clamp of the log-variance, one on each side.
    model.moments.bias.data[model.latent] = 28.0
    model.moments.bias.data[model.latent + 1] = -40.0


def write(folder, options, seed):
    generator = torch.Generator().manual_seed(seed)
    dtype = torch.bfloat16 if seed % 2 else torch.float16
    model = hieratok_peer.HieraTok(options).double().eval()
    fill(model, generator, dtype)
    image = (torch.rand(1, 3, 16, 16, generator=generator) * 2 - 1).double()
    image = image.float().double()
    expected = {"image": image}
    with torch.no_grad():
        expected["mean"], expected["logvar"] = model.posterior(image)
        latent = expected["mean"]
        for k, picture in enumerate(model.decode(latent)):
            expected[f"level.{k}"] = picture
        if len(options["scales"]) > 1:
            for k, picture in enumerate(model.decode(latent, len(options["scales"]) // 2)):
                expected[f"prefix.{k}"] = picture
    folder.mkdir()
    config = {
        "format": 1, "family": "hieratok", "options": options,
        "preprocess": {"size": 16, "range": [-1, 1], "filter": "bicubic"},
        "origin": {"made_by": "tests/data/hieratok/make_fixtures.py", "seed": seed},
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    state = {k: v.to(dtype).contiguous() for k, v in model.state_dict().items()}
    save_file(state, folder / "model.safetensors")
    save_file({k: v.float().contiguous() for k, v in expected.items()}, folder / "expected.safetensors")
    largest = max(v.abs().max().item() for k, v in expected.items() if k != "logvar")
    print(f"{folder.name:45} largest value {largest:6.2f}")


def main():
    for seed, (name, options) in enumerate(variants()):
        folder = HERE / name
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, options, seed)


if __name__ == "__main__":
    main()
