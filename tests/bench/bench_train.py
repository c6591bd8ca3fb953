# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares a training step of HieraTok with PyTorch eager: same model, batch, losses and threads.

    cmake --build --preset ci --target hierascope_cli
    python3 tests/bench/bench_train.py resources/presets/hieratok-photos.json --steps 20
    python3 tests/bench/bench_train.py resources/presets/hieratok-f16d16-kl1e-6-multi.json --batch 8 --steps 3

Ours is the whole trainer (`hierascope_cli train`): it reads pictures, draws crops and writes its run
folder. The peer has its batch in memory: forward, backward, clipping, fused AdamW with two decay
groups, and the moving average by one foreach operation. Both run in turn, ours first in every second
round; a step's seconds are the median of a round's steps after the first two. The perceptual loss is
left out on both sides.
"""

import argparse
import copy
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.numpy import save_file

import hieratok_peer

ROOT = pathlib.Path(__file__).resolve().parents[2]
WARM = 2


def write_data(path, side, count=64):
    """Packed pixels, smooth enough not to be noise."""
    rng = np.random.default_rng(0)
    small = rng.integers(0, 256, (count, 8, 8, 3)).astype(np.uint8)
    save_file({"images": np.ascontiguousarray(small.repeat(side // 8, 1).repeat(side // 8, 2))}, path)


class Ours:
    def __init__(self, config, program, args, work):
        self.config, self.program, self.args, self.work, self.rounds = config, program, args, work, 0

    def seconds(self):
        self.rounds += 1
        file, run = self.work / f"config{self.rounds}.json", self.work / f"run{self.rounds}"
        file.write_text(json.dumps(self.config))
        command = [self.program, "train", file, "--out", run, "--threads", self.args.threads, "--device", "cpu"]
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        elapsed, stall = [0.0], []
        for line in process.stdout:
            event = json.loads(line)
            if event["type"] == "progress" and event["elapsed_seconds"] > elapsed[-1]:
                elapsed.append(event["elapsed_seconds"])
            if event["type"] == "metric":
                stall.append(event["values"].get("input_stall", 0.0))
        if process.wait() != 0:
            raise SystemExit(process.stderr.read())
        steps = [b - a for a, b in zip(elapsed, elapsed[1:])][:self.args.steps + WARM]
        self.stall = statistics.mean(stall[WARM:]) if len(stall) > WARM else 0.0
        return statistics.median(steps[WARM:])


class Peer:
    def __init__(self, config, args):
        torch.set_num_threads(args.threads)
        torch.manual_seed(0)
        self.training, self.args = config["training"], args
        self.model = hieratok_peer.HieraTok(config["options"]).train()
        for parameter in self.model.parameters():
            if parameter.dim() > 1:
                torch.nn.init.normal_(parameter, std=0.02)
        decayed = [p for n, p in self.model.named_parameters() if p.dim() >= 2 and not n.endswith("pos")]
        others = [p for n, p in self.model.named_parameters() if p.dim() < 2 or n.endswith("pos")]
        groups = [{"params": decayed, "weight_decay": self.training["weight_decay"]}, {"params": others, "weight_decay": 0.0}]
        self.adam = torch.optim.AdamW(groups, lr=self.training["learning_rate"], betas=self.training["betas"], fused=True)
        self.weights = list(self.model.parameters())
        self.average = [p.detach().clone() for p in self.weights]
        side = config["options"]["image_size"]
        self.images = torch.rand(self.training["batch_size"], 3, side, side) * 2 - 1

    def step(self):
        loss, images = self.training["loss"], self.images
        mean, logvar = self.model.posterior(images)
        latent = mean + (0.5 * logvar).exp() * torch.randn_like(mean)
        kl = 0.5 * (mean.square() + logvar.exp() - 1.0 - logvar).flatten(1).sum(1).mean()
        l1 = mse = 0.0
        for picture in self.model.decode(latent):
            target = F.adaptive_avg_pool2d(images, picture.shape[2])
            l1, mse = l1 + F.l1_loss(picture, target), mse + F.mse_loss(picture, target)
        total = loss["l1"] * l1 + loss["mse"] * mse + loss["kl"] * kl
        self.adam.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, self.training["clip_norm"])
        self.adam.step()
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.weights, 1.0 - self.training["ema_decay"])
        return total.item()

    def seconds(self):
        steps = []
        for _ in range(self.args.steps + WARM):
            start = time.perf_counter()
            self.step()
            steps.append(time.perf_counter() - start)
        return statistics.median(steps[WARM:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", type=pathlib.Path)
    parser.add_argument("--batch", type=int, help="in place of the config's")
    parser.add_argument("--steps", type=int, default=20, help="of a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--program", default=ROOT / "build/ci/hierascope_cli")
    args = parser.parse_args()
    config = json.loads(args.config.read_text())
    config["training"]["loss"] = {"l1": 1.0, "mse": 0.4, "kl": 1e-6, **config["training"].get("loss", {}), "perceptual": 0.0}
    for key in ("weight_decay", "ema_decay", "clip_norm", "learning_rate", "betas"):
        known = {"weight_decay": 0.05, "ema_decay": 0.999, "clip_norm": 1.0, "learning_rate": 4e-4, "betas": [0.9, 0.95]}
        config["training"].setdefault(key, known[key])
    config["training"].pop("drop_path", None)
    config["training"].pop("discriminator", None)
    if args.batch:
        config["training"]["batch_size"] = args.batch
    config["training"].update(steps=args.steps + WARM, log_every=1, evaluate_every=10**6, checkpoint_seconds=1e6)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        write_data(work / "train.safetensors", config["options"]["image_size"])
        config["data"] = {"train": str(work / "train.safetensors")}
        ours, peer = Ours(copy.deepcopy(config), args.program, args, work), Peer(config, args)
        ratios = []
        for number in range(args.rounds):
            sides = [("ours", ours), ("peer", peer)]
            found = {name: side.seconds() for name, side in (sides if number % 2 == 0 else sides[::-1])}
            ratios.append(found["peer"] / found["ours"])
            print(json.dumps({"ours": round(found["ours"], 4), "pytorch": round(found["peer"], 4),
                              "ratio": round(ratios[-1], 3), "input_stall": round(ours.stall, 4)}), flush=True)  # fmt: skip
        print(json.dumps({"config": args.config.name, "batch": config["training"]["batch_size"], "threads": args.threads,
                          "median ratio": round(statistics.median(ratios), 3), "worst": round(min(ratios), 3)}))  # fmt: skip


if __name__ == "__main__":
    main()
