# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains and saves on a file system that is really full."""

import shutil
import subprocess

from trainer import hashes_of, lie_of, train, wrong_in, write_config

STEPS = 12


class SmallDisk:
    """A file system in memory, of a size; needs the right to mount one."""

    def __init__(self, place):
        self.place = place
        place.mkdir(parents=True)

    def mount(self, kib):
        return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "none", self.place],
                              capture_output=True).returncode == 0

    def resize(self, kib):
        subprocess.run(["mount", "-o", f"remount,size={kib}k", self.place], check=True)

    def unmount(self):
        subprocess.run(["umount", self.place], check=True)


def run(arguments, scratch, report):
    config = write_config(scratch, STEPS)
    straight = scratch / "straight"
    subprocess.run(train(arguments.build, config, "--out", straight), check=True,
                   capture_output=True)
    wanted = hashes_of(straight, STEPS)
    used = sum(path.stat().st_size for path in straight.rglob("*") if path.is_file()) // 1024
    disk = SmallDisk(scratch / "disk")
    if shutil.which("mount") is None or not disk.mount(used):
        report.note("No file system may be mounted here: nothing was tried on one that is full.")
        return
    disk.unmount()
    parts = (0.6,) if arguments.shallow else [part / 20 for part in range(1, 24)]
    for part in parts:
        kib = max(8, int(used * part))
        disk.mount(kib)
        try:
            wrong = wrong_on(disk, arguments.build, config, wanted)
            report.add("a file system that is full", wrong, f"{kib} KiB")
        finally:
            disk.unmount()


def wrong_on(disk, build, config, wanted):
    run = disk.place / "run"
    broken = subprocess.run(train(build, config, "--out", run), capture_output=True, text=True)
    if broken.returncode not in (0, 1, 73):
        return f"it ended with {broken.returncode}: {broken.stderr.strip()}"
    wrong = lie_of(run, broken.stdout) if run.exists() else ""
    if wrong:
        return wrong
    disk.resize(64 * 1024)
    if not (run / "config.json").exists():
        shutil.rmtree(run, ignore_errors=True)
    again = [run] if run.exists() else [config, "--out", run]
    resumed = subprocess.run(train(build, *again), capture_output=True, text=True)
    if resumed.returncode != 0:
        return resumed.stderr.strip()
    return wrong_in(run, wanted, STEPS)
