# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the Frechet distance's statistics beside pytorch-fid's own lines.

    cmake --build --preset ci --target hierascope_bench_frechet
    python3 -m venv bench && bench/bin/pip install numpy scipy
    bench/bin/python tests/bench/bench_frechet.py --images 10000 --threads 2 --pairs 3

Features are what an Inception gives: non-negative, correlated, 2048 wide. The peer's side is mean and
np.cov of each set and calculate_frechet_distance of pytorch-fid 0.3.0 (numpy, scipy.linalg.sqrtm); ours
the same from the same files, timed inside the process. Sides take turns; the values must agree to 1e-6.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def features(count, width, seed, shift):
    import numpy as np

    rng = np.random.default_rng(seed)
    mixing = np.random.default_rng(7).normal(size=(width, width)).astype(np.float32) / width**0.5
    return np.maximum(rng.normal(size=(count, width)).astype(np.float32) @ mixing + np.float32(shift), 0)


def frechet_distance(mu1, sigma1, mu2, sigma2, eps=1e-6):
    """pytorch-fid 0.3.0, fid_score.py."""
    import numpy as np
    from scipy import linalg

    diff = mu1 - mu2
    covmean = linalg.sqrtm(sigma1.dot(sigma2))
    if not np.isfinite(covmean).all():
        offset = np.eye(sigma1.shape[0]) * eps
        covmean = linalg.sqrtm((sigma1 + offset).dot(sigma2 + offset))
    if np.iscomplexobj(covmean):
        if not np.allclose(np.diagonal(covmean).imag, 0, atol=1e-3):
            raise ValueError(f"Imaginary component {np.max(np.abs(covmean.imag))}")
        covmean = covmean.real
    return diff.dot(diff) + np.trace(sigma1) + np.trace(sigma2) - 2 * np.trace(covmean)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=10000)
    parser.add_argument("--width", type=int, default=2048)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--program", default=ROOT / "build/ci/tests/bench/hierascope_bench_frechet")
    args = parser.parse_args()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(args.threads)
    import numpy as np
    import scipy

    print(f"numpy {np.__version__}, scipy {scipy.__version__}, {args.threads} threads, "
          f"{args.images} x {args.width} against {args.images} x {args.width}")
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / name for name in ("a.npy", "b.npy")]
        tables = [features(args.images, args.width, 1, 0.1), features(args.images, args.width, 2, 0.15)]
        for file, table in zip(files, tables):
            np.save(file, table)
        for _ in range(args.pairs):
            command = [str(args.program), *map(str, files), str(args.threads)]
            environment = {**os.environ, "OMP_WAIT_POLICY": "passive"}
            output = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
            ours = [float(word) for word in output.split()]
            start = time.perf_counter()
            moments = [(np.mean(table, axis=0), np.cov(table, rowvar=False)) for table in tables]
            gathered = time.perf_counter() - start
            value = frechet_distance(*moments[0], *moments[1])
            theirs = (gathered, time.perf_counter() - start - gathered, value)
            relative = abs(ours[2] - value) / value
            ratios.append(sum(theirs[:2]) / sum(ours[:2]))
            print(f"ours {ours[0]:.2f} + {ours[1]:.2f} s, pytorch-fid {theirs[0]:.2f} + {theirs[1]:.2f} s: "
                  f"{ratios[-1]:.1f}x (distance alone {theirs[1] / ours[1]:.1f}x); "
                  f"{ours[2]:.6f} and {value:.6f}, {relative:.1e} apart", flush=True)
            if relative > 1e-6:
                raise SystemExit("The distances differ.")
    print(f"median {statistics.median(ratios):.1f}x, worst {min(ratios):.1f}x")


main()
