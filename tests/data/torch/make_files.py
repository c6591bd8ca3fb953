#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files of this folder with PyTorch itself (2.11.0) and safetensors; run it in the folder."""

import argparse
import collections
import pathlib

import numpy
import torch
from safetensors.torch import save_file


def many_tensors(has_wide_unsigned):
    """Every type, views, shared storages, parameters, a scalar and an empty one."""
    tensors = collections.OrderedDict()
    for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
        tensors[str(dtype)] = torch.randn(3, 5).to(dtype)
    for dtype in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        tensors[str(dtype)] = torch.randint(0, 100, (4, 3)).to(dtype)
    if has_wide_unsigned:
        for dtype in (torch.uint16, torch.uint32, torch.uint64):
            tensors[str(dtype)] = torch.arange(5).to(dtype)
    tensors["bool"] = torch.rand(7) > 0.5
    base = torch.randn(6, 8)
    tensors.update(base=base, transposed=base.t(), sliced=base[1:5:2, 2:6], column=base[:, 3])
    tensors["parameter"] = torch.nn.Parameter(torch.randn(4))
    tensors["parameter_with_state"] = torch.nn.Parameter(torch.randn(2, 2))
    tensors["parameter_with_state"].note = "x"
    tensors.update(scalar=torch.tensor(3.5), empty=torch.empty(0, 4))
    tensors["alone_with_gaps"] = torch.randn(10, 10)[2:4, ::3]
    return tensors


def plain(tensors):
    return {name: tensor.detach().clone().contiguous() for name, tensor in tensors.items()}


torch.manual_seed(5)
tensors = many_tensors(True)
torch.save(tensors, "zip.pt")
save_file(plain(tensors), "zip.safetensors")
tensors = many_tensors(False)
for protocol in (1, 2, 4):
    torch.save(tensors, f"stream-{protocol}.pt", pickle_protocol=protocol,
               _use_new_zipfile_serialization=False)
save_file(plain(tensors), "stream.safetensors")

module = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))
torch.save(module, "module.pt")
optimizer = torch.optim.AdamW(module.parameters())
module(torch.randn(5, 3)).sum().backward()
optimizer.step()
args = argparse.Namespace(
    lr=numpy.float32(0.5), steps=numpy.int64(3), path=pathlib.PurePosixPath("/x/y"),
    device=torch.device("cuda", 0), dtype=torch.float16, size=torch.Size([2, 3]),
    name="tiny", flags={"a": True, "b": None}, large=2 ** 80, raw=b"abc", complex=1j)
state = module.state_dict()
torch.save({"model": {"module." + name: tensor for name, tensor in state.items()},
            "ema": {"module._orig_mod." + name: tensor + 1 for name, tensor in state.items()},
            "opt": optimizer.state_dict(), "args": args, "steps": 7,
            "float8": torch.randn(4).to(torch.float8_e4m3fn)}, "training.pt")
torch.serialization.set_crc32_options(False)
torch.save(state, "no-checksums.pt")
save_file(plain(state), "module.safetensors")
