"""The script that Documentation/corpus.md shows for cron, as it stands there."""
import gzip
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import subprocess
import urllib.request

from . import Missing, Program, expect

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "Documentation" / "corpus.md"
MARK = "<!-- Scripts/check-corpus runs this script. -->"

HOURS = [
    {"visit.txt": "Alma Vanter visited Paris on Monday.",
     "talks.txt": "Ute Brandt met Bero Massimi in Geneva.",
     "empty.txt": ""},
    {"visit.txt": "Alma Vanter did not visit Paris, her office said.",
     "forum.txt": "Ivo Tallis criticized Ute Brandt."},
    {},
]


def script():
    found = re.search(re.escape(MARK) + r"\s*```sh\n(.*?)```", PAGE.read_text(), re.S)
    expect(found, f"{PAGE} has no script behind {MARK}")
    return found[1]


def stores():
    """The module Scripts/check-stores, which knows how an Oxigraph is started."""
    loader = importlib.machinery.SourceFileLoader("stores", str(ROOT / "Scripts" / "check-stores"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("stores", loader))
    loader.exec_module(module)
    return module


def run_hours(newsgraph, folder, store):
    """Runs the script for each hour, and looks at what it left."""
    folder = pathlib.Path(folder)
    (folder / "bin").mkdir()
    (folder / "bin" / "newsgraph").symlink_to(pathlib.Path(newsgraph).resolve())
    news = folder / "news"
    incoming = news / "incoming"
    incoming.mkdir(parents=True)
    path = news / "hourly.sh"
    path.write_text(script())
    path.chmod(0o755)
    program = Program(newsgraph, news / "news.ngcorpus")
    for hour, files in enumerate(HOURS):
        for name, text in files.items():
            (incoming / name).write_text(f"News of {name}\n\n{text}\n" if text else "")
        # As cron runs it: nearly no environment.
        done = subprocess.run(
            [str(path)], cwd="/", capture_output=True, text=True, timeout=300,
            env={"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "HOME": str(folder),
                 "NEWS_FOLDER": str(news), **({"NEWS_STORE": store.root} if store else {})})
        expect(done.returncode == 0, f"hour {hour}: status {done.returncode}: {done.stderr}")
        expect("empty.txt" in done.stderr, f"hour {hour}: the empty file is not named")
        graph = gzip.decompress((news / "graph.nt.gz").read_bytes())
        at_once = subprocess.run(
            [newsgraph, "extract", "--quiet", "--format", "ntriples", str(incoming)],
            capture_output=True, timeout=300).stdout
        expect(graph and graph == at_once, f"hour {hour}: the graph is not that of the articles")
        expect(len(program.versions()) == min(hour + 1, 2), f"hour {hour}: other versions")
        if store:
            lines = len(graph.splitlines())
            found = store.queries.count("https://example.org/news")
            expect(found == lines, f"hour {hour}: {found} statements in the store, not {lines}")
        changes = news / "news.md"
        expect(changes.exists() == (hour > 0), f"hour {hour}: news.md is there too early or late")
        if hour == 1:
            expect("(forum)" in changes.read_text(), "the news are not in news.md")
    expect("(forum)" not in changes.read_text(), "news.md tells old news")


def check(newsgraph, folder):
    folder = pathlib.Path(folder)
    (folder / "plain").mkdir()
    run_hours(newsgraph, folder / "plain", None)
    yield "the script for cron in Documentation/corpus.md, three hours of it"
    os.environ["PATH"] += os.pathsep + str(ROOT / ".venv-checks" / "bin")
    module = stores()
    (folder / "loading").mkdir()
    try:
        store = module.Oxigraph(folder / "loading")
    except module.Missing as error:
        raise Missing(f"the script for cron was run without its load: {error}") from error
    # A program without 'load' shows its own help, with status 0.
    usage = subprocess.run([newsgraph, "load", "--help"], capture_output=True).stdout
    if b"--endpoint" not in usage:
        raise Missing("the script for cron was run without its load: the program has no 'load'")
    with store.serve():
        run_hours(newsgraph, folder / "loading", store)
    yield "the same with an Oxigraph that follows"
