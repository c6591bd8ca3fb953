# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules between rooms: violations(root) lists every sentence that a source tree earns.

A room is a folder of core/, widgets as a whole, or a folder of app/. The table below is the one of
ARCHITECTURE.md; changing it is a decision about the architecture, not a way to make a test pass.
"""

import pathlib
import re

MAY_USE = {
    "core/base": set(),
    "core/runs": set(),
    "core/analysis": set(),
    "core/tensor": set(),
    "core/io": {"core/tensor"},
    "core/models": {"core/tensor"},
    "core/metrics": {"core/models", "core/analysis", "core/tensor"},
    "core/training": {"core/models", "core/io", "core/metrics", "core/runs", "core/tensor"},
    "core/runtime": {"core/models", "core/io", "core/metrics", "core/analysis", "core/runs",
                     "core/tensor"},
    "core/cuda": {"core/analysis", "core/tensor"},
    "widgets": {"core/runtime", "core/runs"},
    "app/hierascope": {"widgets", "core/runtime", "core/runs"},
    "app/hierascope_cli": {"core/runtime", "core/training", "core/runs"},
}
# Headers here may show Torch and models, and only runtime itself includes them.
INSIDE = "core/runtime/inside/"
# What a front end sees of runtime is plain values: its headers and PUBLIC links stay as narrow.
RUNTIME_HEADERS_MAY_USE = {"core/runs"}

TORCH_ROOMS = {"core/tensor", "core/io", "core/models", "core/metrics", "core/training",
               "core/cuda", "core/runtime"}
QT_ROOMS = {"widgets", "app/hierascope"}

TORCH_HEADER = re.compile(r"(torch|ATen|c10)/")
QT_HEADER = re.compile(r"(Q[A-Z]|Qt[A-Z/])")
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')
# Waiting on the GUI thread freezes the window. The one place that waits, at shutdown, is marked.
WAITING = re.compile(r"\b(waitForFinished|waitForDone|processEvents)\b|(->|\.|QThread::)wait\s*\(")
SHUTDOWN_MARK = "// layering: shutdown"

SOURCES = {".h", ".cpp", ".cu", ".cuh", ".py"}
MAX_LINES = 400
MAX_LINES_IN_TESTS = 600
MAX_README_LINES = 10


def room_of(path):
    """'core/io/png.h' -> 'core/io'; None for what belongs to no room."""
    parts = path.split("/")
    if parts[0] == "widgets":
        return "widgets"
    if parts[0] in ("core", "app") and len(parts) > 2:
        return "/".join(parts[:2])
    return None


def files_of(root, tops, names):
    """Relative paths below the top folders, for which names(path) holds."""
    found = []
    for top in tops:
        for path in (root / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and names(path):
                found.append(path.relative_to(root).as_posix())
    return sorted(found)


def is_source(path):
    return path.suffix in SOURCES


def may_use(user, used):
    return used == user or used == "core/base" or used in MAY_USE.get(user, set())


def includes_of(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1)


def is_shown_header(path, room):
    """A header of runtime that front ends may read."""
    return room == "core/runtime" and path.endswith(".h") and not path.startswith(INSIDE)


def check_own_include(path, room, included):
    """Complaint about a quoted include, or None."""
    if included.endswith(".moc"):
        return None
    used = room_of(included)
    if used is None:
        return "is not given from the repository's root"
    if used not in MAY_USE:
        return f"names {used}, which is no room"
    if not may_use(room, used):
        return f"is not open to {room}"
    if included.startswith(INSIDE) and (room != "core/runtime" or is_shown_header(path, room)):
        return "is for the inside of runtime alone"
    if is_shown_header(path, room) and used not in {room, "core/base"} | RUNTIME_HEADERS_MAY_USE:
        return "is not open to runtime's headers, which every front end reads"
    return None


def check_foreign_include(path, room, included):
    """Complaint about an include in angle brackets, or None."""
    if TORCH_HEADER.match(included):
        if room not in TORCH_ROOMS:
            return f"brings Torch into {room}"
        if is_shown_header(path, room):
            return "brings Torch into a header of runtime"
    if QT_HEADER.match(included) and room not in QT_ROOMS:
        return f"brings Qt into {room}"
    if included.startswith("vtk") and not path.startswith("widgets/latents/"):
        return "brings VTK into a room other than widgets/latents"
    return None


def include_violations(root):
    for path in files_of(root, ("app", "core", "widgets"), is_source):
        room = room_of(path)
        if room is None or room not in MAY_USE:
            yield f"{path}: belongs to no room of the table"
            continue
        for number, token in includes_of((root / path).read_text()):
            check = check_own_include if token[0] == '"' else check_foreign_include
            complaint = check(path, room, token[1:-1])
            if complaint:
                yield f"{path}:{number}: {token} {complaint}"


def links_of(text):
    """(keyword, target) of each link to a room, to LibTorch, Qt or VTK; keyword is PUBLIC, ..."""
    keyword = ""
    for line in text.splitlines():
        for word in re.findall(r"[\w:.${}]+|[()]", line.split("#")[0]):
            if word in "()":
                keyword = ""
            elif word in ("PUBLIC", "PRIVATE", "INTERFACE", "LINK", "SOURCES"):
                keyword = word
            elif keyword != "SOURCES" and re.match(r"(Hierascope|LibTorch|Qt6|VTK)::", word):
                yield keyword, word


def room_of_target(target):
    name = target.split("::")[1].lower()
    if name.startswith("widgets"):
        return "widgets"
    return f"core/{name}"


def check_link(room, keyword, target):
    family = target.split("::")[0]
    if family == "Qt6":
        return None if room in QT_ROOMS else f"links Qt into {room}"
    if family == "VTK":
        return None if room == "widgets" else f"links VTK into {room}"
    is_seen_by_front_ends = room == "core/runtime" and keyword != "PRIVATE"
    if family == "LibTorch":
        if room not in TORCH_ROOMS:
            return f"links Torch into {room}"
        return "must be PRIVATE in runtime" if is_seen_by_front_ends else None
    used = room_of_target(target)
    if not may_use(room, used):
        return f"is not open to {room}"
    if is_seen_by_front_ends and used not in {"core/base"} | RUNTIME_HEADERS_MAY_USE:
        return "must be PRIVATE in runtime"
    return None


def link_violations(root):
    lists = files_of(root, ("app", "core", "widgets"), lambda path: path.name == "CMakeLists.txt")
    for path in lists:
        room = room_of(path)
        if room is None:
            continue
        for keyword, target in links_of((root / path).read_text()):
            complaint = check_link(room, keyword, target)
            if complaint:
                yield f"{path}: {target} {complaint}"


def waiting_violations(root):
    marked = []
    for path in files_of(root, ("widgets", "app/hierascope"), is_source):
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            if not WAITING.search(line.split("//")[0]):
                continue
            if SHUTDOWN_MARK in line:
                marked.append((path, number))
            else:
                yield f"{path}:{number}: waits on the GUI thread"
    for (path, number), (last_path, last_number) in zip(marked[1:], marked):
        if path != last_path or number != last_number + 1:
            yield f"{path}:{number}: is a second place that waits at shutdown"


def length_violations(root):
    for tops, limit in ((("app", "core", "widgets", "packaging"), MAX_LINES),
                        (("tests",), MAX_LINES_IN_TESTS)):
        for path in files_of(root, tops, is_source):
            if path.startswith("tests/data/"):
                continue
            lines = len((root / path).read_text().splitlines())
            if lines > limit:
                yield f"{path}: has {lines} lines, {limit} is the limit"


def readme_violations(root):
    rooms = {pathlib.PurePosixPath(path).parent.as_posix()
             for path in files_of(root, ("app", "core", "widgets"), is_source)}
    for room in sorted(rooms):
        readme = root / room / "README.md"
        if not readme.is_file():
            yield f"{room}: has no README.md"
            continue
        lines = len(readme.read_text().splitlines())
        if lines > MAX_README_LINES:
            yield f"{room}/README.md: has {lines} lines, {MAX_README_LINES} is the limit"


def licence_violations(root):
    for path in files_of(root, ("app", "core", "widgets", "packaging", "tests"), is_source):
        if path.startswith("tests/data/"):
            continue
        head = (root / path).read_text()[:300]
        if not all(f"SPDX-{word}:" in head for word in ("FileCopyrightText", "License-Identifier")):
            yield f"{path}: lacks the two SPDX lines at its top"


def violations(root):
    root = pathlib.Path(root)
    found = []
    for check in (include_violations, link_violations, waiting_violations, length_violations,
                  readme_violations, licence_violations):
        found += check(root)
    return found
