# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: complete, with the same placeholders, and of the texts that the sources have."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "translations").glob("hierascope_*.ts"))
LUPDATE = sys.argv.pop() if len(sys.argv) > 1 else shutil.which("lupdate") or ""


def messages(path):
    """(context, source) of each text, with its translation element."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name"), message.findtext("source")), message.find("translation")


def placeholders(text):
    return sorted(re.findall(r"%\d", text or ""))


class Translations(unittest.TestCase):
    def test_there_are_some(self):
        self.assertGreaterEqual(len(FILES), 2)

    def test_none_is_unfinished_or_empty(self):
        for path in FILES:
            for (context, source), translation in messages(path):
                with self.subTest(file=path.name, context=context, source=source):
                    self.assertIsNone(translation.get("type"))
                    self.assertTrue((translation.text or "").strip() or not source.strip())

    def test_placeholders_are_kept(self):
        for path in FILES:
            for (context, source), translation in messages(path):
                with self.subTest(file=path.name, context=context, source=source):
                    self.assertEqual(placeholders(source), placeholders(translation.text))

    def test_they_are_of_the_texts_that_the_sources_have(self):
        self.assertTrue(LUPDATE, "lupdate comes with the package qt6-l10n-tools")
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / "fresh.ts"
            subprocess.run([LUPDATE, "-silent", "-locations", "none", "-source-language", "en",
                            "-I", str(ROOT), str(ROOT / "widgets"), str(ROOT / "app/hierascope"),
                            "-ts", str(fresh)], check=True, capture_output=True)
            wanted = {key for key, _ in messages(fresh)}
        for path in FILES:
            found = {key for key, _ in messages(path)}
            self.assertEqual(sorted(wanted - found), [], f"{path.name} lacks these: build ts")
            self.assertEqual(sorted(found - wanted), [], f"{path.name} has these of old")


if __name__ == "__main__":
    unittest.main()
