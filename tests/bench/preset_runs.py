# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the paper's presets as they are for ten steps, stops after five and resumes.

Usage: preset_runs.py HIERASCOPE_CLI WORK_FOLDER [--batch N] [--layers N] [PRESET ...]

Pictures are generated, the frozen networks' weights are random; nothing is loaded from anywhere.
Needs about 33 bytes of memory for each weight of the model (a resume holds its state twice), and as
much room in WORK_FOLDER. With --layers, the transformers are cut to so many layers.
"""

import argparse
import array
import json
import os
import pathlib
import random
import struct
import time

PRESETS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "presets"
STAGES = ["hieratok-f16d16-stage-1", "hieratok-f16d16-stage-2", "restok-l-128"]


def write_tensors(path, shapes):
    """Random float32 numbers of deviation 0.02, norms about 1, one block repeated."""
    block = array.array("f", (random.gauss(0.0, 0.02) for _ in range(1 << 18))).tobytes()
    header, offset = {}, 0
    for name, shape in sorted(shapes.items()):
        size = 4
        for side in shape:
            size *= side
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name, entry in header.items():
            left = entry["data_offsets"][1] - entry["data_offsets"][0]
            while left > 0:
                file.write(block[:left])
                left -= len(block)


def transformer(width, depth, positions=None):
    shapes = {"cls_token": [1, 1, width], "patch_embed.proj.weight": [width, 3, 16, 16],
              "patch_embed.proj.bias": [width], "norm.weight": [width], "norm.bias": [width]}
    if positions:
        shapes["pos_embed"] = [1, positions, width]
    for i in range(depth):
        for name, shape in {"norm1.weight": [width], "norm1.bias": [width], "norm2.weight": [width],
                            "norm2.bias": [width], "attn.qkv.weight": [3 * width, width],
                            "attn.qkv.bias": [3 * width], "attn.proj.weight": [width, width],
                            "attn.proj.bias": [width], "mlp.fc1.weight": [4 * width, width],
                            "mlp.fc1.bias": [4 * width], "mlp.fc2.weight": [width, 4 * width],
                            "mlp.fc2.bias": [width]}.items():
            shapes[f"blocks.{i}.{name}"] = shape
    return shapes


def vgg():
    sides = [(0, 3, 64), (2, 64, 64), (5, 64, 128), (7, 128, 128), (10, 128, 256), (12, 256, 256),
             (14, 256, 256), (17, 256, 512), (19, 512, 512), (21, 512, 512), (24, 512, 512),
             (26, 512, 512), (28, 512, 512)]
    shapes = {}
    for number, inside, outside in sides:
        shapes[f"features.{number}.weight"] = [outside, inside, 3, 3]
        shapes[f"features.{number}.bias"] = [outside]
    return shapes


def write_files(work):
    pictures = work / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for i in range(4):
        rows = bytes((x * (i + 1) + y * (c + 1)) % 256
                     for y in range(256) for x in range(256) for c in range(3))
        (pictures / f"{i}.ppm").write_bytes(b"P6 256 256 255\n" + rows)
    write_tensors(work / "vgg.safetensors", vgg())
    write_tensors(work / "linear.safetensors",
                  {f"lin{i}.weight": [1, c, 1, 1] for i, c in enumerate((64, 128, 256, 512, 512))})
    write_tensors(work / "dino.safetensors", transformer(384, 12, 197))
    write_tensors(work / "teacher.safetensors", transformer(1024, 24))


def write_config(work, name, batch, layers):
    config = json.loads((PRESETS / f"{name}.json").read_text())
    data = {"train": "pictures", "held_out": "pictures", "lpips_weights": "vgg.safetensors",
            "lpips_linear": "linear.safetensors"}
    if "teacher_weights" in config["data"]:
        data["teacher_weights"] = "teacher.safetensors"
    config["data"] = data
    for part in ("encoder", "decoder"):
        size = config["options"][part]
        size["layers"] = min(size["layers"], layers or size["layers"])
    training = config["training"]
    training.update(steps=10, until=5, batch_size=batch, log_every=1, final_images=1)
    discriminator = training.get("discriminator", {})
    if discriminator:
        discriminator["start_step"] = min(3, discriminator["start_step"])
    if "weights" in discriminator:
        discriminator["weights"] = "dino.safetensors"
    path = work / f"{name}.json"
    path.write_text(json.dumps(config))
    return path


def run(arguments):
    """Seconds and the most memory, in bytes, of a program that must end well."""
    start = time.monotonic()
    process = os.posix_spawn(arguments[0], arguments, os.environ)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(arguments)} failed.")
    return time.monotonic() - start, usage.ru_maxrss * 1024


def metrics_of(folder):
    told = {}
    for line in (folder / "events.jsonl").read_text().splitlines():
        event = json.loads(line)
        if event["type"] == "metric":
            told.setdefault(event["step"], {}).update(event["values"])
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--layers", type=int)
    parser.add_argument("presets", nargs="*", default=STAGES)
    arguments = parser.parse_intermixed_args()
    work = arguments.work.resolve()
    random.seed(1)
    write_files(work)
    cli = str(arguments.cli.resolve())
    for name in arguments.presets:
        folder = work / name
        config = write_config(work, name, arguments.batch, arguments.layers)
        first = run([cli, "train", str(config), "--out", str(folder), "--device", "cpu"])
        second = run([cli, "train", str(folder), "--extend", "10", "--device", "cpu"])
        told = metrics_of(folder)
        assert all("loss" in told[step] for step in range(1, 11)), told
        print(f"{name}: ten steps of {arguments.batch} and a resume after five, "
              f"{first[0] + second[0]:.0f} s, at most {max(first[1], second[1]) / 2**30:.1f} GiB, "
              f"loss {told[1]['loss']:.4g} to {told[10]['loss']:.4g}", flush=True)


if __name__ == "__main__":
    main()
