#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what a PCA of 8x8x3 patches reaches: the floor that the demo's models are held against.

    python3 -m venv venv && venv/bin/pip install pillow numpy safetensors
    venv/bin/python pca_floor.py train.safetensors ../../resources/demo/crops \\
        --out ../../resources/demo/pca_floor.json

The PCA (with mean) is fitted on all patches of the training crops. PSNR is taken for each held-out
crop on [0, 1] after clipping the reconstruction, without rounding to 8 bits, and averaged over the
crops in dB.
"""
import argparse
import json
import pathlib

import numpy as np
from PIL import Image
from safetensors import safe_open

PATCH = 8
CHUNK = 500
# A crop that is reproduced exactly would have no finite PSNR.
LEAST_ERROR = 1e-10


def patches_of(images):
    """Returns [N, patches, 192] float64 in [0, 1] for images [N, Y, X, 3] uint8."""
    count, rows, columns, channels = images.shape
    grid = images.reshape(count, rows // PATCH, PATCH, columns // PATCH, PATCH, channels)
    grid = grid.transpose(0, 1, 3, 2, 4, 5)
    return grid.reshape(count, -1, PATCH * PATCH * channels).astype(np.float64) / 255


def fit(path):
    """Returns (mean [192], components [192, 192] as rows, metadata, number of crops)."""
    size = PATCH * PATCH * 3
    total, products, count = np.zeros(size), np.zeros((size, size)), 0
    with safe_open(path, "np") as data:
        images = data.get_slice("images")
        crops = images.get_shape()[0]
        for start in range(0, crops, CHUNK):
            flat = patches_of(images[start:start + CHUNK]).reshape(-1, size)
            total += flat.sum(axis=0)
            products += flat.T @ flat
            count += len(flat)
        metadata = data.metadata()
    mean = total / count
    values, vectors = np.linalg.eigh(products / count - np.outer(mean, mean))
    return mean, vectors[:, np.argsort(values)[::-1]].T, metadata, crops


def psnr_per_crop(images, mean, components):
    """Returns the PSNR of each image after projection onto the components."""
    centred = patches_of(images) - mean
    rebuilt = np.clip(centred @ components.T @ components + mean, 0, 1)
    error = ((rebuilt - patches_of(images)) ** 2).mean(axis=(1, 2))
    return -10 * np.log10(np.maximum(error, LEAST_ERROR))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("training", help="packed training crops of make_data.py")
    parser.add_argument("crops", type=pathlib.Path, help="folder of held-out crops")
    parser.add_argument("--components", type=int, nargs="+", default=[4, 16])
    parser.add_argument("--out", type=pathlib.Path, help="JSON file for the figures")
    arguments = parser.parse_args()
    mean, components, metadata, training_crops = fit(arguments.training)
    files = sorted(arguments.crops.glob("*/*.jpg"))
    held_out = np.stack([np.asarray(Image.open(file).convert("RGB")) for file in files])
    figures = {str(number): round(float(psnr_per_crop(held_out, mean,
                                                      components[:number]).mean()), 3)
               for number in arguments.components}
    report = {
        "description": "Mean over the held-out crops of the PSNR in dB on [0, 1], clipped, not "
                       "rounded, of a PCA of 8x8x3 patches with so many components",
        "psnr_db": figures,
        "held_out_crops": len(files),
        "training_crops": training_crops,
        "training_seed": metadata["seed"],
        "photos_json_sha256": metadata["photos_json_sha256"],
        "command": "pca_floor.py train.safetensors resources/demo/crops "
                   f"--components {' '.join(map(str, arguments.components))}",
    }
    text = json.dumps(report, indent=2) + "\n"
    print(text, end="")
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
