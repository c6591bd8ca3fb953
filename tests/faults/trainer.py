# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a real trainer at many places, and lets its system calls fail."""

import hashlib
import json
import random
import shutil
import subprocess
import time
import zlib

from report import say
from saves import trace

STEPS = 40
FILES = ("weights.safetensors", "model.safetensors", "optimizer.safetensors")
# Calls that a step, an evaluation, or a save makes while the run goes on.
KILLED = ("write", "fsync", "rename", "renameat2", "unlink", "unlinkat", "mkdir", "fchmod")


def png_of(side, number):
    """A small grey-scale picture, different for each number."""
    def chunk(name, data):
        return (len(data).to_bytes(4, "big") + name + data +
                zlib.crc32(name + data).to_bytes(4, "big"))
    rows = b"".join(b"\0" + bytes((x * y + 37 * number) % 256 for x in range(side))
                    for y in range(side))
    head = side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_config(folder, steps=STEPS):
    folder.mkdir(parents=True, exist_ok=True)
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    for number in range(8):
        (pictures / f"{number}.png").write_bytes(png_of(20, number))
    vit = {"layers": 1, "width": 16, "heads": 2, "mlp_ratio": 2.0}
    config = {"format": 1, "family": "hieratok",
              "options": {"image_size": 16, "patch_size": 4, "latent_channels": 4,
                          "scales": [1, 2, 4], "encoder": vit, "decoder": vit},
              "preprocess": {"size": 16, "range": [-1, 1]},
              "data": {"train": "pictures", "held_out": "pictures"},
              "training": {"steps": steps, "batch_size": 4, "accumulate": 2, "log_every": 1,
                           "drop_path": 0.1, "evaluate_every": 4, "checkpoint_seconds": 0.0}}
    file = folder / "config.json"
    file.write_text(json.dumps(config))
    return file


def train(build, *arguments):
    return [build / "hierascope_cli", "train", "--device", "cpu", "--threads", "1", *arguments]


def hashes_of(run, step=STEPS):
    folder = run / "checkpoints" / f"step-{step}"
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def wrong_in(run, wanted, step=STEPS):
    """What differs in a run that has finished from one that was never broken."""
    try:
        if hashes_of(run, step) != wanted:
            return "the weights differ from those of an uninterrupted run"
        state = json.loads((run / "status.json").read_text())["state"]
        if state != "finished":
            return f"status.json says '{state}'"
        for line in (run / "events.jsonl").read_text().splitlines():
            json.loads(line)
        steps = [row.split(",")[:2] for row in
                 (run / "metrics.csv").read_text().splitlines()[1:]]
        if len({tuple(row) for row in steps}) != len(steps):
            return "metrics.csv tells a step twice"
    except (OSError, ValueError) as problem:
        return str(problem)
    litter = [path for path in run.rglob(".*") if path.name != ".lock"]
    return f"'{litter[0]}' is litter" if litter else ""


def saved_steps(run):
    return sorted(int(path.name[5:]) for path in (run / "checkpoints").glob("step-*"))


def lie_of(run, output):
    """A step that the trainer called saved, and that is not there."""
    said = [json.loads(line)["step"] for line in output.splitlines()
            if line.startswith("{") and json.loads(line)["type"] == "checkpoint"]
    there = saved_steps(run)
    if said and (not there or there[-1] < max(said)):
        return f"it said that step {max(said)} is saved; there are {there}"
    return ""


def kill_at_a_call(command, log, call, index):
    """Kills at the index-th call after the start, in whichever thread makes so many."""
    return trace(log, f"{call}:signal=KILL:when={index}", command)


def kill_at_a_moment(command, seconds):
    """Kills some time after the first step: between two saves, in a step, or in a save."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if '"metric"' in line:
            break
    time.sleep(seconds)
    process.kill()
    lines += process.stdout.readlines()
    process.wait()
    return subprocess.CompletedProcess(command, process.returncode, "".join(lines), "")


def kill_again_and_again(build, chance, folder, wanted, times, report):
    """One run, killed so often, each time at another place; then it goes to its end."""
    run = folder / "killed"
    arguments = [folder / "config.json", "--out", run]
    done = 0
    while done < times:
        if run.exists() and (run / "config.json").exists():
            arguments = [run]
        else:  # killed before there was a run
            shutil.rmtree(run, ignore_errors=True)
            arguments = [folder / "config.json", "--out", run]
        before = saved_steps(run)[-1:] if run.exists() else []
        if done % 2:
            ended = kill_at_a_moment(train(build, *arguments), chance.uniform(0.0, 0.1))
            where = "at a moment"
        else:
            call = chance.choice(KILLED)
            index = chance.randint(1, 12 if call != "write" else 60)
            ended = kill_at_a_call(train(build, *arguments), folder / "log", call, index)
            where = f"{call} {index}"
        if ended.returncode == 0 and run.exists():
            shutil.rmtree(run)  # it came to its end before it was killed; start over
            continue
        wrong = lie_of(run, ended.stdout) if run.exists() else ""
        after = saved_steps(run)[-1:] if run.exists() else []
        if not wrong and before > after:
            wrong = f"checkpoint {before} was there, {after} is"
        report.add("kill of a trainer", wrong, where)
        done += 1
    last = subprocess.run(train(build, run if (run / "config.json").exists() else
                                folder / "config.json", *([] if (run / "config.json").exists()
                                                          else ["--out", run])),
                          capture_output=True, text=True)
    wrong = wrong_in(run, wanted) if last.returncode == 0 else last.stderr.strip()
    report.add("a run that was killed so often goes to its end", wrong)


def fail_once(build, chance, folder, wanted, number, report):
    """A trainer whose calls fail: it goes on or says why, and the next start goes to the end."""
    run = folder / f"failed-{number}"
    call = chance.choice(KILLED)
    error = chance.choice(("ENOSPC", "EIO"))
    index = chance.randint(1, 30)
    more = chance.choice(("", "+"))
    injection = f"{call}:error={error}:when={index}{more}"
    broken = trace(folder / "log", injection, train(build, folder / "config.json", "--out", run))
    wrong = ""
    if broken.returncode < 0 or broken.returncode > 128:
        wrong = f"it ended with {broken.returncode}"
    elif run.exists():
        wrong = lie_of(run, broken.stdout)
    if not wrong and (run / "config.json").exists():
        resumed = subprocess.run(train(build, run), capture_output=True, text=True)
        wrong = wrong_in(run, wanted) if resumed.returncode == 0 else resumed.stderr.strip()
    report.add(f"{error} in a trainer", wrong, injection)
    shutil.rmtree(run, ignore_errors=True)


def run(arguments, chance, scratch, report):
    folder = scratch
    config = write_config(folder)
    straight = folder / "straight"
    subprocess.run(train(arguments.build, config, "--out", straight), check=True,
                   capture_output=True)
    wanted = hashes_of(straight)
    say(f"A run of {STEPS} steps is the measure.")
    chance = random.Random(chance.random())
    kill_again_and_again(arguments.build, chance, folder, wanted,
                         4 if arguments.shallow else 24, report)
    for number in range(2 if arguments.shallow else 60):
        fail_once(arguments.build, chance, folder, wanted, number, report)
