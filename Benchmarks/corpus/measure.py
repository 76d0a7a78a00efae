#!/usr/bin/env python3
"""Measures 'newsgraph corpus' on made-up articles of about 500 words and prints a table.

    Benchmarks/corpus/measure.py [--articles N] [--dense] [--folder FOLDER] [--at-once] [PROGRAM]

PROGRAM is $NEWSGRAPH or the release build. With --dense, articles have a quarter of the words and as
many statements: reading takes a quarter of the time, all else as long. With --at-once, all articles are read by 'extract' too,
and the bytes of both are compared. FOLDER keeps what was made; a corpus that lies there is used again.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def made(path, first, count, *options):
    """A file of made-up articles, and the number of their words."""
    if not path.exists():
        with path.open("wb") as file:
            subprocess.run(
                [sys.executable, HERE / "make_articles.py", str(first), str(count), *options],
                stdout=file, check=True)
    return path


def words(path):
    return sum(len(line.split()) for line in path.open(encoding="utf-8"))


def run(*command, statuses=(0,)):
    """Runs a command; its seconds and its greatest memory in MB."""
    began = time.monotonic()
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def row(name, measured, more=""):
    seconds, memory, processor = measured
    print(f"| {name} | {seconds:.2f} | {processor:.2f} | {memory:.0f} | {more} |", flush=True)


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=10_000)
    arguments.add_argument("--folder", type=pathlib.Path)
    arguments.add_argument("--dense", action="store_true")
    arguments.add_argument("--at-once", action="store_true")
    arguments.add_argument("program", nargs="?", default=os.environ.get("NEWSGRAPH"))
    chosen = arguments.parse_args()
    program = chosen.program or subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], check=True, capture_output=True,
        text=True, cwd=HERE).stdout.strip() + "/newsgraph"
    with tempfile.TemporaryDirectory(prefix="newsgraph-measure-") as temporary:
        folder = chosen.folder or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        measure(program, folder, chosen.articles, chosen.at_once, ["--dense"] * chosen.dense)


def measure(program, folder, count, at_once, options):
    great, small = folder / "great.ngcorpus", folder / "small.ngcorpus"

    def corpus(path, *command, statuses=(0,)):
        return run(
            program, "corpus", command[0], "--quiet", "--corpus", path, *command[1:],
            statuses=statuses)

    print("| what | seconds | of processors | MB | |\n| --- | --- | --- | --- | --- |")
    few = made(folder / "few.jsonl", 0, 100, *options)
    small.unlink(missing_ok=True)
    measured = corpus(small, "add", few)
    row("add 100 articles", measured, f"{words(few) / measured[0]:.0f} words a second")
    all_ = made(folder / f"all-{count}.jsonl", 0, count, *options)
    if not great.exists():
        measured = corpus(great, "add", all_)
        row(f"add {count} articles", measured, f"{words(all_) / measured[0]:.0f} words a second")
    row("add them again", corpus(great, "add", all_), "nothing new")
    row("commit", corpus(great, "commit"), f"{great.stat().st_size / count / 1024:.1f} KiB an article")

    few = made(folder / "ten.jsonl", count, 10, *options)
    small.unlink()
    alone = corpus(small, "add", few)
    row("add 10 articles to none", alone)
    measured = corpus(great, "add", few)
    row("add 10 articles", measured, f"{measured[0] - alone[0]:+.2f} s against adding them to none")
    row("commit 10 articles", corpus(great, "commit"))

    changed = made(folder / f"changed-{count}.jsonl", 0, count // 100, "--corrected", *options)
    row(f"add {count // 100} corrected articles", corpus(great, "add", changed))
    row("commit them", corpus(great, "commit"))
    for format_ in ["text", "json", "rdfpatch"]:
        row(f"diff of the two versions, {format_}",
            run(program, "corpus", "diff", "--corpus", great, "2", "3", "--format", format_,
                statuses=(0, 1)))
    exported = folder / "corpus.nq"
    row("export N-Quads", corpus(great, "export", "1", "-o", exported),
        f"{exported.stat().st_size >> 20} MiB")
    row("verify", corpus(great, "verify"))
    if at_once:
        extracted = folder / "extract.nq"
        row("extract of all at once", run(program, "extract", "--quiet", all_, "-o", extracted))
        same = subprocess.run(["cmp", exported, extracted]).returncode == 0
        print("\nThe export is " + ("the same, byte for byte." if same else "ANOTHER ONE."))


if __name__ == "__main__":
    main()
