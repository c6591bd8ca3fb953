# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests packaging/demo/convert_efficientnet.py on small files in torch's legacy layout."""
import collections
import io
import json
import os
import pathlib
import pickle
import struct
import subprocess
import sys
import tempfile
import types
import unittest
import zipfile

SCRIPT = pathlib.Path(__file__).parents[2] / "packaging/demo/convert_efficientnet.py"
MAGIC_NUMBER = 0x1950A86A20F9469CFC6C


class FakeStorage:
    """What the pickler below writes as a persistent storage."""

    def __init__(self, kind, key, values, code, count=None):
        self.kind, self.key, self.values, self.code = kind, key, values, code
        self.count = len(values) if count is None else count


def fake_torch():
    """Makes the modules whose names a legacy pickle holds."""
    torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    for name in ("FloatStorage", "LongStorage", "HalfStorage"):
        setattr(torch, name, type(name, (), {"__module__": "torch"}))

    def rebuild(*_arguments):
        return None

    rebuild.__module__, rebuild.__qualname__ = "torch._utils", "_rebuild_tensor_v2"
    utils._rebuild_tensor_v2 = rebuild
    torch._utils = utils
    sys.modules.update({"torch": torch, "torch._utils": utils})
    return torch


TORCH = fake_torch()


class FakeTensor:
    def __init__(self, storage, offset, shape, strides):
        self.view = (storage, offset, shape, strides, False, collections.OrderedDict())

    def __reduce__(self):
        return TORCH._utils._rebuild_tensor_v2, self.view


class LegacyPickler(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, FakeStorage):
            return ("storage", getattr(TORCH, obj.kind), obj.key, "cpu", obj.count, None)
        return None


def legacy_file(state, storages, system=None, magic=MAGIC_NUMBER):
    stream = io.BytesIO()
    for value in (magic, 1001, system or {"little_endian": True}):
        pickle.dump(value, stream, protocol=2)
    LegacyPickler(stream, protocol=2).dump(state)
    pickle.dump([storage.key for storage in storages], stream, protocol=2)
    for storage in storages:
        stream.write(struct.pack("<q", len(storage.values)))
        stream.write(struct.pack(f"<{len(storage.values)}{storage.code}", *storage.values))
    return stream.getvalue()


def small_file(offset=0, shape=(2, 3), strides=(1, 2), count=None):
    weights = FakeStorage("FloatStorage", "1", [0.0, 1.0, 2.0, 3.0, 4.0, 5.0], "f", count)
    batches = FakeStorage("LongStorage", "2", [7], "q")
    state = collections.OrderedDict(
        weight=FakeTensor(weights, offset, shape, strides),
        batches=FakeTensor(batches, 0, (), ()))
    return legacy_file(state, [weights, batches])


class CallsTouch:
    """A pickle of this runs a command when it is read without care."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch '{self.path}'",)


class ConvertTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.source = pathlib.Path(self.folder.name) / "weights.pth"
        self.target = pathlib.Path(self.folder.name) / "out.safetensors"

    def convert(self, data):
        self.source.write_bytes(data)
        return subprocess.run([sys.executable, "-B", str(SCRIPT), str(self.source),
                               str(self.target)], capture_output=True, text=True, check=False)

    def assert_refused(self, data, words):
        result = self.convert(data)
        self.assertEqual(result.returncode, 65, result.stderr)
        self.assertIn(words, result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertEqual(os.listdir(self.folder.name), ["weights.pth"])

    def read_target(self):
        raw = self.target.read_bytes()
        length = struct.unpack("<Q", raw[:8])[0]
        return json.loads(raw[8:8 + length]), raw[8 + length:]

    def test_writes_transposed_tensor_in_row_major_order(self):
        self.assertEqual(self.convert(small_file()).returncode, 0)
        header, data = self.read_target()
        self.assertEqual(header["weight"]["dtype"], "F32")
        self.assertEqual(header["weight"]["shape"], [2, 3])
        first, last = header["weight"]["data_offsets"]
        self.assertEqual(struct.unpack("<6f", data[first:last]), (0, 2, 4, 1, 3, 5))

    def test_keeps_integers_and_leaves_no_hole(self):
        self.assertEqual(self.convert(small_file()).returncode, 0)
        header, data = self.read_target()
        self.assertEqual(header["batches"], {"dtype": "I64", "shape": [], "data_offsets": [0, 8]})
        self.assertEqual(struct.unpack("<q", data[:8]), (7,))
        self.assertEqual(len(data), 8 + 24)

    def test_reads_the_only_pth_of_a_wheel(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as wheel:
            wheel.writestr("package/models/small.pth", small_file())
        self.assertEqual(self.convert(stream.getvalue()).returncode, 0)
        self.assertIn("weight", self.read_target()[0])

    def test_refuses_a_zip_without_pth(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as wheel:
            wheel.writestr("readme.txt", "nothing")
        self.assert_refused(stream.getvalue(), "0 .pth files")

    def test_never_runs_code_from_the_pickle(self):
        touched = pathlib.Path(self.folder.name) / "touched"
        self.assert_refused(legacy_file({"weight": CallsTouch(touched)}, []), "not allowed")

    def test_refuses_foreign_storage_kinds(self):
        half = FakeStorage("HalfStorage", "1", [1], "h")
        state = {"weight": FakeTensor(half, 0, (1,), (1,))}
        self.assert_refused(legacy_file(state, [half]), "HalfStorage")

    def test_refuses_views_that_leave_their_storage(self):
        self.assert_refused(small_file(offset=1), "outside its storage")
        self.assert_refused(small_file(offset=-1), "offset is malformed")
        self.assert_refused(small_file(strides=(1, -2)), "strides (1, -2)")

    def test_refuses_tensors_larger_than_their_storage(self):
        self.assert_refused(small_file(shape=(1 << 20, 1 << 20), strides=(0, 0)), "larger than")
        self.assert_refused(small_file(count=1 << 40), "more than the file")

    def test_refuses_broken_files(self):
        whole = small_file()
        self.assert_refused(whole[:-1], "ends inside storage")
        self.assert_refused(whole[:150], "damaged")
        self.assert_refused(whole + b"x", "bytes are left")
        self.assert_refused(b"", "damaged")

    def test_refuses_foreign_headers(self):
        self.assert_refused(legacy_file({}, [], magic=1), "magic number")
        self.assert_refused(legacy_file({}, [], system={"little_endian": False}), "little-endian")
        self.assert_refused(legacy_file({}, []), "state dict")
        self.assert_refused(legacy_file({"weight": 3}, []), "'weight'")


if __name__ == "__main__":
    unittest.main()
