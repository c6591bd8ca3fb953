# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares encode + decode of one image with PyTorch eager: same weights, threads and dtype.

    cmake --build --preset ci --target hierascope_bench_hieratok
    python3 tests/bench/bench_hieratok.py resources/demo/hieratok-photos f16d16 --threads 2

A model is a folder; or a training config (`resources/presets/hieratok-photos.json`) or `f16d16`, the
paper's multi-scale model: these two get random weights, in a temporary folder. Both sides hold the
model in memory and run in turn, ours first in every second pair. The ratio of a pair is the peer's
seconds over ours: above 1 ours is faster. `processor_ratio` is the same for the processor's seconds,
which other programs on the machine disturb less; it means something with one thread only, since
waiting threads count too. Both pictures are compared.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import torch
from safetensors.torch import load_file, save_file

import hieratok_peer

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "tests" / "bench" / "hierascope_bench_hieratok"


def write_random(folder, options):
    """A model with weights of about unit gain, so that the pictures can be compared."""
    torch.manual_seed(0)
    state = {}
    with torch.device("meta"):
        shapes = hieratok_peer.HieraTok(options).state_dict()
    for name, meta in shapes.items():
        if "norm" in name and name.endswith("weight"):
            value = torch.ones(meta.shape)
        else:
            value = torch.randn(meta.shape) * (0.02 if meta.dim() == 1 else 0.7 / meta[0].numel() ** 0.5)
        state[name] = value.to(torch.bfloat16)
    config = {"format": 1, "family": "hieratok", "options": options,
              "preprocess": {"size": options["image_size"], "range": [-1, 1], "filter": "bicubic"}}  # fmt: skip
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config))
    save_file(state, folder / "model.safetensors")
    return folder


class Ours:
    """The C++ program, kept running; one line in, one run and one line out."""

    def __init__(self, program, model, work, args):
        self.picture = work / "ours.safetensors"
        command = [program, model, work / "input.safetensors", self.picture]
        command += ["--threads", str(args.threads), "--dtype", args.dtype]
        self.process = subprocess.Popen(
            [str(c) for c in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, line="run"):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{PROGRAM.name} ended with exit code {self.process.wait()}.")
        times = json.loads(answer)
        return times["seconds"], times["processor_seconds"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Peer:
    """PyTorch eager in this process."""

    def __init__(self, model, image, dtype):
        self.model = hieratok_peer.load(model, dtype)
        self.image = image.to(dtype)
        self.picture = None

    def run(self):
        with torch.inference_mode():
            start, processor_start = time.perf_counter(), time.process_time()
            self.picture = self.model.decode(self.model.posterior(self.image)[0])[-1]
            return time.perf_counter() - start, time.process_time() - processor_start


def compare(model, work, args):
    size = json.loads((model / "config.json").read_text())["options"]["image_size"]
    image = torch.rand(1, 3, size, size, generator=torch.Generator().manual_seed(1)) * 2 - 1
    save_file({"image": image}, work / "input.safetensors")
    peer = Peer(model, image, getattr(torch, args.dtype))
    ours = Ours(args.program, model, work, args)
    for _ in range(args.warmup):
        ours.run("save")
        peer.run()
    difference = (load_file(ours.picture)["image"].float() - peer.picture.float()).abs().max().item()
    pairs = []
    for index in range(args.pairs):
        runs = [ours.run, peer.run]
        times = [run() for run in (runs if index % 2 == 0 else runs[::-1])]
        pairs.append(times if index % 2 == 0 else times[::-1])
    ours.close()
    ratios = [theirs[0] / mine[0] for mine, theirs in pairs]
    return {
        "model": model.name, "dtype": args.dtype, "threads": args.threads, "pairs": args.pairs,
        "ours_seconds": statistics.median(mine[0] for mine, _ in pairs),
        "peer_seconds": statistics.median(theirs[0] for _, theirs in pairs),
        "ratio": statistics.median(ratios), "worst_ratio": min(ratios), "best_ratio": max(ratios),
        "processor_ratio": statistics.median(theirs[1] / mine[1] for mine, theirs in pairs),
        "largest_difference": difference,
    }  # fmt: skip


def parse(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("models", nargs="+", help="model folders, configs, or f16d16")
    parser.add_argument("--program", type=pathlib.Path, default=PROGRAM)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--warmup", type=int, default=2)
    args = parser.parse_args(argv)
    if args.pairs < 5 or args.warmup < 1:
        parser.error("at least 5 pairs and 1 warm-up")
    return args


def main(argv):
    args = parse(argv)
    torch.set_num_threads(args.threads)
    for name in args.models:
        with tempfile.TemporaryDirectory() as temporary:
            work = pathlib.Path(temporary)
            model = pathlib.Path(name)
            if name == "f16d16":
                model = write_random(work / name, hieratok_peer.F16D16)
            elif model.suffix == ".json":
                model = write_random(work / model.stem, json.loads(model.read_text())["options"])
            print(json.dumps(compare(model, work, args)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
