#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a generator of Fashion-MNIST against real pictures, and draws a page of its samples.

    generation_floor.py CLI resources/demo/har-fashion --page PAGE.png --json FIGURES.json [-- ARGS]

CLI is hierascope_cli; ARGS go to its command generate. Needs the Debian package dataset-fashion-mnist,
and Pillow and numpy (README.md). What is measured:

- Features: pixels and histograms of gradients (7 x 7 cells, 8 directions), each column standardised on
  the real training pictures, then their first 200 principal components.
- Classifier: ridge regression of one-hot classes on 3,000 random cosines of the features, fitted to all
  60,000 training pictures; its accuracy on the 10,000 test pictures is printed.
- Share of samples to which it gives the class that was asked for.
- Mean distance of two samples of a class, over that of two test pictures of the class.
- Distance to the nearest training picture, of samples and of test pictures.
"""

import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

DATA = pathlib.Path("/usr/share/datasets/fashion-mnist")
CLASSES = 10
BORDER = 2
SIDE = 28
CELL = 4
DIRECTIONS = 8
COMPONENTS = 200
COSINES = 3000
WIDTH = 14.0  # of the cosines' kernel, near the median distance of two pictures' features
RIDGE = 1e-2


def read_idx(name, offset):
    return np.frombuffer(gzip.decompress((DATA / name).read_bytes()), np.uint8, offset=offset)


def real(split):
    pictures = read_idx(f"{split}-images-idx3-ubyte.gz", 16).reshape(-1, SIDE, SIDE)
    return pictures.astype(np.float32) / 255, read_idx(f"{split}-labels-idx1-ubyte.gz", 8)


def described(pictures):
    """Pixels and histograms of gradients: [N, 784 + 392]."""
    gradient_y, gradient_x = np.gradient(pictures, axis=(1, 2))
    size = np.hypot(gradient_x, gradient_y)
    angle = np.arctan2(gradient_y, gradient_x) / (2 * np.pi) * DIRECTIONS % DIRECTIONS
    cells = []
    for direction in range(DIRECTIONS):
        distance = np.abs((angle - direction + DIRECTIONS / 2) % DIRECTIONS - DIRECTIONS / 2)
        part = size * np.clip(1 - distance, 0, None)
        cells.append(part.reshape(-1, SIDE // CELL, CELL, SIDE // CELL, CELL).sum((2, 4)))
    count = len(pictures)
    return np.hstack([pictures.reshape(count, -1), np.sqrt(np.stack(cells, -1)).reshape(count, -1)])


class Features:
    """Standardised descriptions on the training pictures' principal components."""

    def __init__(self, pictures):
        rows = np.vstack([described(part) for part in np.array_split(pictures, 20)])
        self.mean, self.deviation = rows.mean(0), rows.std(0) + 0.05
        rows = (rows - self.mean) / self.deviation
        values, vectors = np.linalg.eigh(rows.T @ rows / len(rows))
        self.axes = vectors[:, np.argsort(-values)[:COMPONENTS]].astype(np.float32)
        self.scale = np.float32(1 / np.sqrt(rows.shape[1]) * 10)

    def __call__(self, pictures):
        parts = [(described(part) - self.mean) / self.deviation @ self.axes
                 for part in np.array_split(pictures, max(1, len(pictures) // 3000))]
        return (np.vstack(parts) * self.scale).astype(np.float32)


class Classifier:
    """Ridge regression on random cosines (Rahimi and Recht, 2007)."""

    def __init__(self, rows, labels):
        random = np.random.default_rng(0)
        self.directions = (random.standard_normal((rows.shape[1], COSINES)) / WIDTH).astype(np.float32)
        self.phases = random.uniform(0, 2 * np.pi, COSINES).astype(np.float32)
        gram, target = np.zeros((COSINES, COSINES)), np.zeros((COSINES, CLASSES))
        for part, classes in zip(np.array_split(rows, 20), np.array_split(labels, 20)):
            cosines = self.cosines(part)
            gram += cosines.T @ cosines
            target += cosines.T @ np.eye(CLASSES, dtype=np.float32)[classes]
        gram += RIDGE * len(rows) / COSINES * np.eye(COSINES)
        self.weights = np.linalg.solve(gram, target).astype(np.float32)

    def cosines(self, rows):
        return np.cos(rows @ self.directions + self.phases)

    def __call__(self, rows):
        return (self.cosines(rows) @ self.weights).argmax(1)


def distances(a, b):
    square = (a * a).sum(1)[:, None] + (b * b).sum(1) - 2 * a @ b.T
    return np.sqrt(np.clip(square, 0, None))


def spread(rows, labels):
    """Mean distance of two pictures of one class, for each class."""
    means = []
    for number in range(CLASSES):
        table = distances(*(2 * [rows[labels == number]]))
        means.append(table.sum() / (len(table) * (len(table) - 1)))
    return np.array(means)


def generated(arguments, folder):
    """Samples as [N, 32, 32, 3] uint8 with the classes that were asked for."""
    pictures, labels = [], []
    for number in range(CLASSES):
        subprocess.run([arguments.cli, "generate", arguments.model, "--class", str(number), "--count",
                        str(arguments.each), "--seed", str(1000 * number), "--quiet", "--out",
                        folder / f"{number}.png", *arguments.rest], check=True,
                       stdout=subprocess.DEVNULL)
        files = sorted(folder.glob(f"{number}-seed-*.png"), key=lambda file: int(file.stem.split("-")[-1]))
        pictures += [np.asarray(Image.open(file).convert("RGB")) for file in files]
        labels += [number] * len(files)
    return np.stack(pictures), np.array(labels)


def write_page(file, pictures, labels):
    """Ten samples of every class, a class to a row."""
    rows = [np.hstack(pictures[labels == number][:10]) for number in range(CLASSES)]
    Image.fromarray(np.vstack(rows)).save(file, optimize=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--each", type=int, default=100, help="samples of each class")
    parser.add_argument("--page", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    given = sys.argv[1:]
    end = given.index("--") if "--" in given else len(given)
    arguments = parser.parse_args(given[:end])
    arguments.rest = given[end + 1:]

    with tempfile.TemporaryDirectory() as folder:
        samples, asked = generated(arguments, pathlib.Path(folder))
    if arguments.page:
        write_page(arguments.page, samples, asked)
    inner = slice(BORDER, BORDER + SIDE)
    grey = samples[:, inner, inner].astype(np.float32).mean(3) / 255

    train, train_labels = real("train")
    test, test_labels = real("t10k")
    features = Features(train)
    train_rows, test_rows, sample_rows = features(train), features(test), features(grey)
    classify = Classifier(train_rows, train_labels)
    found = classify(sample_rows)
    chosen = np.concatenate([np.flatnonzero(test_labels == c)[:arguments.each] for c in range(CLASSES)])
    ratio = spread(sample_rows, asked) / spread(test_rows[chosen], test_labels[chosen])
    nearest = {name: distances(rows, train_rows).min(1)
               for name, rows in (("samples", sample_rows), ("test", test_rows[chosen]))}
    figures = {
        "samples": len(samples),
        "arguments": arguments.rest,
        "classifier_accuracy_on_test": (classify(test_rows) == test_labels).mean(),
        "asked_class": (found == asked).mean(),
        "asked_class_of_each": [(found[asked == c] == c).mean() for c in range(CLASSES)],
        "spread_ratio": ratio.mean(),
        "spread_ratio_of_each": list(ratio),
        "nearest_training_picture": {
            name: dict(zip(("minimum", "tenth", "median"), np.quantile(values, [0, 0.1, 0.5])))
            for name, values in nearest.items()},
    }
    text = json.dumps(figures, indent=2, default=lambda value: round(float(value), 4))
    text = json.dumps(json.loads(text, parse_float=lambda value: round(float(value), 4)), indent=2)
    print(text)
    if arguments.json:
        arguments.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
