#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the first test picture of every class of Fashion-MNIST as a 32 x 32 PNG.

    fashion_images.py resources/demo/fashion

Needs the Debian package dataset-fashion-mnist, and Pillow and numpy (README.md).
"""

import argparse
import gzip
import pathlib

import numpy as np
from PIL import Image

DATA = pathlib.Path("/usr/share/datasets/fashion-mnist")
CLASSES = ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag",
           "ankle-boot"]
BORDER = 2


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    arguments = parser.parse_args()
    raw = gzip.decompress((DATA / "t10k-images-idx3-ubyte.gz").read_bytes())
    pictures = np.frombuffer(raw, np.uint8, offset=16).reshape(-1, 28, 28)
    raw = gzip.decompress((DATA / "t10k-labels-idx1-ubyte.gz").read_bytes())
    labels = np.frombuffer(raw, np.uint8, offset=8)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(CLASSES):
        picture = np.pad(pictures[np.flatnonzero(labels == number)[0]], BORDER)
        rgb = np.repeat(picture[..., None], 3, axis=2)
        Image.fromarray(rgb).save(arguments.out / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
