# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the generation of one image with the official sampler in PyTorch: same weights, same codes.

    cmake --build --preset ci --target hierascope_bench_gpt
    python3 tests/bench/bench_gpt.py demo GPT-L --official CHECKOUT --threads 2

CHECKOUT is a clone of Kwai-Kolors/ResTok; without it the comparison is skipped and only our side is
measured. A model is `demo` (width 192, 4 layers, 512 codes) or an official size, with random weights in
a temporary folder. Greedy, batch 1, the published guidance (step schedule, 3.75, from a quarter on), or
none with `--cfg 1`. Both sides hold the model in memory and run in turn, ours first in every second
pair; the ratio of a pair is the peer's seconds over ours. `--tokenizer HUB` adds the decoding of the codes
by a ResTok folder in the hub's layout on both sides. `processor_ratio` compares the processor's seconds,
which other programs disturb less; it means something with one thread only. `--ar` measures our vanilla
generator of the same size beside our HAR instead.
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
from safetensors.torch import save_file

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "tests" / "bench" / "hierascope_bench_gpt"
SIZES = {"demo": (4, 3, 192), "GPT-B": (12, 12, 768), "GPT-L": (24, 16, 1024), "GPT-XL": (36, 20, 1280)}
CODES = 128


def config_of(name, variant):
    layers, heads, width = SIZES[name]
    demo = name == "demo"
    config = {"dim": width, "n_layer": layers, "n_head": heads, "vocab_size": 512 if demo else 8192,
              "num_classes": 10 if demo else 1000, "block_size": CODES}  # fmt: skip
    return config if variant == "ar" else config | {"ar_token_num": 4, "spe_token_num": CODES - 1}


def shapes_of(config):
    width = config["dim"]
    hidden = (int(2 * 4 * width / 3) + 255) // 256 * 256
    yield "cls_embedding.embedding_table.weight", (config["num_classes"] + 1, width)
    yield "tok_embeddings.weight", (config["vocab_size"], width)
    if "spe_token_num" in config:
        yield "spe_tok_embeddings.special_embeddings.weight", (config["spe_token_num"], width)
    for layer in range(config["n_layer"]):
        start = f"layers.{layer}."
        yield start + "attention.wqkv.weight", (3 * width, width)
        yield start + "attention.wo.weight", (width, width)
        yield start + "feed_forward.w1.weight", (hidden, width)
        yield start + "feed_forward.w3.weight", (hidden, width)
        yield start + "feed_forward.w2.weight", (width, hidden)
        yield start + "attention_norm.weight", (width,)
        yield start + "ffn_norm.weight", (width,)
    yield "norm.weight", (width,)
    yield "output.weight", (config["vocab_size"], width)


def write_random(folder, config):
    """A generator with weights of about unit gain, so that codes are far from ties."""
    generator = torch.Generator().manual_seed(0)
    state = {}
    for name, shape in shapes_of(config):
        gain = 1.0 if "embed" in name else 0.7 / shape[-1] ** 0.5
        state[name] = torch.ones(shape) if len(shape) == 1 else torch.randn(shape, generator=generator) * gain
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config))
    save_file(state, folder / "model.safetensors")
    return state


class Ours:
    """The C++ program, kept running; one line in, one generation and one line out."""

    def __init__(self, folder, args):
        command = [args.program, folder, "--threads", args.threads, "--cfg", args.cfg, "--class", 3]
        command += ["--device", args.device]
        command += ["--tokenizer", args.tokenizer] if args.tokenizer else []
        self.process = subprocess.Popen(
            [str(c) for c in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self):
        self.process.stdin.write("run\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{PROGRAM.name} ended with exit code {self.process.wait()}.")
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Official:
    """The official sampler in this process."""

    def __init__(self, state, config, args):
        sys.path.insert(0, str(args.official))
        from autoregressive.models.generate import generate_har
        from autoregressive.models.gpt_har import ModelArgs, Transformer

        self.args, self.generate = args, generate_har
        self.model = Transformer(ModelArgs(**config)).eval().to(args.device)
        self.model.load_state_dict(state)
        self.tokenizer = self.open_tokenizer() if args.tokenizer else None

    def open_tokenizer(self):
        from modeling.restok import ResTok
        from omegaconf import OmegaConf
        from safetensors.torch import load_file

        folder = pathlib.Path(self.args.tokenizer)
        tokenizer = ResTok(OmegaConf.create(json.loads((folder / "config.json").read_text()))).eval()
        tokenizer.load_state_dict(load_file(folder / "model.safetensors"), strict=False)
        return tokenizer.to(self.args.device)

    def run(self):
        label = torch.tensor([3], device=self.args.device)
        schedule = {"num_steps": 9, "window_start": 0.25, "min_cfg_scale": 1.0}
        with torch.no_grad():
            start, processor_start = time.perf_counter(), time.process_time()
            codes = self.generate(self.model, label, CODES, cfg_scale=self.args.cfg, cfg_schedule="step",
                                  cfg_schedule_kwargs=schedule, sample_logits=False, temperature=1.0,
                                  top_k=0, top_p=1.0)  # fmt: skip
            decode_start = time.perf_counter()
            if self.tokenizer:
                self.tokenizer.decode_tokens(codes)
            result = codes[0].tolist()
            end = time.perf_counter()
        return {"seconds": end - start, "processor_seconds": time.process_time() - processor_start,
                "decode": end - decode_start, "codes": result}  # fmt: skip

    def close(self):
        pass


def summary(runs, key):
    return statistics.median(run[key] for run in runs)


def compare(first, second, args):
    """Runs both in turn; the second may be missing."""
    sides = [side for side in (first, second) if side]
    for _ in range(args.warmup):
        last = [side.run() for side in sides]
    pairs = []
    for index in range(args.pairs):
        order = sides if index % 2 == 0 else sides[::-1]
        results = [side.run() for side in order]
        pairs.append(results if index % 2 == 0 else results[::-1])
    for side in sides:
        side.close()
    ours = [pair[0] for pair in pairs]
    report = {"ours_seconds": summary(ours, "seconds"), "forward": summary(ours, "forward"),
              "sampling": summary(ours, "sampling"), "decode": summary(ours, "decode"),
              "peak_bytes": ours[-1]["peak_bytes"]}  # fmt: skip
    if second:
        ratios = [pair[1]["seconds"] / pair[0]["seconds"] for pair in pairs]
        processor = [pair[1]["processor_seconds"] / pair[0]["processor_seconds"] for pair in pairs]
        report |= {"peer_seconds": statistics.median(pair[1]["seconds"] for pair in pairs),
                   "peer_decode": statistics.median(pair[1]["decode"] for pair in pairs),
                   "ratio": statistics.median(ratios), "worst_ratio": min(ratios), "best_ratio": max(ratios),
                   "processor_ratio": statistics.median(processor),
                   "equal_codes": sum(a == b for a, b in zip(last[0]["codes"], last[1]["codes"]))}  # fmt: skip
    return report


def measure(name, work, args):
    config = config_of(name, "har")
    state = write_random(work / name, config)
    ours = Ours(work / name, args)
    if args.ar:
        write_random(work / "ar", config_of(name, "ar"))
        return compare(ours, Ours(work / "ar", args), args)
    official = None
    if args.official and (args.official / "autoregressive").is_dir():
        official = Official(state, config, args)
    else:
        print("No checkout of the official code: its side is skipped.", file=sys.stderr)
    del state
    return compare(ours, official, args)


def parse(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("models", nargs="+", choices=sorted(SIZES), help="sizes")
    parser.add_argument("--official", type=pathlib.Path, help="a clone of the official repository")
    parser.add_argument("--program", type=pathlib.Path, default=PROGRAM)
    parser.add_argument("--tokenizer", help="a ResTok folder of the hub's layout; decode, too")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--cfg", type=float, default=3.75)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--warmup", type=int, default=2)
    parser.add_argument("--ar", action="store_true", help="HAR beside AR, both ours")
    args = parser.parse_args(argv)
    if args.pairs < 5 or args.warmup < 1:
        parser.error("at least 5 pairs and 1 warm-up")
    return args


def main(argv):
    args = parse(argv)
    torch.set_num_threads(args.threads)
    for name in args.models:
        with tempfile.TemporaryDirectory() as temporary:
            head = {"model": name, "threads": args.threads, "cfg": args.cfg, "pairs": args.pairs}
            print(json.dumps(head | measure(name, pathlib.Path(temporary), args)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
