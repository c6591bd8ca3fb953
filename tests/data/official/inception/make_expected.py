# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes expected.json: the FID variant of Inception v3 in PyTorch, with weights by rule, float64.

    make_expected.py    (needs torch and numpy)
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F


def numbers(shape, j, scale=1.0, offset=0.0):
    k = np.arange(int(np.prod(shape)), dtype=np.uint32)
    x = k * np.uint32(2654435761) + np.uint32((j * 974634213 + 1) % 2**32)
    for _ in range(2):
        x = (x ^ (x >> np.uint32(16))) * np.uint32(73244475)
    x ^= x >> np.uint32(16)
    values = np.float32(scale * (x / 2.0**32) + offset)
    return torch.from_numpy(values.astype(np.float64)).reshape(shape)


SHAPES = {"fc.weight": (1008, 2048), "fc.bias": (1008,)}
CALLS = {}


class Recorder:
    """Builds the list of tensors on a first pass, computes on a second."""

    tensors = None

    def conv(self, x, name, out, kernel, stride=1, padding=0):
        kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
        if self.tensors is None:
            SHAPES[f"{name}.conv.weight"] = (out, x.shape[1], *kernel)
            for part in ("weight", "bias", "running_mean", "running_var"):
                SHAPES[f"{name}.bn.{part}"] = (out,)
            y = F.conv2d(x, torch.zeros(out, x.shape[1], *kernel, dtype=x.dtype, device=x.device), None, stride, padding)
            return y
        t = self.tensors
        y = F.conv2d(x, t[f"{name}.conv.weight"], None, stride, padding)
        y = F.batch_norm(y, t[f"{name}.bn.running_mean"], t[f"{name}.bn.running_var"],
                         t[f"{name}.bn.weight"], t[f"{name}.bn.bias"], False, 0.0, 1e-3)
        return F.relu(y)

    def network(self, x):
        c = self.conv
        x = c(x, "Conv2d_1a_3x3", 32, 3, stride=2)
        x = c(x, "Conv2d_2a_3x3", 32, 3)
        x = c(x, "Conv2d_2b_3x3", 64, 3, padding=1)
        x = F.max_pool2d(x, 3, 2)
        x = c(x, "Conv2d_3b_1x1", 80, 1)
        x = c(x, "Conv2d_4a_3x3", 192, 3)
        x = F.max_pool2d(x, 3, 2)
        for name, pool in (("Mixed_5b", 32), ("Mixed_5c", 64), ("Mixed_5d", 64)):
            one = c(x, f"{name}.branch1x1", 64, 1)
            five = c(c(x, f"{name}.branch5x5_1", 48, 1), f"{name}.branch5x5_2", 64, 5, padding=2)
            three = c(x, f"{name}.branch3x3dbl_1", 64, 1)
            three = c(three, f"{name}.branch3x3dbl_2", 96, 3, padding=1)
            three = c(three, f"{name}.branch3x3dbl_3", 96, 3, padding=1)
            pooled = c(F.avg_pool2d(x, 3, 1, 1, count_include_pad=False), f"{name}.branch_pool", pool, 1)
            x = torch.cat([one, five, three, pooled], 1)
        three = c(x, "Mixed_6a.branch3x3", 384, 3, stride=2)
        double = c(x, "Mixed_6a.branch3x3dbl_1", 64, 1)
        double = c(double, "Mixed_6a.branch3x3dbl_2", 96, 3, padding=1)
        double = c(double, "Mixed_6a.branch3x3dbl_3", 96, 3, stride=2)
        x = torch.cat([three, double, F.max_pool2d(x, 3, 2)], 1)
        for name, inner in (("Mixed_6b", 128), ("Mixed_6c", 160), ("Mixed_6d", 160), ("Mixed_6e", 192)):
            one = c(x, f"{name}.branch1x1", 192, 1)
            if name == "Mixed_6d":
                spatial = one[:, :7].flatten(1)
            seven = c(x, f"{name}.branch7x7_1", inner, 1)
            seven = c(seven, f"{name}.branch7x7_2", inner, (1, 7), padding=(0, 3))
            seven = c(seven, f"{name}.branch7x7_3", 192, (7, 1), padding=(3, 0))
            double = c(x, f"{name}.branch7x7dbl_1", inner, 1)
            double = c(double, f"{name}.branch7x7dbl_2", inner, (7, 1), padding=(3, 0))
            double = c(double, f"{name}.branch7x7dbl_3", inner, (1, 7), padding=(0, 3))
            double = c(double, f"{name}.branch7x7dbl_4", inner, (7, 1), padding=(3, 0))
            double = c(double, f"{name}.branch7x7dbl_5", 192, (1, 7), padding=(0, 3))
            pooled = c(F.avg_pool2d(x, 3, 1, 1, count_include_pad=False), f"{name}.branch_pool", 192, 1)
            x = torch.cat([one, seven, double, pooled], 1)
        three = c(c(x, "Mixed_7a.branch3x3_1", 192, 1), "Mixed_7a.branch3x3_2", 320, 3, stride=2)
        seven = c(x, "Mixed_7a.branch7x7x3_1", 192, 1)
        seven = c(seven, "Mixed_7a.branch7x7x3_2", 192, (1, 7), padding=(0, 3))
        seven = c(seven, "Mixed_7a.branch7x7x3_3", 192, (7, 1), padding=(3, 0))
        seven = c(seven, "Mixed_7a.branch7x7x3_4", 192, 3, stride=2)
        x = torch.cat([three, seven, F.max_pool2d(x, 3, 2)], 1)
        for name in ("Mixed_7b", "Mixed_7c"):
            one = c(x, f"{name}.branch1x1", 320, 1)
            three = c(x, f"{name}.branch3x3_1", 384, 1)
            three = torch.cat([c(three, f"{name}.branch3x3_2a", 384, (1, 3), padding=(0, 1)),
                               c(three, f"{name}.branch3x3_2b", 384, (3, 1), padding=(1, 0))], 1)
            double = c(x, f"{name}.branch3x3dbl_1", 448, 1)
            double = c(double, f"{name}.branch3x3dbl_2", 384, 3, padding=1)
            double = torch.cat([c(double, f"{name}.branch3x3dbl_3a", 384, (1, 3), padding=(0, 1)),
                                c(double, f"{name}.branch3x3dbl_3b", 384, (3, 1), padding=(1, 0))], 1)
            pooled = (F.avg_pool2d(x, 3, 1, 1, count_include_pad=False) if name == "Mixed_7b"
                      else F.max_pool2d(x, 3, 1, 1))
            x = torch.cat([one, three, double, c(pooled, f"{name}.branch_pool", 192, 1)], 1)
        return spatial, F.adaptive_avg_pool2d(x, 1).flatten(1)


def tensor_by_rule(name, shape, j):
    if len(shape) > 1:
        bound = float(np.sqrt(2.0) * np.sqrt(3.0 / np.prod(shape[1:])))
        return numbers(shape, j, 2.0 * bound, -bound)
    if name.endswith(("bn.weight", "running_var")):
        return numbers(shape, j, 0.6, 0.7)
    return numbers(shape, j, 0.2, -0.1)


def main():
    network = Recorder()
    with torch.no_grad():
        network.network(torch.zeros(1, 3, 299, 299, dtype=torch.float64, device="meta"))
        names = sorted(SHAPES)
        network.tensors = {name: tensor_by_rule(name, SHAPES[name], 16000 + j) for j, name in enumerate(names)}
        images = numbers((2, 3, 40, 56), 15999)
        half_pixel = 2.0 * F.interpolate(images, (299, 299), mode="bilinear", align_corners=False) - 1.0
        spatial, pooled = network.network(half_pixel)
        logits = pooled @ network.tensors["fc.weight"].T
    figures = lambda t: {"sum": t.sum().item(), "first": t[0, :4].tolist(), "last": t[1, -4:].tolist()}
    text = json.dumps({"shapes": {name: SHAPES[name] for name in names}, "spatial": figures(spatial),
                       "pooled": figures(pooled), "logits": figures(logits)})
    (pathlib.Path(__file__).parent / "expected.json").write_text(text + "\n")


main()
