# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo's scripts share: the list of photographs and how one is read."""
import hashlib
import json
import pathlib

from PIL import Image, ImageOps

MANIFEST = pathlib.Path(__file__).with_name("photos.json")
# Some wallpapers are larger than Pillow's warning limit; all are listed by hash.
Image.MAX_IMAGE_PIXELS = None


def manifest_sha256():
    """Returns the hash that ties a data set to the list it was made from."""
    return hashlib.sha256(MANIFEST.read_bytes()).hexdigest()


def load_manifest():
    """Returns (photographs, cut_outs), each a list of entries with package, path and sha256."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    cut_outs = manifest["cut_outs"]
    shared = {key: cut_outs[key] for key in ("package", "licence", "author", "held_out")}
    listed = [dict(shared, path=cut_outs["root"] + path, sha256=digest)
              for path, digest in cut_outs["files"].items()]
    return manifest["photographs"], listed


def file_of(entry, work):
    """Returns where fetch_photos has put the entry, after comparing its hash."""
    path = pathlib.Path(work) / entry["package"] / entry["path"]
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != entry["sha256"]:
        raise SystemExit(f"'{path}': sha256 is {found}, photos.json says {entry['sha256']}")
    return path


def read_photograph(entry, work):
    """Returns the picture as upright RGB."""
    with Image.open(file_of(entry, work)) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def read_cut_out(entry, work):
    """Returns the picture as RGBA, cut to what its alpha shows."""
    with Image.open(file_of(entry, work)) as image:
        rgba = image.convert("RGBA")
    return rgba.crop(rgba.getchannel("A").getbbox())
