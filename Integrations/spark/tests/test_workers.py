"""Workers and pipes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph_spark import WorkerDiedError, Workers

HELLO = '{"newsgraph":"0","protocol":1,"step":"read","fingerprint":"f"}'


def program(folder: Path, script: str) -> str:
    """Write a program that says hello and goes on with a script."""
    path = folder / "program"
    path.write_text(f"#!/bin/sh\necho '{HELLO}'\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_pipes_do_not_block(tmp_path: Path) -> None:
    """Far more than pipes hold, on a worker that writes much before it reads."""
    workers = Workers(program(tmp_path, "head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; cat"))
    lines = [f"{number}" * 100 for number in range(20_000)]
    result = list(workers.run("read", lines))
    assert len(result[0]) == 3_000_000
    assert result[1:] == lines


def test_worker_that_fails(tmp_path: Path) -> None:
    """The status and the last words of a worker are in the error."""
    workers = Workers(program(tmp_path, "echo 'no more memory' >&2; exit 3"))
    with pytest.raises(WorkerDiedError, match="status 3: no more memory"):
        list(workers.run("read", ["a"] * 100_000))


def test_worker_that_is_killed(tmp_path: Path) -> None:
    """A worker that is killed is an error, also where it wrote lines before."""
    workers = Workers(program(tmp_path, "head -n 1; kill -9 $$"))
    with pytest.raises(WorkerDiedError, match="status -9"):
        list(workers.run("read", ["a"] * 100_000))


def test_program_that_is_missing(tmp_path: Path) -> None:
    """A program that is not there is an error with its path."""
    with pytest.raises(FileNotFoundError, match="nothing-here"):
        list(Workers(str(tmp_path / "nothing-here")).run("read", []))


def test_error_of_the_source(tmp_path: Path) -> None:
    """An error in what gives the lines comes through."""

    def lines() -> Iterator[str]:
        yield "a"
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(Workers(program(tmp_path, "cat")).run("read", lines()))


def test_reading_that_stops_early(tmp_path: Path) -> None:
    """Who takes only the first lines leaves no process behind."""
    results = Workers(program(tmp_path, "cat")).run("read", (str(n) for n in range(1_000_000)))
    assert next(results) == "0"
    results.close()
