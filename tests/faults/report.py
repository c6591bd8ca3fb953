# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was tried, and what was lost."""

import sys


def say(sentence):
    print(sentence, flush=True)


class Report:
    def __init__(self):
        self.rows = {}  # what -> [tried, lost]
        self.notes = []
        self.failures = []

    def add(self, what, wrong, where=""):
        row = self.rows.setdefault(what, [0, 0])
        row[0] += 1
        if wrong:
            row[1] += 1
            self.failures.append(f"{what}, {where}: {wrong}")
            print("LOST " + self.failures[-1], file=sys.stderr, flush=True)

    def note(self, sentence):
        self.notes.append(sentence)
        say(sentence)

    def show(self, seconds):
        say("")
        say("| what was done | times | lost |")
        say("| --- | --- | --- |")
        for what, (tried, lost) in self.rows.items():
            say(f"| {what} | {tried} | {lost} |")
        say("")
        kills = sum(tried for what, (tried, _) in self.rows.items() if what.startswith("kill"))
        say(f"{kills} kills, {sum(tried for tried, _ in self.rows.values())} faults in all, "
            f"{len(self.failures)} lost, in {seconds:.0f} seconds.")
