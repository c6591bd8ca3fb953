# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes token pyramids of any tokenizer, to be looked at and compared in Hierascope.

    import hierascope_pyramid as pyramid

    levels = [pyramid.Level(rows=4, columns=4, pictures=coarse, codes=coarse_codes),
              pyramid.Level(rows=16, columns=16, pictures=fine, codes=fine_codes)]
    pyramid.write("mine.safetensors", images, levels, name="my tokenizer", codebook_size=1024)

Open the file like a model: `hierascope mine.safetensors cat.png`, `hierascope_cli reconstruct
mine.safetensors cat.png --out DIR`. It needs numpy and safetensors. The format: docs/formats.md.
"""

import dataclasses
import json
import os

import numpy as np
import safetensors.numpy

KEY = "hierascope_pyramid"


@dataclasses.dataclass
class Level:
    """One level, coarse to fine, of all N images."""

    rows: int  # tokens
    columns: int  # tokens
    pictures: np.ndarray  # [N, y, x, 3] uint8, or [N, 3, y, x] float in [0, 1] scale, unclamped; square
    tokens: np.ndarray | None = None  # [N, rows * columns, C] float: what the decoder receives
    codes: np.ndarray | None = None  # [N, rows * columns] whole numbers below codebook_size
    name: str | None = None


def write(path, images, levels, *, image_names=None, name="", program="", codebook_size=0, prefixed=False):
    """Writes a file, the old one or the new one whatever happens.

    images         [N, Y, X, 3] uint8: what went into the model, square
    image_names    one for each image, for people
    prefixed       a level's picture is of the whole image, from all tokens so far
    """
    images = np.ascontiguousarray(images)
    if images.dtype != np.uint8 or images.ndim != 4 or images.shape[3] != 3 or images.shape[1] != images.shape[2]:
        raise ValueError(f"images is {images.dtype} {list(images.shape)}, expected uint8 [N, Y, Y, 3].")
    if not levels:
        raise ValueError("levels is empty.")
    names = [f"image {i}" for i in range(len(images))] if image_names is None else [str(n) for n in image_names]
    if len(names) != len(images):
        raise ValueError(f"image_names has {len(names)} names for {len(images)} images.")
    tensors, described = {"images": images}, []
    for index, level in enumerate(levels):
        tensors.update(_tensors_of(index, level, len(images), codebook_size))
        described.append({"rows": int(level.rows), "columns": int(level.columns),
                          "name": level.name or f"{level.rows}x{level.columns}"})  # fmt: skip
    fields = {"format": 1, "name": name, "program": program, "levels": described, "images": names,
              "codebook_size": int(codebook_size), "prefixed": bool(prefixed)}  # fmt: skip
    temporary = f"{path}.part"
    safetensors.numpy.save_file(tensors, temporary, {KEY: json.dumps(fields)})
    os.replace(temporary, path)


def _tensors_of(index, level, count, codebook_size):
    pictures = np.asarray(level.pictures)
    is_bytes = pictures.dtype == np.uint8
    channels = 3 if is_bytes else 1
    if pictures.ndim != 4 or pictures.shape[0] != count or pictures.shape[channels] != 3:
        expected = "[N, y, x, 3] uint8 or [N, 3, y, x] float"
        raise ValueError(f"level {index}: pictures is {pictures.dtype} {list(pictures.shape)}, expected {expected}.")
    found = {f"level.{index}.pictures": np.ascontiguousarray(pictures if is_bytes else pictures.astype(np.float32))}
    tokens = level.rows * level.columns
    if level.tokens is not None:
        vectors = np.ascontiguousarray(level.tokens, dtype=np.float32)
        if vectors.ndim != 3 or vectors.shape[:2] != (count, tokens):
            raise ValueError(f"level {index}: tokens is {list(vectors.shape)}, expected [{count}, {tokens}, C].")
        found[f"level.{index}.tokens"] = vectors
    if level.codes is not None:
        codes = np.ascontiguousarray(level.codes, dtype=np.int64)
        if codes.shape != (count, tokens):
            raise ValueError(f"level {index}: codes is {list(codes.shape)}, expected [{count}, {tokens}].")
        if codes.size and not 0 <= codes.min() <= codes.max() < codebook_size:
            raise ValueError(f"level {index}: codes run from {codes.min()} to {codes.max()}, codebook_size is {codebook_size}.")
        found[f"level.{index}.codes"] = codes
    elif codebook_size:
        raise ValueError(f"level {index}: codes is missing, codebook_size is {codebook_size}.")
    return found
