# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the files of this folder with the reference writers: python3 make_files.py FOLDER

Needs numpy and safetensors. The tests know the values by heart: element i of every array is i
(modulo the type's range), bools alternate.
"""
import gzip
import struct
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

folder = Path(sys.argv[1])


def counting(shape, dtype):
    return np.arange(np.prod(shape, dtype=int)).reshape(shape).astype(dtype)


save_file(
    {
        "float32": counting((2, 3), "float32"),
        "float16": counting((5,), "float16"),
        "float64": counting((2, 2), "float64"),
        "int64": counting((1, 4), "int64"),
        "uint8": counting((2, 1, 1, 3), "uint8"),
        "bool": counting((4,), "int64") % 2 == 1,
        "scalar": np.array(7, "float32"),
        "empty": np.zeros((0, 3), "float32"),
    },
    folder / "reference.safetensors",
    metadata={"made by": "safetensors", "note": "é"},
)

np.save(folder / "float32-c.npy", counting((2, 3), "<f4"))
np.save(folder / "int16-fortran-big.npy", np.asfortranarray(counting((2, 3, 4), ">i2")))
np.save(folder / "scalar.npy", np.array(7.0))
np.save(folder / "uint8-grey.npy", counting((2, 2, 2), "uint8"))
np.save(folder / "empty.npy", np.zeros((0, 3), "float32"))
for version in ((2, 0), (3, 0)):
    with open(folder / f"uint8-v{version[0]}.npy", "wb") as out:
        np.lib.format.write_array(out, counting((1, 2, 2, 3), "uint8"), version=version)

images = struct.pack(">IIII", 0x803, 3, 2, 4) + bytes(range(24))
labels = struct.pack(">II", 0x801, 3) + bytes([2, 0, 1])
(folder / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(images, mtime=0))
(folder / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels, mtime=0))
(folder / "t10k-images-idx3-ubyte").write_bytes(images)
