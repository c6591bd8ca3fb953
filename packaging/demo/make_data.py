#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demo's training crops, held-out crops and sample images from fetch_photos' files.

    python3 -m venv venv && venv/bin/pip install pillow numpy safetensors
    venv/bin/python make_data.py train WORK train.safetensors
    venv/bin/python make_data.py held-out WORK ../../resources/demo/crops
    venv/bin/python make_data.py images WORK ../../resources/demo/images

Every crop is a square with a side between 128 and the photograph's short side, drawn
log-uniformly, at a uniform place, resized to 128x128 with Pillow's BOX or Lanczos filter.
One training crop in four is a cut-out of tuxpaint-stamps on a photograph or a gradient.
"""
import argparse
import os
import pathlib
import shutil

import numpy as np
from PIL import Image
from safetensors.numpy import save_file

import demo_photos

SIDE = 128
CUT_OUT_SHARE = 0.25
# A crop with less detail than this (empty sky, blurred background) is drawn again, so often.
LEAST_DETAIL = 4.0
RETRIES = 2
# Held-out pictures that would outweigh ordinary photographs: textures, the sky, a dark sign.
RARER = {"brick": 0.2, "grass": 0.2, "gravel": 0.2, "hubble_deep_field": 0.4, "retina": 0.3,
         "scenetext02": 0.4}
# resources/demo/images: in the public domain or CC0, none of them in the training crops.
IMAGES = ("astronaut", "camera", "chelsea", "coffee", "hubble_deep_field", "retina", "rocket",
          "seeding_by_Clements_Engelhardt")
IMAGE_LIMIT = 1500
IMAGE_SIDE = 1024
CROPS_INTRODUCTION = """\
{count} crops of 128x128, made by `packaging/demo/make_data.py held-out` from photographs that
are not in the training crops: one folder for each photograph, the number of its crops in
brackets. They are random-scale crops, resized with Pillow, stored as JPEG (quality 95, no
chroma subsampling); what is measured against them is measured against the stored, decoded
crops. Licences and authors are those that the packages' copyright files name (for
python3-skimage: its `data/_fetchers.py`)."""
IMAGES_INTRODUCTION = """\
Photographs in the public domain or CC0, not in the training crops; copied by
`packaging/demo/make_data.py images`, unchanged but for pictures above 1500 pixels, which are
reduced to 1024 (Lanczos, JPEG quality 92). The licences are those that `data/_fetchers.py` of
python3-skimage and the copyright file of lomiri-wallpapers-16.04 name."""


def weight_of(image):
    """Returns how often a photograph is drawn: small ones would repeat themselves."""
    short = min(image.size)
    return 1.0 if short >= 512 else 0.6 if short >= 380 else 0.3


def shares(weights, total):
    """Splits `total` into whole numbers in proportion to the weights, exactly."""
    edges = np.round(np.cumsum(weights) / np.sum(weights) * total).astype(int)
    return np.diff(edges, prepend=0)


def detail(pixels):
    """Returns the mean step between neighbours, right plus below, in grey levels."""
    grey = pixels.mean(axis=2)
    return np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean()


def draw_crop(image, rng):
    """Returns one random-scale crop [128, 128, 3] uint8."""
    width, height = image.size
    for _ in range(RETRIES + 1):
        side = int(round(np.exp(rng.uniform(np.log(SIDE), np.log(min(width, height))))))
        left = int(rng.integers(0, width - side + 1))
        top = int(rng.integers(0, height - side + 1))
        chosen = Image.Resampling.BOX if rng.random() < 0.5 else Image.Resampling.LANCZOS
        crop = image.resize((SIDE, SIDE), chosen, box=(left, top, left + side, top + side),
                            reducing_gap=3.0)
        pixels = np.asarray(crop)
        if detail(pixels) >= LEAST_DETAIL:
            break
    return pixels


def gradient(rng):
    """Returns a linear blend of two random colours in a random direction."""
    first, second = rng.uniform(0, 255, (2, 3))
    angle = rng.uniform(0, 2 * np.pi)
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / (SIDE - 1) - 0.5
    blend = np.clip(rows * np.sin(angle) + columns * np.cos(angle) + 0.5, 0, 1)[..., None]
    return (first * (1 - blend) + second * blend).round().astype(np.uint8)


def paste_cut_out(cut_out, background, rng):
    """Returns the background with the cut-out on it, at a random size, turn and place."""
    if rng.random() < 0.5:
        cut_out = cut_out.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    longest = max(cut_out.size)
    # Never enlarged by more than a quarter: soft edges would teach the model to blur.
    factor = min(SIDE * rng.uniform(0.5, 1.4) / longest, 1.25)
    size = [max(1, round(side * factor)) for side in cut_out.size]
    cut_out = cut_out.resize(size, Image.Resampling.LANCZOS)
    turned = cut_out.rotate(rng.uniform(-20, 20), Image.Resampling.BICUBIC, expand=True)
    canvas = Image.fromarray(background)
    centre = rng.uniform(0.25, 0.75, 2) * SIDE
    place = [int(round(centre[axis] - turned.size[axis] / 2)) for axis in (0, 1)]
    canvas.paste(turned, tuple(place), turned)
    return np.asarray(canvas)


def write_atomically(path, images, metadata):
    """Writes the packed crops under a temporary name and renames them."""
    temporary = f"{path}.{os.getpid()}.part"
    save_file({"images": images}, temporary, metadata=metadata)
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)


def make_training(arguments):
    photographs, cut_outs = demo_photos.load_manifest()
    photographs = [entry for entry in photographs if not entry["held_out"]]
    rng = np.random.default_rng(arguments.seed)
    pasted = int(arguments.count * CUT_OUT_SHARE)
    plain = arguments.count - pasted
    images = np.empty((arguments.count, SIDE, SIDE, 3), np.uint8)
    weights = [weight_of(Image.open(demo_photos.file_of(entry, arguments.work)))
               for entry in photographs]
    position = 0
    for entry, share in zip(photographs, shares(weights, plain)):
        image = demo_photos.read_photograph(entry, arguments.work)
        for _ in range(share):
            images[position] = draw_crop(image, rng)
            position += 1
    stamps = [demo_photos.read_cut_out(entry, arguments.work) for entry in cut_outs]
    for index in range(plain, arguments.count):
        background = images[rng.integers(0, plain)] if rng.random() < 0.7 else gradient(rng)
        stamp = stamps[(index - plain) % len(stamps)]
        images[index] = paste_cut_out(stamp, background, rng)
    rng.shuffle(images, axis=0)
    write_atomically(arguments.target, images, {
        "description": f"{plain} random-scale crops of {len(photographs)} photographs and "
                       f"{pasted} with a cut-out pasted on, 128x128 RGB, shuffled",
        "seed": str(arguments.seed),
        "photos_json_sha256": demo_photos.manifest_sha256(),
    })
    print(f"{arguments.target}: {arguments.count} crops of {len(photographs)} photographs")


def folder_name(entry):
    """Returns the folder that a held-out photograph's crops lie in."""
    path = pathlib.PurePosixPath(entry["path"])
    # Plasma names the file by its size and the folder two levels up by its title.
    return path.parts[-4] if path.stem == "2560x1600" else path.stem


def write_sources(target, introduction, rows):
    """Writes SOURCES.md: one row for each photograph."""
    lines = ["# Sources", "", introduction, "",
             "| here | Debian package | file in the package | author | licence |",
             "| --- | --- | --- | --- | --- |"]
    for name, entry in rows:
        licence = entry["licence"] + (f" ({entry['note']})" if "note" in entry else "")
        author = entry.get("author", "not named there")
        lines.append(f"| {name} | {entry['package']} | {entry['path']} | {author} | {licence} |")
    path = pathlib.Path(target) / "SOURCES.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_held_out(arguments):
    photographs, _cut_outs = demo_photos.load_manifest()
    photographs = [entry for entry in photographs if entry["held_out"]]
    rng = np.random.default_rng(arguments.seed)
    loaded = [demo_photos.read_photograph(entry, arguments.work) for entry in photographs]
    weights = [weight_of(image) * RARER.get(folder_name(entry), 1.0)
               for entry, image in zip(photographs, loaded)]
    total = 0
    rows = []
    for entry, image, share in zip(photographs, loaded, shares(weights, arguments.count)):
        folder = pathlib.Path(arguments.target) / folder_name(entry)
        folder.mkdir(parents=True, exist_ok=True)
        rows.append((f"{folder.name}/ ({share})", entry))
        for index in range(share):
            path = folder / f"{index:03d}.jpg"
            crop = Image.fromarray(draw_crop(image, rng))
            crop.save(path, quality=95, subsampling=0, optimize=True)
            total += path.stat().st_size
    write_sources(arguments.target, CROPS_INTRODUCTION.format(count=arguments.count), rows)
    print(f"{arguments.target}: {arguments.count} crops, {total / 1e6:.2f} MB")


def make_images(arguments):
    photographs, _cut_outs = demo_photos.load_manifest()
    by_name = {folder_name(entry): entry for entry in photographs}
    target = pathlib.Path(arguments.target)
    target.mkdir(parents=True, exist_ok=True)
    rows = []
    for name in IMAGES:
        entry = by_name[name]
        source = demo_photos.file_of(entry, arguments.work)
        image = demo_photos.read_photograph(entry, arguments.work)
        path = target / source.name
        if max(image.size) > IMAGE_LIMIT:
            image.thumbnail((IMAGE_SIDE, IMAGE_SIDE), Image.Resampling.LANCZOS)
            image.save(path, quality=92, subsampling=0, optimize=True)
        else:
            shutil.copyfile(source, path)
        rows.append((path.name, entry))
    write_sources(target, IMAGES_INTRODUCTION, rows)
    print(f"{target}: {len(rows)} images")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    commands = parser.add_subparsers(required=True)
    train = commands.add_parser("train", help="write the packed training crops")
    train.add_argument("--count", type=int, default=24000)
    train.set_defaults(run=make_training)
    held_out = commands.add_parser("held-out", help="write the held-out crops as JPEG")
    held_out.add_argument("--count", type=int, default=500)
    held_out.set_defaults(run=make_held_out)
    images = commands.add_parser("images", help="copy the sample images")
    images.set_defaults(run=make_images)
    for command in (train, held_out, images):
        command.add_argument("work", help="the folder that fetch_photos has filled")
        command.add_argument("target")
        command.add_argument("--seed", type=int, default=20240715)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
