# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets up a LibTorch of a few bytes from wheels made here, and damages it in every way it may meet."""

import os
import pathlib
import sys
import tempfile
import unittest
import unittest.mock
import zipfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import libtorch  # noqa: E402  found through the line above

FILES = {
    "torch/include/ATen/ATen.h": b"header",
    "torch/include/torch/nn.h": b"another header",
    "torch/lib/libtorch_cpu.so": b"library",
    "torch/lib/libtorch_cuda.so": b"big library",
    "torch/lib/libtorch_python.so": b"not wanted",
    "torch/nn/functional.py": b"not wanted",
}
CPU = libtorch.Part("cpu", [pathlib.Path("cpu.txt")], 100,
                    {"torch/include/": (2, 20), "torch/lib/libtorch_cpu.so": 7})
CUDA = libtorch.Part("cuda", [pathlib.Path("cpu.txt"), pathlib.Path("cuda.txt")], 200,
                     {"torch/lib/libtorch_cuda.so": 11})


class LibTorchSetup(unittest.TestCase):
    def setUp(self):
        cache = tempfile.TemporaryDirectory()
        self.addCleanup(cache.cleanup)
        self.cache = pathlib.Path(cache.name)
        self.folder = self.cache / "libtorch"
        self.files = dict(FILES)
        self.downloads = []
        for name, replacement in (("download", self.make_wheel), ("print", lambda *_, **__: None)):
            patch = unittest.mock.patch.object(libtorch, name, replacement, create=True)
            patch.start()
            self.addCleanup(patch.stop)

    def make_wheel(self, lists, into):
        self.downloads.append([path.name for path in lists])
        with zipfile.ZipFile(into / "torch.whl", "w") as wheel:
            for name, content in self.files.items():
                wheel.writestr(name, content)

    def assert_complete(self, *parts):
        for part in parts:
            self.assertTrue(libtorch.is_stamped(self.folder, part))
            self.assertTrue(libtorch.has_right_sizes(self.folder, part))
        self.assertEqual(os.listdir(self.cache), [self.folder.name])

    def test_an_empty_cache_gets_what_is_kept_and_nothing_else(self):
        libtorch.ensure([CPU], self.folder)
        self.assert_complete(CPU)
        found = sorted(path.relative_to(self.folder).as_posix()
                       for path in self.folder.rglob("*") if path.is_file())
        self.assertEqual(found, ["hierascope-cpu.stamp", "torch/include/ATen/ATen.h",
                                 "torch/include/torch/nn.h", "torch/lib/libtorch_cpu.so"])

    def test_a_complete_folder_is_left_alone(self):
        libtorch.ensure([CPU], self.folder)
        libtorch.ensure([CPU], self.folder)
        self.assertEqual(len(self.downloads), 1)

    def test_both_parts_come_with_one_download(self):
        libtorch.ensure([CPU, CUDA], self.folder)
        self.assert_complete(CPU, CUDA)
        self.assertEqual(self.downloads, [["cpu.txt", "cuda.txt"]])

    def test_the_cuda_part_joins_a_folder_in_use(self):
        libtorch.ensure([CPU], self.folder)
        library = self.folder / "torch/lib/libtorch_cpu.so"
        before = library.stat().st_ino
        libtorch.ensure([CPU, CUDA], self.folder)
        self.assert_complete(CPU, CUDA)
        self.assertEqual(library.stat().st_ino, before)

    def test_damage_is_repaired(self):
        def truncate():
            (self.folder / "torch/lib/libtorch_cpu.so").write_bytes(b"li")

        def lose_library():
            (self.folder / "torch/lib/libtorch_cpu.so").unlink()

        def lose_header():
            (self.folder / "torch/include/torch/nn.h").unlink()

        def add_header():
            (self.folder / "torch/include/extra.h").write_bytes(b"?")

        libtorch.ensure([CPU], self.folder)
        for damage in (truncate, lose_library, lose_header, add_header):
            with self.subTest(damage.__name__):
                damage()
                libtorch.ensure([CPU], self.folder)
                self.assert_complete(CPU)

    def test_a_complete_folder_without_a_stamp_is_stamped(self):
        libtorch.ensure([CPU], self.folder)
        CPU.stamp_path(self.folder).unlink()
        libtorch.ensure([CPU], self.folder)
        self.assert_complete(CPU)
        self.assertEqual(len(self.downloads), 1)

    def test_a_stamp_of_another_version_is_replaced(self):
        libtorch.ensure([CPU], self.folder)
        CPU.stamp_path(self.folder).write_text("torch/lib/libtorch_cpu.so 6\n")
        libtorch.ensure([CPU], self.folder)
        self.assert_complete(CPU)

    def test_an_interrupted_download_leaves_nothing_and_starts_again(self):
        with unittest.mock.patch.object(libtorch, "unpack", side_effect=KeyboardInterrupt):
            with self.assertRaises(KeyboardInterrupt):
                libtorch.ensure([CPU], self.folder)
        self.assertEqual(os.listdir(self.cache), [])
        libtorch.ensure([CPU], self.folder)
        self.assert_complete(CPU)

    def test_what_a_killed_run_left_is_removed(self):
        (self.cache / "libtorch.unpack.killed").mkdir()
        libtorch.ensure([CPU], self.folder)
        self.assert_complete(CPU)

    def test_wheels_with_other_contents_are_refused(self):
        self.files["torch/lib/libtorch_cpu.so"] = b"other library"
        with self.assertRaisesRegex(libtorch.SetupError, "libtorch_cpu.so with 13 bytes, expected 7"):
            libtorch.ensure([CPU], self.folder)
        self.assertFalse(self.folder.exists())

    def test_a_full_disk_is_told_before_the_download(self):
        usage = unittest.mock.Mock(free=1_000_000)
        with unittest.mock.patch("shutil.disk_usage", return_value=usage):
            with self.assertRaisesRegex(libtorch.SetupError, "0.0 GB free"):
                libtorch.ensure([CPU], self.folder)
        self.assertEqual(self.downloads, [])

    def test_a_folder_of_the_users_own_is_never_changed(self):
        (self.folder / "torch/lib").mkdir(parents=True)
        libtorch.ensure([CPU], self.folder, is_chosen=True)
        self.assertEqual(self.downloads, [])
        self.assertEqual([path.name for path in self.folder.rglob("*")], ["torch", "lib"])


class Lists(unittest.TestCase):
    def test_every_wheel_is_pinned_by_version_and_hash(self):
        for part in libtorch.read_parts().values():
            for path in part.requirements:
                text = path.read_text().replace("\\\n", " ")
                for line in text.splitlines():
                    if not line.startswith("#"):
                        self.assertRegex(line, r"^[a-z0-9-]+==[0-9.]+ +--hash=sha256:[0-9a-f]{64}$")

    def test_the_parts_hold_what_a_program_links(self):
        parts = libtorch.read_parts()
        self.assertEqual(parts["cpu"].keep["torch/include/"], (9410, 38754372))
        self.assertIn("torch/lib/libtorch_cpu.so", parts["cpu"].keep)
        self.assertIn("torch/lib/libtorch_cuda.so", parts["cuda"].keep)


if __name__ == "__main__":
    unittest.main()
