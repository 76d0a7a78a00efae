"""The same workers under `xargs -P` and GNU parallel, without Spark; as the README shows them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from news import lines

Extracted = Callable[[Path], list[str]]

COUNT = 60


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of made-up news."""
    path = tmp_path_factory.mktemp("news") / "articles.jsonl"
    path.write_text("".join(f"{line}\n" for line in islice(lines(COUNT), COUNT)))
    return path


def run(script: str, folder: Path, newsgraph: Path) -> None:
    """Run a script in which `newsgraph` is the program."""
    (folder / "newsgraph").symlink_to(newsgraph)
    path = f"{folder}:/usr/local/bin:/usr/bin:/bin"
    subprocess.run(["bash", "-euc", script], cwd=folder, env={"PATH": path}, check=True)


def test_xargs(newsgraph: Path, articles: Path, extracted: Extracted, tmp_path: Path) -> None:
    """Two workers, a file for each part."""
    script = f"""
        mkdir parts && split -l 20 {articles} parts/
        ls parts/* | xargs -P 2 -I{{}} sh -c 'newsgraph worker < {{}} > {{}}.out'
        newsgraph join parts/*.out -o graph.nq.gz --quiet
        gunzip graph.nq.gz
    """
    run(script, tmp_path, newsgraph)
    quads = (tmp_path / "graph.nq").read_text().splitlines(keepends=True)
    assert sorted(quads) == extracted(articles)


@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_parallel(newsgraph: Path, articles: Path, extracted: Extracted, tmp_path: Path) -> None:
    """Two workers at a time, which get blocks of lines; all results in one file."""
    script = f"""
        parallel --pipe -N 20 -j 2 --keep-order newsgraph worker < {articles} > all.out
        newsgraph join all.out -o graph.nq --quiet
    """
    run(script, tmp_path, newsgraph)
    hellos = [line for line in (tmp_path / "all.out").open() if "fingerprint" in json.loads(line)]
    assert len(hellos) == COUNT // 20
    quads = (tmp_path / "graph.nq").read_text().splitlines(keepends=True)
    assert sorted(quads) == extracted(articles)
