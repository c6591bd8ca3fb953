#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains and measures one table of the papers in small, several seeds each.

    tests/evidence/evidence.py hieratok-table-3 --work WORK [--jobs 1] [--threads 1] [--nice N]

The tables and their configs are in resources/presets/evidence/. Runs lie in WORK under the hash of
their config: what is there is not trained again, so that a stopped table goes on, tables share runs,
and one cell can be made again by itself (--only VARIANT --seeds 1). Writes docs/evidence/TABLE.json,
and with --page the tables of all such files into docs/reproduction.md between their marks.
"""

import argparse
import gzip
import hashlib
import json
import math
import pathlib
import statistics
import struct
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRESETS = ROOT / "resources" / "presets" / "evidence"
FIGURES = ROOT / "docs" / "evidence"
PAGE = ROOT / "docs" / "reproduction.md"
# Two-sided 5 % points of Student's t for 1, 2, ... degrees of freedom.
STUDENT = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262)
COSTS = ("parameters", "gflops")
NAMES = {"psnr_full": ("PSNR, dB", 2), "ssim_full": ("SSIM", 3), "fd_efflite0": ("FD-EffLite0", 2), "density_cv": ("CV", 3),
         "density_gini": ("Gini", 3), "density_entropy": ("Entropy", 4), "codebook_entropy": ("H_C, bit", 2),
         "codebook_usage": ("Codes used", 2), "parameters": ("Parameters", 0), "gflops": ("GFLOP/step", 2)}


def changed(base, changes, seed):
    config = json.loads(json.dumps(base))
    for path, value in {**changes, "training.seed": seed}.items():
        target = config
        *parents, leaf = path.split(".")
        for key in parents:
            target = target[key]
        target[leaf] = value
    return config


def call(arguments, nice):
    done = subprocess.run(["nice", "-n", str(nice), *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}\nended with {done.returncode}: {done.stderr.strip()[-600:]}")
    return done.stdout


def padded(source, border, count, work):
    """The first pictures of an IDX file with the border that training gives them, as an .npy file."""
    target = work / f"{pathlib.Path(source).name.split('-')[0]}-{count}-{border}.npy"
    if target.is_file():
        return target
    with gzip.open(source) as file:
        _, total, rows, columns = struct.unpack(">4i", file.read(16))
        count = min(count, total)
        pixels = file.read(count * rows * columns)
    wide, high = columns + 2 * border, rows + 2 * border
    data = bytearray()
    for image in range(count):
        for y in range(high):
            inside = border <= y < border + rows
            start = (image * rows + y - border) * columns
            line = pixels[start : start + columns] if inside else bytes(columns)
            data += bytes(byte for grey in bytes(border) + line + bytes(border) for byte in (grey, grey, grey))
    header = str({"descr": "|u1", "fortran_order": False, "shape": (count, high, wide, 3)}).encode()
    header += b" " * ((-len(header) - 11) % 64) + b"\n"
    target.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + data)
    return target


class Job:
    """One variant with one seed: a run folder and what was measured of it."""

    def __init__(self, options, table, variant, seed):
        self.options, self.table = options, table
        base = json.loads((PRESETS / table["base"]).read_text())
        self.config = changed(base, table["variants"][variant], seed)
        self.wanted = [column for column in table["columns"] if column not in COSTS]
        text = json.dumps(self.config, sort_keys=True)
        self.hash = hashlib.sha256(text.encode()).hexdigest()[:16]
        self.folder = options.work / self.hash
        self.run = self.folder / "run"
        self.checkpoint = self.run / "checkpoints" / f"step-{self.config['training']['steps']}"

    def train(self):
        if self.checkpoint.is_dir():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "config.json"
        config.write_text(json.dumps(self.config, indent=2))
        subject = self.run if self.run.is_dir() else config
        arguments = [self.options.cli, "train", subject, "--threads", self.options.threads]
        call(arguments + ([] if subject is self.run else ["--out", self.run]), self.options.nice)

    def measure(self):
        settings = self.table["evaluate"]
        key = hashlib.sha256(json.dumps([settings, self.wanted], sort_keys=True).encode()).hexdigest()[:8]
        kept = self.folder / f"measured-{key}.json"
        if not kept.is_file():
            data = padded(settings["data"], self.config["data"]["padding"], settings["limit"], self.options.work)
            out = call([self.options.cli, "evaluate", self.checkpoint, "--data", data, "--metrics", ",".join(self.wanted),
                        "--threads", self.options.threads, "--json"], self.options.nice)
            estimate = call([self.options.cli, "train", "--estimate", self.folder / "config.json", "--json"],
                            self.options.nice)
            kept.write_text(json.dumps({"figures": json.loads(out)["figures"], "estimate": json.loads(estimate)}))
        return json.loads(kept.read_text())


def figures_of(found, columns):
    """The asked columns of one job; None where a figure has no value."""
    values = {}
    for column in columns:
        if column in ("parameters", "gflops"):
            values[column] = found["estimate"]["parameters"] if column == "parameters" else found[
                "estimate"]["flops_per_step"] / 1e9
        else:
            figure = found["figures"].get(column) or {}
            values[column] = figure.get("value")
    return values


def spread(values):
    return statistics.stdev(values) if len(values) > 1 else None


def paired(values, first):
    """Mean difference to the first variant over the same seeds, with the half of its 95 % interval."""
    differences = [a - b for a, b in zip(values, first)]
    if len(differences) < 2:
        return None
    half = STUDENT[min(len(differences), len(STUDENT) + 1) - 2] * statistics.stdev(differences) / math.sqrt(len(differences))
    return {"mean": statistics.mean(differences), "half": half}


def make_table(options, name, table):
    columns = table["columns"]
    variants = [v for v in table["variants"] if not options.only or v in options.only]
    seeds = options.seeds or table["seeds"]
    cells = {}
    for seed in seeds:  # all variants of a seed before the next: a stopped table is even
        for variant in variants:
            job = Job(options, table, variant, seed)
            print(f"{name}: {variant}, seed {seed} ({job.hash})", file=sys.stderr, flush=True)
            job.train()
            if not options.train_only:
                cells[variant, seed] = figures_of(job.measure(), columns)
    if options.train_only:
        return None
    rows, first = [], variants[0]
    for variant in variants:
        row = {"variant": variant, "columns": {}}
        for column in columns:
            values = [cells[variant, seed][column] for seed in seeds]
            if any(value is None for value in values):
                row["columns"][column] = None
                continue
            row["columns"][column] = {"mean": statistics.mean(values), "sd": spread(values), "seeds": values,
                                      "against_first": None if variant == first else paired(
                                          values, [cells[first, seed][column] for seed in seeds])}
        rows.append(row)
    config = json.loads((PRESETS / table["base"]).read_text())
    return {"table": name, "title": table["title"], "command": f"tests/evidence/evidence.py {name} --work WORK",
            "seeds": seeds, "budget": {"steps": config["training"]["steps"], "batch": config["training"]["batch_size"],
                                       "evaluated_images": table["evaluate"]["limit"]},
            "columns": columns, "rows": rows, "paper": table.get("paper"), "remarks": table.get("remarks", [])}


def number(value, digits):
    return f"{value:,.{digits}f}".replace("-", "−")


def cell_text(cell, digits, is_cost):
    if cell is None:
        return "–"
    if is_cost:  # the same for every seed
        return number(cell["mean"], digits)
    text = number(cell["mean"], digits)
    if cell["sd"] is not None:
        text += f" ± {number(cell['sd'], digits)}"
    against = cell["against_first"]
    if against is not None and abs(against["mean"]) > against["half"]:
        text += " **" + ("▲" if against["mean"] > 0 else "▼") + "**"
    return text


def markdown(found):
    budget = found["budget"]
    lines = [f"### {found['title']}", "",
             f"`{found['command']}`: {budget['steps']} steps of {budget['batch']} images, seeds "
             f"{', '.join(map(str, found['seeds']))}, {budget['evaluated_images']} held-out images. Mean ± standard deviation over "
             "the seeds; ▲ and ▼: other than the first row at the 5 % level (paired over the seeds).", ""]
    heads = [NAMES[column][0] for column in found["columns"]]
    lines += ["| | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    for row in found["rows"]:
        cells = [cell_text(row["columns"][column], NAMES[column][1], column in COSTS) for column in found["columns"]]
        lines.append(f"| {row['variant']} | " + " | ".join(cells) + " |")
    paper = found.get("paper")
    if paper:
        lines += ["", "The paper's own numbers (ImageNet, 256 x 256; not measured here). " + paper.get("note", ""), "",
                  "| | " + " | ".join(paper["columns"]) + " |", "| --- |" + " --- |" * len(paper["columns"])]
        for variant, values in paper["rows"].items():
            lines.append(f"| {variant} | " + " | ".join(str(v) for v in values) + " |")
    for remark in found["remarks"]:
        lines += ["", remark]
    return "\n".join(lines) + "\n"


def write_page():
    begin, end = "<!-- tables: made by tests/evidence/evidence.py -->", "<!-- end of the tables -->"
    text = PAGE.read_text()
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1]
    tables = [markdown(json.loads(path.read_text())) for path in sorted(FIGURES.glob("*.json"))]
    PAGE.write_text(before + begin + "\n" + "\n".join(tables) + end + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", nargs="*", help="names in resources/presets/evidence/tables.json")
    parser.add_argument("--work", type=pathlib.Path, help="where runs are kept")
    parser.add_argument("--cli", type=pathlib.Path, default=ROOT / "build" / "ci" / "hierascope_cli")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--nice", type=int, default=0)
    parser.add_argument("--only", action="append", help="a variant; may be given again")
    parser.add_argument("--seeds", type=int, nargs="+")
    parser.add_argument("--train-only", action="store_true")
    parser.add_argument("--page", action="store_true", help="write docs/reproduction.md from what was measured")
    options = parser.parse_args()
    tables = json.loads((PRESETS / "tables.json").read_text())
    for name in options.table:
        if name not in tables:
            sys.exit(f"there is no table '{name}'; there are {', '.join(tables)}")
        if options.work is None:
            sys.exit("--work is missing: the folder where runs are kept")
        options.work = options.work.resolve()
        found = make_table(options, name, tables[name])
        if found is None:
            continue
        if options.only or options.seeds:
            print(json.dumps(found, indent=1))
            continue
        FIGURES.mkdir(exist_ok=True)
        (FIGURES / f"{name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    if options.page:
        write_page()


if __name__ == "__main__":
    main()
