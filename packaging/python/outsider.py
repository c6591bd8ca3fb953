# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tokenizer that Hierascope does not know, in a few lines: block means, level by level, each level
coding what the coarser ones left with a grey value of 32.

    python outsider.py outsider.safetensors IMAGE...
"""

import pathlib
import sys

import numpy as np
from PIL import Image

import hierascope_pyramid as pyramid

SIDE, GRIDS, CODES = 64, (1, 4, 16), 32


def square(path):
    """Shorter side to SIDE, centre crop, as models get it."""
    image = Image.open(path).convert("RGB")
    scale = SIDE / min(image.size)
    width, height = (round(s * scale) for s in image.size)
    image = image.resize((width, height), Image.BICUBIC)
    left, top = (width - SIDE) // 2, (height - SIDE) // 2
    return np.asarray(image.crop((left, top, left + SIDE, top + SIDE)))


def main(target, *paths):
    images = np.stack([square(path) for path in paths])
    wanted, so_far, levels = images.mean(-1) / 255 - 0.5, 0.0, []
    for grid in GRIDS:
        block = SIDE // grid
        means = (wanted - so_far).reshape(-1, grid, block, grid, block).mean((2, 4))
        codes = np.clip(np.round((means + 0.5) * (CODES - 1)), 0, CODES - 1).astype(int)
        so_far = so_far + np.kron(codes / (CODES - 1) - 0.5, np.ones((1, block, block)))
        picture = np.repeat(np.clip(255 * so_far + 128, 0, 255).astype(np.uint8)[..., None], 3, -1)  # [N, Y, X, 3]
        flat = codes.reshape(len(images), -1)
        levels.append(pyramid.Level(grid, grid, picture, tokens=flat[..., None] / (CODES - 1), codes=flat))
    pyramid.write(target, images, levels, image_names=[pathlib.Path(p).name for p in paths], name="block means",
                  program="outsider.py", codebook_size=CODES, prefixed=True)  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
