"""A disk that is really full, one that cannot be written, and files that are no corpus.

The disk is a tmpfs of a few MiB, which root may mount, and others in a namespace of their own.
"""
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

from . import Failed, Missing, Program, expect

SIZE = 4 << 20
# How much of the disk is left: nothing, less than a page, less and more than what SQLite keeps
# beside a database.
ROOMS = [0, 3 << 10, 30 << 10, 60 << 10, 160 << 10]
FULL = "ake room"


def mount(folder, *options):
    done = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "none", str(folder)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"a tmpfs cannot be mounted: {done.stderr.strip()}")


class Disk:
    """A small disk that is taken away in the end."""

    def __init__(self, folder):
        self.path = pathlib.Path(folder)
        self.path.mkdir()

    def __enter__(self):
        mount(self.path, "-o", f"size={SIZE}")
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", str(self.path)], check=False)

    def leave(self, room):
        """Fills the disk but for some bytes."""
        self.clear()
        free = os.statvfs(self.path)
        size = free.f_bavail * free.f_frsize - room
        with open(self.path / "filler", "wb") as filler:
            filler.write(b"x" * max(0, size))

    def clear(self):
        (self.path / "filler").unlink(missing_ok=True)

    def litter(self):
        """Temporary files of output; SQLite's and the lock's go with the next command."""
        return [p.name for p in self.path.rglob(".newsgraph*")]


def feed(path, chance, numbers, words=4000):
    """Articles, of which most is text that cannot be packed well."""
    people = ["Alma Vanter", "Bero Massimi", "Ute Brandt", "Ivo Tallis", "Mira Okello"]
    with open(path, "w", encoding="utf-8") as out:
        for number in numbers:
            who, whom = chance.sample(people, 2)
            noise = " ".join(
                "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(words))
            text = f"{who} met {whom} in Geneva. {who} criticized {whom}.\n\n"
            out.write(json.dumps({
                "id": f"news-{number}", "title": f"News {number}", "date": "2021-03-01",
                "text": text, "author": noise}) + "\n")
    return path


def check_full(newsgraph, folder, chance):
    folder = pathlib.Path(folder)
    with Disk(folder / "disk") as disk:
        program = Program(newsgraph, disk.path / "news.ngcorpus")
        program.corpus("add", feed(folder / "a.jsonl", chance, range(20), words=100))
        program.corpus("commit", "-m", "before")
        before = program.versions()
        first = program.corpus("export", "1", "--format", "nquads")[0]

        def refused(name, *words):
            """Gives a command with less and less room; it fails as it should, or is done."""
            failures = 0
            for room in ROOMS[::-1]:
                disk.leave(room)
                program.run(
                    *words, status=(0, 2), says=[FULL, str(disk.path)])
                failures += program.status == 2
                disk.clear()
                found = program.versions()
                expect(found[:1] == before[:1], f"{name}: the first version is gone")
                expect(program.corpus("export", "1", "--format", "nquads")[0] == first,
                       f"{name}: the first version changed")
                expect(not disk.litter(), f"{name} leaves {disk.litter()}")
                program.corpus("verify", says=["all is well"])
            expect(failures > 0, f"{name}: the disk was never full")
            program.run(*words)

        corpus = ["--corpus", program.path]
        large = feed(folder / "b.jsonl", chance, range(10, 60), words=500)
        refused("corpus add", "corpus", "add", *corpus, large)
        refused("corpus commit", "corpus", "commit", *corpus, "-m", "after")
        expect(len(program.versions()) == 2, "there are not two versions")
        graph = disk.path / "graph.nq"
        refused("corpus export", "corpus", "export", *corpus, "2", "-o", graph)
        at_once = program.run("extract", folder / "a.jsonl", large, "--format", "nquads")[0]
        whole = graph.read_bytes()
        program.corpus("export", "2", "--output", disk.path / "graphs")
        expect((disk.path / "graphs" / "graph.nq").read_bytes() == whole, "two exports differ")
        disk.leave(0)
        program.corpus("export", "1", "-o", graph, status=2, says=[FULL, str(disk.path)])
        expect(graph.read_bytes() == whole, "a full disk cost the old file")
        disk.clear()
        shutil.rmtree(disk.path / "graphs")
        refused("extract --output", "extract", folder / "a.jsonl", "--output", disk.path / "graphs")
        made = program.run("extract", folder / "a.jsonl", "--format", "nquads")[0]
        expect((disk.path / "graphs" / "graph.nq").read_bytes() == made, "the graph is another")
        expect(len(at_once) > 0, "there is no graph")
        yield "a full disk: add, commit, export and extract name the file, keep all and go on"

        subprocess.run(["mount", "-o", "remount,bind,ro", str(disk.path)], check=True)
        expect(program.corpus("export", "1", "--format", "nquads")[0] == first,
               "a disk that cannot be written: another graph")
        program.corpus("verify", says=["all is well"])
        for words in (["add", large], ["commit"], ["remove", "news-1"], ["compact"]):
            program.corpus(*words, status=2, says=["cannot be written", str(program.path)])
        program.corpus("export", "1", "-o", graph, status=2, says=[str(graph), "Read-only"])
        program.run("extract", large, "--output", disk.path / "more", status=2,
                    says=[str(disk.path / "more"), "Read-only"])
        yield "a disk that cannot be written: reading goes on, all else is refused by name"


def check_files(newsgraph, folder, chance):
    folder = pathlib.Path(folder)
    program = Program(newsgraph, folder / "news.ngcorpus")
    articles = feed(folder / "a.jsonl", chance, range(3), words=10)
    commands = (
        ["add", articles], ["commit"], ["remove", "news-1"], ["compact"], ["log"], ["list"],
        ["status"], ["export", "1"], ["diff", "1", "2"], ["verify"])

    def refuse(text):
        before = program.path.read_bytes()
        for words in commands:
            program.corpus(*words, status=2, says=[text, str(program.path)])
        expect(program.path.read_bytes() == before, "a file that is no corpus was changed")
        left = sorted(p.name for p in folder.iterdir() if "-lock" in p.name)
        expect(not left, f"{left} lie about")

    program.path.write_text("no corpus, but a text of some length\n")
    refuse("is no corpus")
    program.path.unlink()
    with sqlite3.connect(program.path) as database:
        database.execute("CREATE TABLE things (name TEXT)")
    database.close()
    refuse("is no corpus")
    program.path.unlink()
    program.corpus("add", articles)
    program.corpus("commit")
    with sqlite3.connect(program.path) as database:
        database.execute("INSERT INTO grdb_migrations VALUES ('from a later release')")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    refuse("a newer release of newsgraph made this corpus")
    yield "a text, a database of another program and a corpus of a newer release are left alone"
