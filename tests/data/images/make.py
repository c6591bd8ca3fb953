#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the pictures of this folder and, as NAME.expected.ppm, what Pillow reads from them.

Made with Pillow 13.0.0 and numpy. resize/ holds Pillow's results for one source picture.
Usage: python3 make.py (in this folder).
"""

import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

HERE = pathlib.Path(__file__).parent
FILTERS = {
    "box": Image.Resampling.BOX,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
}


def picture(width, height, seed=0):
    """Slopes, a hard edge and some noise, so that every filter and transform shows."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [255 * x / width, 255 * y / height, 127 + 120 * np.sin((x + 2 * y) / 5)]
    pixels = np.stack(planes, -1)
    pixels[(x - width / 3) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2] = (250, 20, 30)
    pixels += np.random.default_rng(seed).normal(0, 12, pixels.shape)
    return Image.fromarray(np.clip(pixels.round(), 0, 255).astype(np.uint8))


def save(name, image, expected=None, **options):
    image.save(HERE / name, **options)
    expect(name, expected)


def expect(name, expected=None):
    if expected is None:
        expected = ImageOps.exif_transpose(Image.open(HERE / name)).convert("RGB")
    expected.save(HERE / (name + ".expected.ppm"))


def over(image, colour):
    """The picture laid over a background colour, exactly rounded."""
    rgba = np.asarray(image.convert("RGBA")).astype(int)
    alpha = rgba[..., 3:]
    mixed = (rgba[..., :3] * alpha + np.array(colour) * (255 - alpha) + 127) // 255
    return Image.fromarray(mixed.astype(np.uint8))


def png_chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def write_png(name, width, height, depth, colour, rows, extra=b""):
    """A PNG of any bit depth, which Pillow cannot write itself; `rows` are unfiltered bytes."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    (HERE / name).write_bytes(
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + extra + png_chunk(b"IDAT", body)
        + png_chunk(b"IEND", b""))


def eight_bit(values, maximum):
    return (values.astype(np.int64) * 255 * 2 + maximum) // (2 * maximum)


def rgb_image(values):
    values = np.asarray(values).astype(np.uint8)
    if values.ndim == 2:
        values = np.stack([values] * 3, -1)
    return Image.fromarray(values)


def make_jpegs():
    source = picture(37, 27)
    for name, subsampling in (("444", 0), ("422", 1), ("420", 2)):
        save(f"rgb-{name}.jpg", source, quality=80, subsampling=subsampling)
    save("progressive.jpg", source, quality=75, progressive=True)
    save("grey.jpg", source.convert("L"), quality=80)
    cmyk = Image.merge("CMYK", [*source.split(), picture(37, 27, 1).split()[0]])
    save("cmyk.jpg", cmyk, quality=85)
    data = (HERE / "cmyk.jpg").read_bytes()
    at = data.index(b"\xff\xee")
    length = struct.unpack(">H", data[at + 2:at + 4])[0]
    (HERE / "cmyk-no-adobe.jpg").write_bytes(data[:at] + data[at + 2 + length:])
    expect("cmyk-no-adobe.jpg")


def make_oriented():
    source = picture(24, 16, 2)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        save(f"orientation-{orientation}.jpg", source, quality=80, exif=exif)
    exif = Image.Exif()
    exif[0x0112] = 6
    save("orientation-6.png", source, exif=exif)
    save("orientation-8.webp", source, lossless=True, exif=exif_of(8))


def exif_of(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def make_pngs():
    source = picture(29, 21, 3)
    alpha = source.split()[2]
    save("rgb.png", source)
    save("grey.png", source.convert("L"))
    save("grey-1bit.png", source.convert("1"))
    save("palette.png", source.quantize(12))
    rgba = source.copy()
    rgba.putalpha(alpha)
    save("rgba.png", rgba, over(rgba, (255, 255, 255)))
    over(rgba, (10, 200, 60)).save(HERE / "rgba.png.over-green.ppm")
    save("grey-alpha.png", rgba.convert("LA"), over(rgba.convert("LA"), (255, 255, 255)))
    paletted = source.quantize(5)
    save("palette-trns.png", paletted, transparency=bytes([0, 90, 255]))
    expect("palette-trns.png", over(Image.open(HERE / "palette-trns.png"), (255, 255, 255)))

    rng = np.random.default_rng(4)
    values = rng.integers(0, 65536, (9, 13, 3))
    write_png("rgb-16bit.png", 13, 9, 16, 2, [row.astype(">u2").tobytes() for row in values])
    expect("rgb-16bit.png", rgb_image(eight_bit(values, 65535)))
    values = values[..., 0]
    write_png("grey-16bit.png", 13, 9, 16, 0, [row.astype(">u2").tobytes() for row in values])
    expect("grey-16bit.png", rgb_image(eight_bit(values, 65535)))
    values = values >> 14
    packed = [np.packbits(np.unpackbits(row.astype(np.uint8)[:, None], axis=1)[:, 6:]).tobytes()
              for row in values]
    write_png("grey-2bit-trns.png", 13, 9, 2, 0, packed, png_chunk(b"tRNS", b"\0\2"))
    expect("grey-2bit-trns.png", rgb_image(np.where(values == 2, 255, values * 85)))


def make_interlaced_png():
    """Adam7 by hand, with alpha, since Pillow writes no interlaced PNG."""
    rgba = picture(19, 14, 5)
    rgba.putalpha(picture(19, 14, 6).split()[0])
    pixels = np.asarray(rgba)
    passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2),
              (1, 0, 2, 1)]
    body = b"".join(b"\0" + row.tobytes() for top, left, down, right in passes
                    for row in pixels[top::down, left::right] if row.size)
    head = struct.pack(">IIBBBBB", 19, 14, 8, 6, 0, 0, 1)
    (HERE / "interlaced.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(body))
        + png_chunk(b"IEND", b""))
    expect("interlaced.png", over(Image.open(HERE / "interlaced.png"), (255, 255, 255)))


def make_webps():
    source = picture(29, 21, 7)
    save("lossless.webp", source, lossless=True)
    save("lossy.webp", source, quality=70)
    rgba = source.copy()
    rgba.putalpha(source.split()[0])
    save("alpha.webp", rgba, over(rgba, (255, 255, 255)), lossless=True, exact=True)


def make_ppms():
    rng = np.random.default_rng(8)
    for kind, shape, maximum in (("p2", (7, 5), 255), ("p3", (7, 5, 3), 31), ("p5", (7, 5), 255),
                                 ("p6", (7, 5, 3), 255), ("p5-16bit", (7, 5), 65535),
                                 ("p6-16bit", (7, 5, 3), 1000)):
        values = rng.integers(0, maximum + 1, shape)
        head = f"{kind[:2].upper()}\n# a comment\n5 7 # another\n{maximum}\n".encode()
        if kind in ("p2", "p3"):
            body = " ".join(map(str, values.ravel())).encode() + b"\n"
        else:
            body = values.astype(">u2" if maximum > 255 else "u1").tobytes()
        name = kind + (".ppm" if len(shape) == 3 else ".pgm")
        (HERE / name).write_bytes(head + body)
        expect(name, rgb_image(eight_bit(values, maximum)))


def make_resized():
    folder = HERE / "resize"
    folder.mkdir(exist_ok=True)
    source = picture(48, 37, 9)
    source.save(folder / "source.ppm")
    for name, kind in FILTERS.items():
        for width, height in ((17, 11), (63, 50), (7, 60), (48, 20), (40, 12), (1, 1)):
            source.resize((width, height), kind).save(folder / f"{name}-{width}x{height}.ppm")
        red = Image.fromarray((np.asarray(source)[..., 0] / 255).astype(np.float32))
        for width, height in ((17, 11), (30, 50), (40, 12)):
            plane = np.asarray(red.resize((width, height), kind)).astype("<f4")
            (folder / f"{name}-{width}x{height}.f32").write_bytes(plane.tobytes())
    for name, tall in (("wide", False), ("tall", True)):
        image = source.transpose(Image.Transpose.ROTATE_90) if tall else source
        # torchvision's Resize(16) and CenterCrop(16)
        longer = int(16 * 48 / 37)
        image = image.resize((16, longer) if tall else (longer, 16), Image.Resampling.BICUBIC)
        left, top = int(round((image.width - 16) / 2)), int(round((image.height - 16) / 2))
        image.crop((left, top, left + 16, top + 16)).save(folder / f"fit-16-{name}.ppm")
    # columns before rows: 37 to 22 shrinks by more than twice as many pixels as 10 to 6
    narrow = source.crop((19, 0, 29, 37)).resize((6, 22), Image.Resampling.BICUBIC)
    narrow.crop((0, 8, 6, 14)).save(folder / "fit-6-narrow.ppm")


if __name__ == "__main__":
    make_jpegs()
    make_oriented()
    make_pngs()
    make_interlaced_png()
    make_webps()
    make_ppms()
    make_resized()
