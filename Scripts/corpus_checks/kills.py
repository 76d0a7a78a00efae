"""Ends commands by SIGKILL, half of them at a random time and half a random moment after they began
to write.

After each, 'verify' has to find nothing, all versions that were there have to be there with their
hashes, every article has to be as it was or as it was to be, and what a command had said to be done
before it was killed has to be done. In the end the latest version has to be, byte for byte, the graph
of its articles at once.
"""
import json
import pathlib
import signal
import subprocess
import time

from . import Failed

PEOPLE = ["Alma Vanter", "Bero Massimi", "Ute Brandt", "Ivo Tallis", "Mira Okello"]
PLACES = ["Paris", "Berlin", "Geneva", "Lima", "Santiago"]
DEEDS = ["met {0} in {1}.", "criticized {0} in {1}.", "said that {0} would visit {1}."]


class Run:
    """A corpus that is changed and killed, and what is known of it."""

    def __init__(self, newsgraph, folder, chance):
        self.newsgraph, self.folder, self.chance = newsgraph, pathlib.Path(folder), chance
        self.path = self.folder / "news.ngcorpus"
        self.versions = []
        self.articles = {}
        self.records = {}
        self.durations = {}
        self.killed = self.ended = self.mid_write = 0

    def command(self, *words):
        return [self.newsgraph, "corpus", words[0], "--corpus", str(self.path), *words[1:]]

    def output(self, *words):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise Failed(f"corpus {words[0]} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def sentence(self):
        who, whom = self.chance.sample(PEOPLE, 2)
        return f"{who} " + self.chance.choice(DEEDS).format(whom, self.chance.choice(PLACES))

    def feed(self):
        """A file with some articles, new ones and such as are known, and its records by id."""
        path = self.folder / "feed.jsonl"
        numbers = self.chance.sample(range(40), self.chance.randint(1, 6))
        records = [
            {"id": f"news-{n}", "title": f"News {n}", "date": "2021-03-01", "text": self.sentence()}
            for n in numbers]
        path.write_text("".join(json.dumps(r) + "\n" for r in records))
        return path, {r["id"]: r for r in records}

    def step(self):
        """A command, and the articles that it may change, with what they may become."""
        kind = self.chance.choice(["add", "add", "add", "commit", "commit", "remove"])
        if kind == "remove" and self.articles:
            chosen = self.chance.sample(sorted(self.articles), min(2, len(self.articles)))
            return "remove", ["remove", *chosen], dict.fromkeys(chosen)
        if kind == "commit" and self.path.exists():
            return "commit", ["commit", "-m", "killed"], {}
        path, records = self.feed()
        return "add", ["add", str(path)], records

    def measure(self):
        """Runs each command to its end, so that its time is known."""
        path, records = self.feed()
        for kind, words, touched in [
                ("add", ["add", str(path)], records), ("commit", ["commit"], {}),
                ("remove", ["remove", next(iter(records))], {next(iter(records)): None})]:
            began = time.monotonic()
            done = subprocess.run(self.command(*words), capture_output=True, text=True)
            self.durations[kind] = time.monotonic() - began
            if done.returncode != 0:
                raise Failed(f"corpus {kind} ended with {done.returncode}: {done.stderr.strip()}")
            self.look(kind, touched, True, done.stderr)

    def kill_once(self):
        kind, words, touched = self.step()
        began = time.monotonic()
        with subprocess.Popen(
                self.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            if self.chance.random() < 0.5:
                self.wait_for_writing(process)
                delay = self.chance.uniform(0, 0.02)
            else:
                delay = self.chance.uniform(0, 1.2 * self.durations[kind])
            try:
                process.wait(timeout=delay)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            said = process.stderr.read().decode()
        if process.returncode == -signal.SIGKILL:
            self.killed += 1
        else:
            self.ended += 1
            self.durations[kind] = time.monotonic() - began
            if process.returncode != 0:
                raise Failed(f"corpus {kind} ended with {process.returncode}: {said.strip()}")
        self.look(kind, touched, process.returncode == 0, said)

    def wait_for_writing(self, process):
        """Waits until the log of SQLite grows, or the process ends."""
        log = self.path.with_name(self.path.name + "-wal")
        def size():
            try:
                return log.stat().st_size
            except FileNotFoundError:
                return 0
        before = size()
        end = time.monotonic() + 2
        while size() == before and process.poll() is None and time.monotonic() < end:
            time.sleep(0.0003)
        if process.poll() is None:
            self.mid_write += 1

    def look(self, kind, touched, is_done, said):
        if not self.path.exists() or self.path.stat().st_size == 0:
            if self.versions or self.articles:
                raise Failed("the corpus is gone")
            return
        found = subprocess.run(self.command("verify"), capture_output=True, text=True, timeout=120)
        if found.returncode == 2 and not self.articles and "holds nothing yet" in found.stderr:
            return
        if found.returncode != 0:
            raise Failed(f"after {kind}: {found.stderr.strip()}")
        versions = [line.split(" ")[0] for line in self.output("log", "--hashes").splitlines()][::-1]
        if versions[:len(self.versions)] != self.versions:
            raise Failed(f"after {kind}: versions are lost or changed")
        if len(versions) > len(self.versions) + (kind == "commit"):
            raise Failed(f"after {kind}: {len(versions) - len(self.versions)} new versions")
        if kind == "commit" and is_done and "version" not in said:
            raise Failed(f"commit said: {said}")
        articles = dict(
            line.split("\t")[0:3:2] for line in self.output("list").splitlines())
        for name in articles.keys() | self.articles.keys():
            if name not in touched and articles.get(name) != self.articles.get(name):
                raise Failed(f"after {kind}: {name} changed")
        if is_done and kind == "add" and not touched.keys() <= articles.keys():
            raise Failed("an article that was added is not there")
        if is_done and kind == "remove" and touched.keys() & articles.keys():
            raise Failed("an article that was removed is there")
        # A batch is stored as a whole: all of a small feed, or nothing.
        moved = {n for n in touched if articles.get(n) != self.articles.get(n)}
        if kind == "remove" and moved and moved != touched.keys():
            raise Failed("half of the articles were removed")
        for name in moved:
            self.records[name] = touched[name]
        self.versions, self.articles = versions, articles

    def finish(self):
        path, records = self.feed()
        self.output("add", str(path))
        self.output("commit", "-m", "the last")
        self.look("commit", records, True, "version")
        feed = self.folder / "all.jsonl"
        feed.write_text("".join(json.dumps(self.records[n]) + "\n" for n in self.articles))
        for format_ in ["nquads", "rdfxml", "graphml", "jsonl"]:
            at_once = subprocess.run(
                [self.newsgraph, "extract", "--quiet", "--format", format_, str(feed)], check=True,
                capture_output=True).stdout
            exported = subprocess.run(
                self.command("export", "latest", "--format", format_), check=True,
                capture_output=True).stdout
            if not exported or exported != at_once:
                raise Failed(f"the latest version is not the graph of its articles in {format_}")


def check(newsgraph, folder, chance, kills):
    began = time.monotonic()
    run = Run(newsgraph, folder, chance)
    try:
        run.measure()
        while run.killed < kills:
            run.kill_once()
        run.finish()
    except Failed as error:
        raise Failed(f"kill {run.killed}: {error}") from error
    yield (
        f"{run.killed} kills ({run.mid_write} tries while it wrote), {run.ended} commands ended,"
        f" {len(run.versions)} versions, none lost or changed,"
        f" {time.monotonic() - began:.0f} s")
