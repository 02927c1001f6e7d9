# SPDX-License-Identifier: MIT
"""Numbers of the corpus with a label, as the scripts of this folder count them.

right: a number that the truth of an honest plan calls consistent or rounded, and the stated number of a right text.
wrong: the number that was planted in a plan (one at a time), and the stated number of a wrong text.
"""
import collections
import csv
import glob
import os
import re
import subprocess
import tempfile

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOOKED_AT = ("plans/chat", "plans/mixed", "plans/pasted", "plans/prose", "cases", "probe")
HELD_BACK = ("plans/report", "plans/rfc")
DERIVED = ("arithmetic", "convention")

Labelled = collections.namedtuple("Labelled", "folder is_wrong number")  # number: a row of the ledger


def rows(text):
    return list(csv.DictReader(text.split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in rows(file.read().replace("\r\n", "\n")) if any(row.values())]


def digits(text):
    found = re.findall(r"\d[\d,\u202f\u00a0]*(?:\.\d+)?", text or "")
    return {re.sub("[,\u202f\u00a0]", "", number).rstrip(".") for number in found}


def ledger(program, paths):
    """Rows of the ledger by path."""
    out = collections.defaultdict(list)
    for start in range(0, len(paths), 200):
        done = subprocess.run([program, *paths[start:start + 200]], capture_output=True, check=True)
        for row in rows(done.stdout.decode("utf-8", "replace")):
            if row["path"]: out[row["path"]].append(row)
    return out


class Reader:
    """Collects documents, asks the ledger once, then labels numbers."""

    def __init__(self, program, scratch):
        self.program = program
        self.scratch = scratch
        self.wanted = []  # folder, is_wrong, path, picks

    def write(self, name, text):
        path = os.path.join(self.scratch, f"{len(self.wanted):05}-{name}")
        with open(path, "w", encoding="utf-8", newline="") as file: file.write(text)
        return path

    def want(self, folder, is_wrong, path, picks):
        """`picks`: from all numbers of the document, those that the label is about."""
        self.wanted.append((folder, is_wrong, path, picks))

    def labelled(self):
        read = ledger(self.program, sorted({path for _, _, path, _ in self.wanted}))
        return [Labelled(folder, is_wrong, number) for folder, is_wrong, path, picks in self.wanted
                for number in picks(read[path])]


def picks_of_truth(truth):
    """Each row takes one number of its line that states it."""
    def picks(numbers):
        by_line = collections.defaultdict(list)
        for number in numbers: by_line[number["line"]].append(number)
        out = []
        for row in truth:
            wanted = digits(row["stated"])
            for number in by_line[row["line"]]:
                if any(number is other for other in out) or not wanted & digits(number["text"]): continue
                out.append(number)
                break
        return out
    return picks


def narrowed(before, after):
    """Where `after` differs from `before`: offsets in `after`, never empty."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]: start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]: end += 1
    return start, max(len(after) - end, start + 1)


def picks_of_edit(line, first, last):
    """Numbers that touch the columns [first, last): the one that was changed."""
    def picks(numbers):
        return [n for n in numbers
                if int(n["line"]) == line and int(n["column"]) < last and int(n["end_column"]) > first]
    return picks


def picks_of_stated(stated):
    """The last number that states it: results stand behind what they follow from."""
    return lambda numbers: [n for n in numbers if digits(n["text"]) & digits(stated)][-1:]


def want_plans(reader, folder):
    for stem in sorted(p[:-len(".truth.tsv")] for p in glob.glob(f"{TESTS}/{folder}/*.truth.tsv")):
        path = next(p for p in sorted(glob.glob(glob.escape(stem) + ".*")) if not p.endswith(".tsv"))
        truth = [row for row in table(stem + ".truth.tsv")
                 if row["kind"] in DERIVED and row["verdict"] in ("consistent", "rounded")]
        reader.want(folder, False, path, picks_of_truth(truth))
        if not os.path.exists(stem + ".mutants.tsv"): continue
        with open(path, encoding="utf-8", newline="") as file: lines = file.read().split("\n")
        for mutant in table(stem + ".mutants.tsv"):
            at = int(mutant["line"])
            before, edited = mutant["original text"], mutant["mutated text"]
            column = lines[at - 1].index(before) + 1
            first, last = narrowed(before, edited)
            text = lines[:at - 1] + [lines[at - 1].replace(before, edited)] + lines[at:]
            reader.want(folder, True, reader.write(os.path.basename(path), "\n".join(text)),
                        picks_of_edit(at, column + first, column + last))


def want_cases(reader):
    for row in table(f"{TESTS}/cases/cases.tsv"):
        path = f"{TESTS}/cases/{row['case']}.md"
        if os.path.exists(path) and ".fixed" not in path and ".quiet" not in path:
            reader.want("cases", True, path, picks_of_stated(row["stated"]))


def want_probe(reader):
    for row in table(f"{TESTS}/probe.tsv"):
        path = reader.write("a.md", row["text"].replace("\\n", "\n") + "\n")
        reader.want("probe", row["truth"] == "wrong", path, picks_of_stated(row["stated"]))


def labelled(program, folders):
    with tempfile.TemporaryDirectory() as scratch:
        reader = Reader(program, scratch)
        for folder in folders:
            if folder == "cases": want_cases(reader)
            elif folder == "probe": want_probe(reader)
            else: want_plans(reader, folder)
        return reader.labelled()
