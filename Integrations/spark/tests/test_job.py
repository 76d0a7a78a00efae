"""The graph of a job is the one that the program makes at once, whatever happens on the way."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from conftest import ROOT, Watched
from news import lines
from pyspark.sql import SparkSession

from newsgraph_spark import Counts, MixedVersionsError, Workers, articles_of, extract, read_articles

Extracted = Callable[[Path], list[str]]


def parts(output: Path) -> list[list[str]]:
    """Return the lines of each part file."""
    found = sorted((output / "quads").glob("part-*"))
    assert found
    return [
        gzip.decompress(path.read_bytes()).decode().splitlines(keepends=True)
        if path.name.endswith(".nq.gz")
        else path.read_text().splitlines(keepends=True)
        for path in found
    ]


def quads(output: Path) -> list[str]:
    """Return all quads, sorted; each part is sorted itself."""
    found = parts(output)
    assert all(part == sorted(part) for part in found)
    return sorted(chain(*found))


def rejected(output: Path) -> list[dict[str, str]]:
    """Return what was rejected."""
    found = (path.read_text().splitlines() for path in (output / "rejected").glob("part-*"))
    return [json.loads(line) for line in chain(*found)]


@pytest.fixture(scope="module")
def made_up(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of made-up news."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    count = request.config.getoption("--articles")
    path.write_text("".join(f"{line}\n" for line in lines(count)))
    return path


def test_sample_corpus(
    spark: SparkSession, newsgraph: Path, extracted: Extracted, tmp_path: Path
) -> None:
    """Texts, pages and JSON lines of the sample corpus."""
    corpus = ROOT / "Exports" / "articles" / "v1"
    output = tmp_path / "graph"
    articles = read_articles(spark, [str(corpus)])
    counts = extract(spark, articles, str(output), Workers(str(newsgraph)), partitions=2)
    assert quads(output) == extracted(corpus)
    assert counts.quads == len(extracted(corpus))
    assert counts.rejected == 0
    assert counts.articles > 5
    [path] = (output / "counts").glob("part-*.json")
    assert json.loads(path.read_text())["statements"] == counts.statements


def test_killed_worker(
    spark: SparkSession, watched: Watched, extracted: Extracted, made_up: Path, tmp_path: Path
) -> None:
    """A worker is killed while it reads; Spark starts another one for its part."""
    killer = watched.killing("read")
    output = tmp_path / "graph"
    articles = articles_of(spark.read.json(str(made_up)))
    counts = extract(spark, articles, str(output), Workers(str(watched.path)), partitions=4)
    killer.join(timeout=10)
    assert not killer.is_alive()
    # One for each part, and one in the place of the one that died.
    assert len(watched.started("read")) == 4 + 1
    assert quads(output) == extracted(made_up)
    assert counts.conflicts > 0
    assert counts.rejected == len(rejected(output)) > 0 or counts.articles < 250


def test_workers_killed_later(
    spark: SparkSession, watched: Watched, extracted: Extracted, tmp_path: Path
) -> None:
    """Workers of later steps are killed, also the ones that have a step to themselves."""
    corpus = ROOT / "Exports" / "articles" / "v2"
    steps = {"entities": 2, "resolve": 1, "merge": 2, "infer": 1}
    killers = [watched.killing(step) for step in steps]
    output = tmp_path / "graph"
    articles = read_articles(spark, [str(corpus)])
    extract(spark, articles, str(output), Workers(str(watched.path)), partitions=2, compress=False)
    for killer in killers:
        killer.join(timeout=10)
    for step, count in steps.items():
        assert len(watched.started(step)) > count
    assert quads(output) == extracted(corpus)


def test_rejected_articles(spark: SparkSession, newsgraph: Path, tmp_path: Path) -> None:
    """Whatever is no article is told with its reason, and does not stop the job."""
    articles = [
        '{"id":"a","text":"President Anne Morel of Chile met Ute Brandt in Oslo."}',
        '{"id":',
        '{"id":"b"}',
        '{"text":"No name at all."}',
        '{"id":"a","text":"Anne Morel left Oslo on Friday, the Chilean government said."}',
    ]
    output = tmp_path / "graph"
    lines = spark.sparkContext.parallelize(articles, 2)
    counts = extract(spark, lines, str(output), Workers(str(newsgraph)), partitions=2)
    assert counts.articles == 1
    assert counts.rejected == 4
    reasons = sorted(entry["reason"] for entry in rejected(output))
    assert reasons[0] == "1 more with this id, of which one is read"
    assert reasons[1].startswith("has neither 'id' nor 'url'")
    assert reasons[2] == "holds no article text"
    assert reasons[3].startswith("malformed JSON")
    assert {entry["article"] for entry in rejected(output)} == {*articles[1:4], "a"}


def test_nothing(spark: SparkSession, newsgraph: Path, tmp_path: Path) -> None:
    """No articles are no graph, and no error."""
    output = tmp_path / "graph"
    none = spark.sparkContext.parallelize([], 2)
    counts = extract(spark, none, str(output), Workers(str(newsgraph)), partitions=2)
    assert counts == Counts()


def test_columns(spark: SparkSession) -> None:
    """Columns of a data frame by their names, dates as dates."""
    frame = spark.sql(
        "select 7 as ID, 'Talks' as headline, date '2021-03-04' as published, array('Ida Berg') "
        "as authors, 'Norway and Chile held talks in Riga on Monday.' as body, 1.5 as score"
    )
    [line] = articles_of(frame).collect()
    assert json.loads(line) == {
        "id": 7,
        "title": "Talks",
        "date": "2021-03-04",
        "author": ["Ida Berg"],
        "text": "Norway and Chile held talks in Riga on Monday.",
    }
    with pytest.raises(ValueError, match="'text' or 'html'"):
        articles_of(frame.select("ID"))


def test_mixed_versions(newsgraph: Path) -> None:
    """A worker that is not the one that the job began with is refused."""
    workers = Workers(str(newsgraph))
    other = Workers(str(newsgraph), ("--base", "https://e.example/"))
    expected = workers.hello()
    assert list(workers.expecting(expected).run("read", []))
    with pytest.raises(MixedVersionsError, match="another program, model"):
        list(other.expecting(expected).run("read", []))
