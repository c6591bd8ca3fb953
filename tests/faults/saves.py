# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each system call of hierascope_save_driver that touches its run."""

import collections
import re
import shutil
import subprocess

from report import say

CALLS = ("openat", "write", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink",
         "unlinkat", "rmdir", "mkdir", "mkdirat", "ftruncate", "fchmod", "close", "pwrite64",
         "writev")
LARGEST = 27_000  # bytes of the largest file that a save writes, and some more
LINE = re.compile(r"^\d+ +(\w+)\((.*)")

Point = collections.namedtuple("Point", "call index place")


def trace(log, injection, command):
    """Runs a command under strace. Returns its exit code and its output."""
    # Not with --seccomp-bpf: strace 6.1 then injects no signals.
    strace = ["strace", "-f", "-qq", "-y", "-s", "0", "-o", str(log),
              "-e", "trace=" + ",".join(CALLS)]
    if injection:
        strace += ["-e", "inject=" + injection]
    done = subprocess.run(strace + ["--"] + [str(word) for word in command], capture_output=True,
                          text=True, timeout=300)
    return done


class Driver:
    def __init__(self, build, scratch):
        self.program = build / "hierascope_save_driver"
        self.scratch = scratch
        scratch.mkdir()
        self.template = scratch / "template"
        subprocess.run([self.program, "make", self.template], check=True)
        self.checker = subprocess.Popen([self.program, "check"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def fresh(self):
        run = self.scratch / "run"
        shutil.rmtree(run, ignore_errors=True)
        shutil.copytree(self.template, run)
        return run

    def wrong(self, run, output):
        """What is lost in a run whose process said 'output'; empty where nothing is."""
        said = max([int(line.split()[1]) for line in output.splitlines()
                    if line.startswith("saved ")], default=0)
        self.checker.stdin.write(f"{said} {run}\n")
        self.checker.stdin.flush()
        for line in self.checker.stdout:
            if line.startswith("= "):
                return "" if line.strip() == "= ok" else line[2:].strip()
        return "the checker ended"

    def close(self):
        self.checker.stdin.close()
        self.checker.wait(timeout=60)


def points_of(driver):
    """The calls that a save makes on files of the run, as strace counts them."""
    run = driver.fresh()
    log = driver.scratch / "log"
    done = trace(log, None, [driver.program, "save", run])
    assert done.returncode == 0, done.stderr
    counts = collections.Counter()
    points = []
    for line in log.read_text().splitlines():
        call = LINE.match(line)
        if not call:
            continue
        counts[call[1]] += 1
        if str(run) in call[2]:
            place = call[2].split(str(run), 1)[1].split('"')[0].split(">")[0]
            points.append(Point(call[1], counts[call[1]], place or "/"))
    return points


def injections(points):
    """(what, injection, point) of every fault."""
    for point in points:
        at = f"{point.call}:%s:when={point.index}"
        yield "kill at a call of a save", at % "signal=KILL", point
        for error in ("ENOSPC", "EIO"):
            yield f"{error} once", at % f"error={error}", point
            yield f"{error} from there on", (at + "+") % f"error={error}", point
        if point.call == "write":
            yield "a write of no bytes", at % "retval=0", point


def try_one(driver, what, injection, point, report):
    run = driver.fresh()
    done = trace(driver.scratch / "log", injection, [driver.program, "save", run])
    where = f"{injection} at {point.place}"
    wrong = ""
    if "kill" in what:
        if done.returncode not in (-9, 137):
            wrong = f"it was not killed: exit code {done.returncode} {done.stderr.strip()}"
    elif done.returncode not in (0, 1):
        wrong = f"exit code {done.returncode}: {done.stderr.strip()}"
    elif done.returncode == 1 and len(done.stderr.strip().splitlines()) != 1:
        wrong = f"it did not say in one sentence why: {done.stderr.strip()!r}"
    report.add(what, wrong or driver.wrong(run, done.stdout), where)


def try_short(driver, size, report):
    """Lets no file grow beyond a size: the write that meets it is cut short, the next one fails."""
    run = driver.fresh()
    # Python ignores SIGXFSZ, and so does what it starts like this.
    done = subprocess.run(["prlimit", f"--fsize={size}", driver.program, "save", run],
                          capture_output=True, text=True, restore_signals=False, timeout=300)
    wrong = ""
    if done.returncode not in (0, 1):
        wrong = f"exit code {done.returncode}: {done.stderr.strip()}"
    report.add("a write cut short", wrong or driver.wrong(run, done.stdout), f"{size} bytes")


def run(arguments, chance, scratch, report):
    driver = Driver(arguments.build, scratch)
    points = points_of(driver)
    say(f"A save makes {len(points)} calls on its files.")
    faults = list(injections(points))
    kills = [fault for fault in faults if "kill" in fault[0]]
    others = [fault for fault in faults if "kill" not in fault[0]]
    if arguments.shallow:
        kills, others = chance.sample(kills, 20), chance.sample(others, 20)
    else:
        while len(kills) < arguments.kills:
            kills += chance.sample(kills[:len(points)], min(len(points),
                                                            arguments.kills - len(kills)))
    for number, (what, injection, point) in enumerate(kills + others, 1):
        try_one(driver, what, injection, point, report)
        if number % 100 == 0:
            say(f"{number} of {len(kills) + len(others)}")
    sizes = list(range(0, LARGEST, LARGEST // 150))
    for size in chance.sample(sizes, 5) if arguments.shallow else sizes:
        try_short(driver, size, report)
    driver.close()
