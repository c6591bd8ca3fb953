# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each system call of hierascope_save_driver that touches its run."""

import collections
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess

from report import say

CALLS = ("openat", "write", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink",
         "unlinkat", "rmdir", "mkdir", "mkdirat", "ftruncate", "fchmod", "close", "pwrite64",
         "writev")
LARGEST = 27_000  # bytes of the largest file that a save writes, and some more
TOLD = ("write", "fsync", "rename", "renameat2")  # what a save must not go on without
MOVING = ("fsync", "rename", "renameat2", "rmdir", "unlink", "unlinkat")
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")

Point = collections.namedtuple("Point", "call index place")


def strace(log, injected, *more):
    # Not with --seccomp-bpf: strace 6.1 then injects no signals.
    words = ["strace", "-f", "-y", "-s", "0", "-o", str(log), "-e", "trace=" + ",".join(CALLS)]
    for injection in injected:
        words += ["-e", "inject=" + injection]
    return words + list(more)


def trace(log, injection, command):
    """Runs a command under strace."""
    return subprocess.run(strace(log, [injection], "-qq", "--", *map(str, command)),
                          capture_output=True, text=True, timeout=600)


class Service:
    """A process that answers each line with a line that begins with '= '."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)

    def ask(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self):
        for line in self.process.stdout:
            if line.startswith("= "):
                return line[2:].strip()
        return "it ended"

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


class Driver:
    def __init__(self, build, scratch):
        program = build / "hierascope_save_driver"
        self.scratch = scratch
        scratch.mkdir()
        self.log = scratch / "log"
        self.template = scratch / "template"
        subprocess.run([program, "make", self.template], check=True)
        self.saver = Service(program, "serve")
        self.checker = Service(program, "check")

    def save(self, injected=(), largest=None):
        """Saves under strace, or with a limit on the size of files. Returns how it ended."""
        run, go = self.scratch / "run", self.scratch / "run.go"
        shutil.rmtree(run, ignore_errors=True)
        go.unlink(missing_ok=True)
        shutil.copytree(self.template, run)
        self.saver.ask(run)
        process = int(self.saver.process.stdout.readline())
        watcher = None
        if largest is None:
            watcher = subprocess.Popen(strace(self.log, injected, "-p", str(process)),
                                       stderr=subprocess.PIPE, text=True)
            attached = watcher.stderr.readline()
            assert "attached" in attached, attached
        else:
            resource.prlimit(process, resource.RLIMIT_FSIZE, (largest, largest))
        go.touch()
        code = os.waitstatus_to_exitcode(int(self.saver.answer()))
        if watcher:
            watcher.communicate(timeout=60)
        out, err = (pathlib.Path(f"{run}.{end}").read_text() for end in ("out", "err"))
        return subprocess.CompletedProcess([], code, out, err.strip())

    def wrong(self, output):
        """What is lost in a run whose process said 'output'; empty where nothing is."""
        said = max([int(line.split()[1]) for line in output.splitlines()
                    if line.startswith("saved ")], default=0)
        self.checker.ask(f"{said} {self.scratch / 'run'}")
        answer = self.checker.answer()
        return "" if answer == "ok" else answer

    def close(self):
        self.saver.close()
        self.checker.close()


def points_of(driver, injected=()):
    """The calls that a save makes on files of the run, as strace counts them."""
    run = driver.scratch / "run"
    done = driver.save(injected)
    assert done.returncode == 0, done.stderr
    counts = collections.Counter()
    points = []
    for line in driver.log.read_text().splitlines():
        call = LINE.match(line)
        if not call:
            continue
        counts[call[1]] += 1
        if any(str(run) + end in call[2] for end in '/>"'):
            place = call[2].split(str(run), 1)[1].split('"')[0].split(">")[0]
            points.append(Point(call[1], counts[call[1]], place or "/"))
    return points


def injections(points):
    """(what, injections, point) of every fault."""
    for point in points:
        at = f"{point.call}:%s:when={point.index}"
        yield "kill at a call of a save", [at % "signal=KILL"], point
        for error in ("ENOSPC", "EIO"):
            yield f"{error} once", [at % f"error={error}"], point
            yield f"{error} from there on", [(at + "+") % f"error={error}"], point
        if point.call == "write":
            yield "a write of no bytes", [at % "retval=0"], point


def kills_without_exchange(driver):
    """Kills where names are changed, on a file system that cannot exchange two."""
    unable = "renameat2:error=EINVAL"
    for point in points_of(driver, [unable]):
        if point.place.startswith("/checkpoints") and point.call in MOVING:
            yield ("kill where names cannot be exchanged",
                   [unable, f"{point.call}:signal=KILL:when={point.index}"], point)


def wrong_end(what, point, done):
    """Whether a broken process ended as it should, and said why."""
    if "kill" in what:
        return "" if done.returncode == -signal.SIGKILL else \
            f"it was not killed: exit code {done.returncode} {done.stderr}"
    if done.returncode not in (0, 1):
        return f"exit code {done.returncode}: {done.stderr}"
    if point.call in TOLD and "tfevents" not in point.place and done.returncode == 0:
        return "it says that all is saved"
    is_mute = point.call == "write" and "on" in what  # its sentence cannot be written either
    if done.returncode == 1 and not is_mute and len(done.stderr.splitlines()) != 1:
        return f"it did not say in one sentence why: {done.stderr!r}"
    return ""


def try_one(driver, what, injected, point, report):
    done = driver.save(injected)
    wrong = wrong_end(what, point, done) or driver.wrong(done.stdout)
    report.add(what, wrong, f"{' and '.join(injected)} at {point.place}")


def try_short(driver, size, report):
    """Lets no file grow beyond a size: the write that meets it is cut short, the next one fails."""
    done = driver.save(largest=size)
    wrong = ""
    if done.returncode not in (0, 1):
        wrong = f"exit code {done.returncode}: {done.stderr}"
    report.add("a write cut short", wrong or driver.wrong(done.stdout), f"{size} bytes")


def run(arguments, chance, scratch, report):
    driver = Driver(arguments.build, scratch)
    points = points_of(driver)
    say(f"A save makes {len(points)} calls on its files.")
    faults = list(injections(points)) + list(kills_without_exchange(driver))
    kills = [fault for fault in faults if "kill" in fault[0]]
    others = [fault for fault in faults if "kill" not in fault[0]]
    if arguments.shallow:
        kills, others = chance.sample(kills, 60), chance.sample(others, 60)
    else:
        while len(kills) < arguments.kills:
            kills += chance.sample(kills[:len(points)], min(len(points),
                                                            arguments.kills - len(kills)))
    for number, (what, injected, point) in enumerate(kills + others, 1):
        try_one(driver, what, injected, point, report)
        if number % 100 == 0:
            say(f"{number} of {len(kills) + len(others)}")
    sizes = list(range(0, LARGEST, LARGEST // 150))
    for size in chance.sample(sizes, 5) if arguments.shallow else sizes:
        try_short(driver, size, report)
    driver.close()
