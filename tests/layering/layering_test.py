# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the repository against rules.py, and rules.py against small trees that break each rule."""

import pathlib
import sys
import tempfile
import unittest

import rules

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPDX = ("// SPDX-FileCopyrightText: The Hierascope authors\n"
        "// SPDX-License-Identifier: GPL-3.0-or-later\n")


class PlantedViolations(unittest.TestCase):
    """Each test writes one file into an empty tree and names the complaint that must come."""

    def complaints(self, path, text, spdx=SPDX):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True)
            file.write_text(spdx + text)
            (file.parent / "README.md").write_text("# room\n")
            return rules.violations(folder)

    def assert_refused(self, path, text, words):
        found = self.complaints(path, text)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])
        self.assertTrue(found[0].startswith(path), found[0])

    def assert_allowed(self, path, text):
        self.assertEqual(self.complaints(path, text), [])

    def test_a_room_uses_only_the_rooms_of_the_table(self):
        self.assert_refused("core/io/a.cpp", '#include "core/models/vit.h"\n', "not open to core/io")
        self.assert_refused("core/models/a.h", '#include "core/io/image.h"\n', "not open to")
        self.assert_refused("widgets/pyramid/a.cpp", '#include "core/models/vit.h"\n', "not open to")
        self.assert_refused("app/hierascope/main.cpp", '#include "core/training/loop.h"\n', "not open")
        self.assert_refused("app/hierascope_cli/main.cpp", '#include "core/io/image.h"\n', "not open")
        self.assert_refused("core/base/a.h", '#include "core/runs/run.h"\n', "not open to core/base")
        self.assert_allowed("core/io/a.cpp", '#include "core/tensor/shape.h"\n')
        self.assert_allowed("core/runs/a.h", '#include "core/base/result.h"\n')
        self.assert_allowed("widgets/pyramid/a.cpp", '#include "core/runtime/tokenizer.h"\n')
        self.assert_allowed("app/hierascope/main.cpp", '#include "widgets/shell/window.h"\n')

    def test_core_never_uses_widgets(self):
        self.assert_refused("core/runtime/a.cpp", '#include "widgets/shell/window.h"\n', "not open")

    def test_includes_are_given_from_the_root_and_name_rooms(self):
        self.assert_refused("core/io/a.cpp", '#include "image.h"\n', "repository's root")
        self.assert_refused("core/io/a.cpp", '#include "core/utils/a.h"\n', "no room")
        self.assert_refused("core/utils/a.cpp", "int a;\n", "no room of the table")

    def test_headers_of_runtime_show_plain_values_only(self):
        self.assert_refused("core/runtime/a.h", '#include "core/models/vit.h"\n', "front end")
        self.assert_refused("core/runtime/a.h", "#include <ATen/core/Tensor.h>\n", "header of runtime")
        self.assert_allowed("core/runtime/a.h", '#include "core/runs/run.h"\n')
        self.assert_allowed("core/runtime/a.cpp", "#include <ATen/core/Tensor.h>\n")

    def test_what_is_inside_of_runtime_stays_there(self):
        self.assert_allowed("core/runtime/inside/a.h", '#include "core/models/vit.h"\n')
        self.assert_allowed("core/runtime/a.cpp", '#include "core/runtime/inside/a.h"\n')
        self.assert_refused("widgets/pyramid/a.cpp", '#include "core/runtime/inside/a.h"\n', "alone")
        self.assert_refused("core/runtime/a.h", '#include "core/runtime/inside/a.h"\n', "alone")

    def test_torch_stays_in_its_rooms(self):
        for include in ("torch/nn.h", "ATen/ATen.h", "c10/util/Exception.h"):
            for path in ("core/base/a.h", "core/runs/a.cpp", "core/analysis/a.cpp",
                         "widgets/pyramid/a.cpp", "app/hierascope_cli/main.cpp"):
                self.assert_refused(path, f"#include <{include}>\n", "brings Torch")

    def test_qt_stays_out_of_core_and_the_command_line(self):
        for path in ("core/base/a.cpp", "app/hierascope_cli/main.cpp"):
            self.assert_refused(path, "#include <QString>\n", "brings Qt")
            self.assert_refused(path, "#include <QtCore/qglobal.h>\n", "brings Qt")
        self.assert_allowed("widgets/common/a.h", "#include <QWidget>\n")

    def test_vtk_stays_in_the_latent_room(self):
        self.assert_refused("widgets/pyramid/a.cpp", "#include <vtkActor.h>\n", "brings VTK")
        self.assert_allowed("widgets/latents/a.cpp", "#include <vtkActor.h>\n")

    def test_the_window_never_waits(self):
        for line in ("f.waitForFinished();", "thread->wait();", "thread.wait(5);",
                     "QCoreApplication::processEvents();", "pool->waitForDone();"):
            self.assert_refused("widgets/tasks/a.cpp", f"    {line}\n", "waits on the GUI thread")
            self.assert_refused("app/hierascope/main.cpp", f"    {line}\n", "waits on the GUI thread")
            self.assert_allowed("core/training/a.cpp", f"    {line}\n")
        self.assert_allowed("widgets/tasks/a.cpp", "// never call waitForFinished here\n")

    def test_one_marked_wait_at_shutdown_is_allowed(self):
        line = f"    m_pool.waitForDone();  {rules.SHUTDOWN_MARK}\n"
        self.assert_allowed("widgets/tasks/a.cpp", line + line)
        self.assert_refused("widgets/tasks/a.cpp", line + "\n" + line, "a second place")

    def test_links_follow_the_table(self):
        for text, words in (
                ("PUBLIC Hierascope::models", "not open"),
                ("PRIVATE Hierascope::runtime", "not open"),
                ("PRIVATE Qt6::Core", "links Qt")):
            self.assert_refused("core/io/CMakeLists.txt",
                                f"hierascope_add_library(io SOURCES a.cpp\n    {text})\n", words)
        self.assert_refused("core/runs/CMakeLists.txt",
                            "hierascope_add_library(runs SOURCES a.cpp PUBLIC LibTorch::c10)\n",
                            "links Torch")
        self.assert_refused("app/hierascope/CMakeLists.txt",
                            "target_link_libraries(hierascope PRIVATE Hierascope::training)\n",
                            "not open")
        self.assert_allowed("core/io/CMakeLists.txt",
                            "hierascope_add_library(io SOURCES a.cpp PUBLIC Hierascope::tensor\n"
                            "    PRIVATE JPEG::JPEG LibTorch::torch)  # not Hierascope::models\n")

    def test_runtime_links_torch_privately(self):
        call = "hierascope_add_library(runtime SOURCES a.cpp PUBLIC {} PRIVATE {})\n"
        self.assert_refused("core/runtime/CMakeLists.txt",
                            call.format("Hierascope::base LibTorch::torch", "Hierascope::io"),
                            "must be PRIVATE")
        self.assert_refused("core/runtime/CMakeLists.txt",
                            call.format("Hierascope::models", "Hierascope::io"), "must be PRIVATE")
        self.assert_allowed("core/runtime/CMakeLists.txt",
                            call.format("Hierascope::runs", "Hierascope::io LibTorch::torch"))

    def test_files_stay_short(self):
        self.assert_refused("core/io/a.cpp", "int a;\n" * 399, "401 lines")
        self.assert_allowed("core/io/a.cpp", "int a;\n" * 398)
        self.assert_refused("tests/core/io/a_test.cpp", "int a;\n" * 599, "601 lines")
        self.assert_allowed("tests/core/io/a_test.cpp", "int a;\n" * 598)

    def test_every_source_names_its_licence(self):
        found = self.complaints("core/io/a.cpp", "int a;\n", spdx="")
        self.assertEqual(found, ["core/io/a.cpp: lacks the two SPDX lines at its top"])

    def test_every_room_has_a_short_readme(self):
        with tempfile.TemporaryDirectory() as folder:
            room = pathlib.Path(folder, "core/io")
            room.mkdir(parents=True)
            (room / "a.cpp").write_text(SPDX)
            self.assertEqual(rules.violations(folder), ["core/io: has no README.md"])
            (room / "README.md").write_text("line\n" * 11)
            self.assertEqual(rules.violations(folder),
                             ["core/io/README.md: has 11 lines, 10 is the limit"])


class Repository(unittest.TestCase):
    def test_the_repository_keeps_the_rules(self):
        self.assertTrue((ROOT / "core/base/result.h").is_file(), f"{ROOT} is not the repository")
        found = rules.violations(ROOT)
        self.assertFalse(found, "\n" + "\n".join(found))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
