#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a demo model folder from a run's newest checkpoint: 16-bit weights and a config.json.

    export_model.py RUN resources/demo/NAME

Needs numpy and safetensors (README.md). The averaged weights become float16; a value that float16
cannot hold ends the export.
"""

import argparse
import json
import os
import pathlib
import sys

import numpy as np
from safetensors.numpy import load_file, save_file


def newest_checkpoint(run):
    steps = [p for p in (run / "checkpoints").glob("step-*") if (p / "manifest.json").exists()]
    if not steps:
        sys.exit(f"Run '{run}' has no checkpoint.")
    return max(steps, key=lambda path: int(path.name.removeprefix("step-")))


def to_half(name, tensor):
    half = tensor.astype(np.float16)
    if not np.isfinite(half).all():
        sys.exit(f"Tensor '{name}' has a value that 16 bits cannot hold.")
    return half


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    arguments = parser.parse_args()
    checkpoint = newest_checkpoint(arguments.run)
    config = json.loads((checkpoint / "config.json").read_text())
    config["origin"] = rounded(config["origin"])
    config["origin"]["command"] = (
        f"hierascope_cli train resources/presets/{arguments.out.name}.json --out RUN"
    )
    arguments.out.mkdir(parents=True, exist_ok=True)
    weights = load_file(checkpoint / "model.safetensors")
    halves = {name: to_half(name, tensor) for name, tensor in weights.items()}
    temporary = arguments.out / "model.safetensors.part"
    save_file(halves, temporary)
    os.chmod(temporary, 0o644)
    os.replace(temporary, arguments.out / "model.safetensors")
    (arguments.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    print(f"{checkpoint.name}: {sum(t.size for t in halves.values())} numbers to {arguments.out}")


if __name__ == "__main__":
    main()
