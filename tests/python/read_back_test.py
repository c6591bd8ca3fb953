#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""TensorBoard's own Python reader reads what our trainer writes."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
READER = CACHE / "hierascope" / "python-1"
if not READER.is_dir():
    sys.exit(f"TensorBoard's reader is not in {READER}: run packaging/setup --tests.")
sys.path.insert(0, str(READER))

from tensorboard.backend.event_processing import event_accumulator  # noqa: E402

DRIVER = sys.argv.pop(1)


class ReadBack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.run_folder = pathlib.Path(cls.folder.name) / "run"
        # Steps 1 and 2; then two starts that go on from step 2 and tell of step 3.
        for act in ("make", "save", "save"):
            subprocess.run([DRIVER, act, cls.run_folder], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def read(self):
        reader = event_accumulator.EventAccumulator(
            str(self.run_folder), size_guidance={"scalars": 0, "images": 0, "tensors": 0})
        reader.Reload()
        return reader

    def test_every_step_stands_there_once(self):
        scalars = self.read().Scalars("loss")
        self.assertEqual([point.step for point in scalars], [1, 2, 3])
        self.assertEqual([point.value for point in scalars], [1.0, 1.0, 1.0])

    def test_pictures_are_read(self):
        (image,) = self.read().Images("samples/00")
        self.assertEqual((image.step, image.width, image.height), (3, 8, 8))
        self.assertEqual(image.encoded_image_string,
                         (self.run_folder / "samples/step-3/00.png").read_bytes())

    def test_the_config_is_a_text(self):
        reader = self.read()
        (text,) = reader.Tensors("config")
        plugin = reader.SummaryMetadata("config").plugin_data.plugin_name
        self.assertEqual(plugin, "text")
        self.assertIn(b'"format": 1', text.tensor_proto.string_val[0])

    def test_a_last_record_that_is_cut_off_is_left_out(self):
        newest = max(self.run_folder.glob("events.out.tfevents.*"))
        whole = newest.read_bytes()
        try:
            newest.write_bytes(whole[:-3])
            self.assertEqual([point.step for point in self.read().Scalars("loss")], [1, 2, 3])
        finally:
            newest.write_bytes(whole)


if __name__ == "__main__":
    unittest.main()
