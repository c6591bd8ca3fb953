# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HieraTok in plain PyTorch: the independent check of core/models and the peer of the benchmark.

Written from the paper (arXiv:2509.23736) and docs/papers.md, not from the C++ sources. It reads the
same model folders (config.json + model.safetensors). `python3 hieratok_peer.py` prints the parameter
counts of f16d16 without allocating anything.
"""

import json
import pathlib

import torch
import torch.nn.functional as F
from torch import nn

EPS = 1e-6


class Block(nn.Module):
    """Pre-norm transformer block without biases in its linear layers."""

    def __init__(self, width, heads, mlp_ratio):
        super().__init__()
        hidden = int(round(width * mlp_ratio))
        self.heads = heads
        self.norm1 = nn.LayerNorm(width, eps=EPS)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.proj = nn.Linear(width, width, bias=False)
        self.norm2 = nn.LayerNorm(width, eps=EPS)
        self.fc1 = nn.Linear(width, hidden, bias=False)
        self.fc2 = nn.Linear(hidden, width, bias=False)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # [B, A, T, hd]
        x = x + self.proj(y.transpose(1, 2).reshape(b, t, d))
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x))))


class ChannelNorm(nn.LayerNorm):
    """LayerNorm over the channels of [B, C, h, w]."""

    def forward(self, x):
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


def narrow_strides(ratio):
    """Splits a ratio over three strides, as evenly as possible, larger strides first."""
    strides = [1, 1, 1]
    rest, factor = ratio, 2
    primes = []
    while rest > 1:
        while rest % factor == 0:
            primes.append(factor)
            rest //= factor
        factor += 1
    for prime in reversed(primes):
        strides[strides.index(min(strides))] *= prime
    return sorted(strides, reverse=True)


class WideBranch(nn.Module):
    """r x r stride r, 1x1, 3x3 at the decoder's width, a channel norm after each."""

    def __init__(self, latent, width, ratio):
        super().__init__()
        self.conv_a = nn.Conv2d(latent, width, ratio, stride=ratio, bias=False)
        self.norm_a = ChannelNorm(width, eps=EPS)
        self.conv_b = nn.Conv2d(width, width, 1, bias=False)
        self.norm_b = ChannelNorm(width, eps=EPS)
        self.conv_c = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm_c = ChannelNorm(width, eps=EPS)

    def forward(self, z):
        z = self.norm_a(self.conv_a(z))
        z = self.norm_b(self.conv_b(z))
        return self.norm_c(self.conv_c(z))


class NarrowBranch(nn.Module):
    """Three 3x3 convolutions at the latent's width; the strides' product is the ratio."""

    def __init__(self, latent, ratio):
        super().__init__()
        a, b, c = narrow_strides(ratio)
        self.conv_a = nn.Conv2d(latent, latent, 3, stride=a, padding=1)
        self.conv_b = nn.Conv2d(latent, latent, 3, stride=b, padding=1)
        self.conv_c = nn.Conv2d(latent, latent, 3, stride=c, padding=1)

    def forward(self, z):
        return self.conv_c(self.conv_b(self.conv_a(z)))


class ProjectionBranch(nn.Module):
    def __init__(self, latent, width):
        super().__init__()
        self.proj = nn.Conv2d(latent, width, 1)

    def forward(self, z):
        return self.proj(z)


class Encoder(nn.Module):
    def __init__(self, patch, grid, layers, width, heads, mlp_ratio):
        super().__init__()
        self.patch_embed = nn.Conv2d(3, width, patch, stride=patch)
        self.pos = nn.Parameter(torch.zeros(1, grid * grid, width))
        self.blocks = nn.ModuleList(Block(width, heads, mlp_ratio) for _ in range(layers))
        self.norm = nn.LayerNorm(width, eps=EPS)

    def forward(self, images):
        x = self.patch_embed(images).flatten(2).transpose(1, 2) + self.pos  # [B, T, D]
        for block in self.blocks:
            x = block(x, None)
        return self.norm(x)


class Decoder(nn.Module):
    def __init__(self, grid, scales, attention, single, layers, width, heads, mlp_ratio):
        super().__init__()
        self.grid, self.scales, self.attention = grid, scales, attention
        self.pos = nn.Parameter(torch.zeros(1, grid * grid, width))
        self.scale_pos = None if single else nn.Parameter(torch.zeros(len(scales), width))
        self.blocks = nn.ModuleList(Block(width, heads, mlp_ratio) for _ in range(layers))
        self.norm = nn.LayerNorm(width, eps=EPS)

    def encoding(self, index):
        side = self.scales[index]
        grid = self.pos.transpose(1, 2).reshape(1, -1, self.grid, self.grid)
        pos = F.adaptive_avg_pool2d(grid, side).flatten(2).transpose(1, 2)  # [1, s*s, D]
        return pos if self.scale_pos is None else pos + self.scale_pos[index]

    def mask(self, levels, device):
        if self.attention == "full" or levels == 1:
            return None
        ids = torch.cat([torch.full((s * s,), i) for i, s in enumerate(self.scales[:levels])]).to(device)
        if self.attention == "scale_independent":
            return ids[:, None] == ids[None, :]
        return ids[:, None] >= ids[None, :]

    def forward(self, maps):
        x = torch.cat([m + self.encoding(i) for i, m in enumerate(maps)], dim=1)
        mask = self.mask(len(maps), x.device)
        for block in self.blocks:
            x = block(x, mask)
        return self.norm(x).split([m.shape[1] for m in maps], dim=1)


class HieraTok(nn.Module):
    """The whole tokenizer; images in [-1, 1]."""

    def __init__(self, options):
        super().__init__()
        o = options
        self.patch, self.grid = o["patch_size"], o["image_size"] // o["patch_size"]
        self.scales, self.latent = list(o["scales"]), o["latent_channels"]
        self.conv = o["downsample"] == "conv"
        self.wide = self.conv and o["conv_width"] == "wide"
        single = self.scales == [self.grid]
        width = o["decoder"]["width"]
        self.enc = Encoder(self.patch, self.grid, **o["encoder"])
        self.moments = nn.Linear(o["encoder"]["width"], 2 * self.latent)
        self.post = nn.Linear(self.latent, width) if single or not self.wide else None
        self.down = nn.ModuleDict()
        if self.conv and not single:
            for index, side in enumerate(self.scales):
                ratio = self.grid // side if self.grid % side == 0 else 1
                if not self.wide:
                    if side != self.grid:
                        self.down[str(index)] = NarrowBranch(self.latent, ratio)
                elif side == self.grid and o["finest"] == "projection":
                    self.down[str(index)] = ProjectionBranch(self.latent, width)
                else:
                    self.down[str(index)] = WideBranch(self.latent, width, ratio)
        self.dec = Decoder(self.grid, self.scales, o["attention"], single, **o["decoder"])
        self.to_pixels = nn.Linear(width, self.patch * self.patch * 3)

    def posterior(self, images):
        """Mean and clamped log-variance, [B, C, h, w] each."""
        x = self.moments(self.enc(images)).transpose(1, 2)
        mean, logvar = x.reshape(x.shape[0], -1, self.grid, self.grid).chunk(2, dim=1)
        return mean, logvar.clamp(-30.0, 20.0)

    def tokens(self, z, index):
        """The map of one scale as the decoder receives it: [B, s*s, D]."""
        side = self.scales[index]
        convs = str(index) in self.down
        if not convs or self.grid % side != 0:
            z = F.adaptive_avg_pool2d(z, side)
        if convs:
            z = self.down[str(index)](z)
        z = z.flatten(2).transpose(1, 2)
        return z if self.post is None else self.post(z)

    def decode(self, z, levels=None):
        """One image per scale, coarse to fine: [B, 3, patch*s, patch*s]."""
        count = len(self.scales) if levels is None else levels
        outputs = self.dec([self.tokens(z, i) for i in range(count)])
        return [self.pixels(x, self.scales[i]) for i, x in enumerate(outputs)]

    def pixels(self, x, side):
        p = self.patch
        x = self.to_pixels(x).view(-1, side, side, p, p, 3)  # [B, s, s, p_row, p_col, 3]
        return x.permute(0, 5, 1, 3, 2, 4).reshape(-1, 3, side * p, side * p)


def load(folder, dtype=torch.float32):
    """Opens a model folder; every tensor must be there, and no other."""
    from safetensors.torch import load_file

    folder = pathlib.Path(folder)
    options = json.loads((folder / "config.json").read_text())["options"]
    model = HieraTok(options)
    model.load_state_dict(load_file(folder / "model.safetensors"), strict=True)
    return model.to(dtype).eval()


F16D16 = {
    "image_size": 256, "patch_size": 16, "latent_channels": 16, "scales": [1, 2, 4, 8, 16],
    "downsample": "conv", "conv_width": "wide", "finest": "conv", "attention": "scale_causal",
    "encoder": {"layers": 6, "width": 768, "heads": 12, "mlp_ratio": 4},
    "decoder": {"layers": 24, "width": 1024, "heads": 16, "mlp_ratio": 4},
}  # fmt: skip

COUNTS = [
    ("single scale", {"scales": [16]}, 346_456_096),
    ("interpolate", {"downsample": "interpolate"}, 346_461_216),
    ("conv wide", {}, 404_490_272),
    ("conv wide, finest by projection", {"finest": "projection"}, 393_999_392),
    ("conv narrow", {"conv_width": "narrow"}, 346_489_056),
]


def main():
    wrong = 0
    for name, change, expected in COUNTS:
        with torch.device("meta"):
            model = HieraTok({**F16D16, **change})
        count = sum(p.numel() for p in model.parameters())
        wrong += count != expected
        print(f"{name:34} {count:>13,} {'as expected' if count == expected else f'expected {expected:,}'}")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
