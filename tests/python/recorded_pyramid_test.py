#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What packaging/python/hierascope_pyramid.py writes opens, and what it is given wrong it names."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
PACKAGES = CACHE / "hierascope" / "python-1"
if not PACKAGES.is_dir():
    sys.exit(f"The Python packages are not in {PACKAGES}: run packaging/setup --tests.")
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PACKAGES), str(ROOT / "packaging" / "python")]

import hierascope_pyramid as pyramid  # noqa: E402
import numpy as np  # noqa: E402

CLI = pathlib.Path(sys.argv.pop(1)).resolve()
SIDE, COUNT, CODES = 32, 2, 16


def images():
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    first = np.stack([8 * x, 8 * y, 4 * (x + y)], -1).astype(np.uint8)
    return np.stack([first, 255 - first])


def levels():
    """Block means of 2 x 2 and 8 x 8, and the whole picture."""
    found = []
    for grid in (2, 8, SIDE):
        block = SIDE // grid
        means = images().reshape(COUNT, grid, block, grid, block, 3).mean((2, 4))
        codes = (means.mean(-1) / 256 * CODES).astype(int).reshape(COUNT, -1)
        found.append(pyramid.Level(grid, grid, means.round().astype(np.uint8),
                                   tokens=means.reshape(COUNT, grid * grid, 3), codes=codes))
    return found


class RecordedPyramid(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = pathlib.Path(self.folder.name) / "mine.safetensors"

    def write(self, **changes):
        pyramid.write(self.file, images(), levels(), image_names=["one", "two"], name="means", program="test",
                      codebook_size=CODES, **changes)

    def run_cli(self, *arguments):
        return subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder.name)

    def test_it_opens_where_a_model_does(self):
        self.write()
        (pathlib.Path(self.folder.name) / "one.ppm").write_bytes(b"P6 32 32 255\n" + images()[0].tobytes())
        done = self.run_cli("reconstruct", self.file, "one.ppm", "--out", "out", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        ladder = json.loads(done.stdout)["images"][0]["levels"]
        self.assertEqual([level["width"] for level in ladder], [2, 8, SIDE])
        self.assertGreater(ladder[2]["psnr_full"] or 1e9, ladder[0]["psnr_full"])
        encoded = self.run_cli("encode", self.file, "one.ppm", "--json")
        self.assertEqual(encoded.returncode, 0, encoded.stderr)
        self.assertEqual(json.loads(encoded.stdout)["levels"][0]["codes"], levels()[0].codes[0].tolist())

    def test_an_image_that_was_not_recorded_is_refused_in_a_sentence(self):
        self.write()
        (pathlib.Path(self.folder.name) / "grey.ppm").write_bytes(b"P6 32 32 255\n" + bytes([7]) * 3072)
        done = self.run_cli("reconstruct", self.file, "grey.ppm", "--out", "out")
        self.assertEqual(done.returncode, 66, done.stderr)
        self.assertIn("'one', 'two'", done.stderr)

    def test_what_does_not_fit_is_named(self):
        for words, change in (("images is float64", {"images": images() / 255}),
                              ("level 1: tokens", {"tokens": np.zeros((COUNT, 3, 3))}),
                              ("level 1: codes", {"codes": np.full((COUNT, 64), CODES)}),
                              ("3 names for 2 images", {"names": ["a", "b", "c"]})):
            made = levels()
            for field in ("tokens", "codes"):
                if field in change:
                    setattr(made[1], field, change[field])
            with self.assertRaises(ValueError) as error:
                pyramid.write(self.file, change.get("images", images()), made, image_names=change.get("names"),
                              codebook_size=CODES)
            self.assertIn(words, str(error.exception))
            self.assertFalse(self.file.exists())

    def test_an_old_file_stays_where_a_write_fails(self):
        self.write()
        before = self.file.read_bytes()
        with self.assertRaises(ValueError):
            pyramid.write(self.file, images(), [])
        self.assertEqual(self.file.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
