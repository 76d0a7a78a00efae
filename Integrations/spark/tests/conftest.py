"""What the tests share: the program, a session, a watch over the workers.

pytest Integrations/spark --newsgraph .build/release/newsgraph [--articles 5000]
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[3]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of these tests."""
    parser.addoption("--newsgraph", help="the program; .build/release/newsgraph without it")
    parser.addoption("--articles", type=int, default=150, help="how many articles are made up")


@pytest.fixture(scope="session")
def newsgraph(request: pytest.FixtureRequest) -> Path:
    """Return the path of the program."""
    given = request.config.getoption("--newsgraph") or os.environ.get("NEWSGRAPH")
    path = Path(given) if given else ROOT / ".build" / "release" / "newsgraph"
    if not path.exists():
        pytest.fail(f"{path} is not there; build it with: swift build -c release")
    return path.resolve()


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Return a session of two processors that tries each task up to four times."""
    if shutil.which("java") is None:
        pytest.fail("Spark needs Java, and there is none; Scripts/setup --tests installs it")
    session = (
        SparkSession.builder.master("local[2,4]")
        .appName("newsgraph-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


class Watched:
    """The program behind a script that notes the id of each worker it becomes."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._notes = folder / "workers"
        self._notes.mkdir()
        self.path = folder / "newsgraph-watched"
        self.path.write_text(
            "#!/bin/sh\n"
            f'touch "{self._notes}/$$:$(printf "%s" "$*" | tr " /" "__")"\n'
            f'exec "{program}" "$@"\n'
        )
        self.path.chmod(0o755)

    def started(self, step: str) -> list[int]:
        """Return the ids of the workers of a step, in no order."""
        return [
            int(note.name.split(":")[0])
            for note in self._notes.iterdir()
            if f"--step_{step}" in note.name
        ]

    def killing(self, step: str) -> Thread:
        """Start a thread that kills the first worker of a step as soon as there is one."""
        killer = Thread(target=self._kill, args=(step,), daemon=True)
        killer.start()
        return killer

    def _kill(self, step: str) -> None:
        while not (started := self.started(step)):
            time.sleep(0.01)
        os.kill(started[0], signal.SIGKILL)


@pytest.fixture
def watched(newsgraph: Path, tmp_path: Path) -> Watched:
    """Return the program with a watch over its workers."""
    return Watched(newsgraph, tmp_path)


@pytest.fixture(scope="session")
def extracted(
    newsgraph: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], list[str]]:
    """Return what gives the sorted quads of articles, made by the program at once."""
    known: dict[Path, list[str]] = {}

    def quads(articles: Path) -> list[str]:
        if articles not in known:
            output = tmp_path_factory.mktemp("extracted") / "graph.nq"
            command = [newsgraph, "extract", articles, "-o", output, "--quiet"]
            run = subprocess.run(command, check=False, capture_output=True, text=True)
            # 1 is for articles that are rejected.
            assert run.returncode in (0, 1), run.stderr
            known[articles] = sorted(output.read_bytes().decode().splitlines(keepends=True))
        return known[articles]

    return quads
