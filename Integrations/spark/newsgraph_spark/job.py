"""The job: articles in, N-Quads part files and counts out."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pyspark import RDD, StorageLevel
from pyspark.sql import functions as sql

from newsgraph_spark.files import rename_parts

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from newsgraph_spark.workers import Workers

KEPT_OF_REJECTED = 200
"""The characters that are kept of an article that could not be read, for people to find it."""


@dataclass(frozen=True)
class Counts:
    """What a job made."""

    articles: int = 0
    entities: int = 0
    statements: int = 0
    claims: int = 0
    conflicts: int = 0
    quads: int = 0
    rejected: int = 0


class _Reading(NamedTuple):
    """An article that was read."""

    id: str
    record: str


class _Rejection(NamedTuple):
    """An article that was not read."""

    reason: str
    article: str


def extract(
    spark: SparkSession,
    articles: RDD[str],
    output: str,
    workers: Workers,
    *,
    partitions: int | None = None,
    compress: bool = True,
    overwrite: bool = False,
) -> Counts:
    """Read articles and write the graph that they hold, as `newsgraph extract` would.

    Into `output` go `quads/part-*.nq.gz`, each sorted, of which no quad stands in two;
    `rejected/part-*.jsonl` with what could not be read and why; and `counts/part-*.json`.

    Args:
        spark: The session.
        articles: Lines of JSON, one for each article (see `articles_of`).
        output: A folder that is not there yet, wherever Spark can write.
        workers: How workers are started.
        partitions: How many parts the articles, and all between the steps, are cut into; three for
            each processor without it.
        compress: Whether the parts are packed with gzip.
        overwrite: Whether a folder that is there is replaced.

    """
    context = spark.sparkContext
    parts = partitions or 3 * context.defaultParallelism
    # One worker says who it is, and every other one has to be the same.
    workers = workers.expecting(context.parallelize([0], 1).map(lambda _: workers.hello()).first())
    mode = "overwrite" if overwrite else "error"

    readings = (
        articles.repartition(parts)
        .mapPartitions(lambda lines: _read(workers, lines))
        .persist(StorageLevel.DISK_ONLY)
    )
    kept = [readings]
    numbered, doubles = _numbered(readings, parts)
    rejected = readings.filter(lambda r: isinstance(r, _Rejection)).union(doubles)
    rejected_count = _write_rejected(spark, rejected, f"{output}/rejected", mode)

    taken_apart = numbered.mapPartitions(_step(workers, "entities")).persist(StorageLevel.DISK_ONLY)
    kept.append(taken_apart)
    entities = _resolved(taken_apart, workers, parts)
    copies = (
        taken_apart.filter(lambda line: line.startswith("w\t"))
        .map(lambda line: line[2:])
        .repartition(1)
        .mapPartitions(_step(workers, "copies"))
        .collect()
    )
    fragments = _with_entities(numbered, entities, parts).mapPartitions(_step(workers, "state"))
    merged = _merged(fragments, copies, workers, parts).persist(StorageLevel.DISK_ONLY)
    inferred = (
        merged.filter(lambda line: line.startswith("i\t"))
        .map(lambda line: line[2:])
        .repartition(1)
        .mapPartitions(_step(workers, "infer"))
        .persist(StorageLevel.DISK_ONLY)
    )
    kept += [merged, inferred]
    lines = merged.union(inferred.repartition(parts))
    _write_quads(spark, lines, f"{output}/quads", mode, compress)
    counts = _counts(lines, rejected_count)
    summary = spark.createDataFrame([(json.dumps(asdict(counts)),)], "value string").coalesce(1)
    summary.write.mode(mode).text(f"{output}/counts")
    rename_parts(spark, f"{output}/counts", ".json")
    for rdd in kept:
        rdd.unpersist()
    return counts


# Steps


def _run(workers: Workers, step: str, lines: Iterable[str], *first: str) -> Iterator[str]:
    """Hand lines to a worker, after what it has to know first; for none, there is no worker."""
    lines = iter(lines)
    for line in lines:
        return workers.run(step, chain(first, [line], lines))
    return iter(())


def _step(workers: Workers, step: str) -> Callable[[Iterable[str]], Iterator[str]]:
    """Return a step of a worker as a function of a partition's lines."""
    return partial(_run, workers, step)


def _read(workers: Workers, lines: Iterable[str]) -> Iterator[_Reading | _Rejection]:
    """Read articles; what could not be read is told by how its line begins."""
    waiting: deque[str] = deque()

    def noted() -> Iterator[str]:
        for line in lines:
            # A line break would make two articles of one; JSON has none inside of strings.
            line = line.replace("\n", " ").replace("\r", " ")
            waiting.append(line[:KEPT_OF_REJECTED])
            yield line

    for text in _run(workers, "read", noted()):
        result = json.loads(text)
        if result["status"] == "read":
            waiting.popleft()
            yield _Reading(result["id"], result["record"])
        elif result["status"] == "rejected":
            yield _Rejection(result["reason"], waiting.popleft())


def _numbered(readings: RDD, parts: int) -> tuple[RDD[str], RDD[_Rejection]]:
    """Give articles their places in the order of ids; of several with one id, one is kept."""
    # Python orders texts by code points, as UTF-8 does.
    unique = (
        readings.filter(lambda r: isinstance(r, _Reading))
        .map(tuple)
        .sortByKey(numPartitions=parts)
        .mapPartitions(_first_of_each)
    )
    numbered = unique.map(lambda r: r[1]).zipWithIndex().map(lambda r: f"{r[1]}\t{r[0]}")
    doubles = unique.filter(lambda r: r[2] > 0).map(
        lambda r: _Rejection(f"{r[2]} more with this id, of which one is read", r[0])
    )
    return numbered, doubles


def _first_of_each(readings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """Keep one record of each id, whatever their order, and tell how many more there were."""
    known: tuple[str, str, int] | None = None
    for name, record in readings:
        if known and known[0] == name:
            known = (name, min(known[1], record), known[2] + 1)
        else:
            if known:
                yield known
            known = (name, record, 0)
    if known:
        yield known


def _resolved(taken_apart: RDD[str], workers: Workers, parts: int) -> RDD[str]:
    """Tell for each article which entities of the corpus its own are."""

    def keyed(line: str) -> tuple[tuple[str, int, int], str]:
        _, key, number, index, cluster = line.split("\t")
        return (key, int(number), int(index)), cluster

    groups = (
        taken_apart.filter(lambda line: line.startswith("e\t"))
        .map(keyed)
        .repartitionAndSortWithinPartitions(parts, lambda key: int(key[0][:8], 16))
        .map(lambda entry: f"{entry[0][0]}\t{entry[1]}")
        .mapPartitions(_step(workers, "group"))
    )
    names = taken_apart.filter(lambda line: line.startswith("a\t"))
    return (
        groups.map(lambda cluster: f"g\t{cluster}")
        .union(names)
        .repartition(1)
        .mapPartitions(_step(workers, "resolve"))
    )


def _with_entities(numbered: RDD[str], entities: RDD[str], parts: int) -> RDD[str]:
    """Bring articles and their entities together, in the order of numbers."""

    def keyed(kind: int, line: str) -> tuple[tuple[int, int], str]:
        number, rest = line.split("\t")
        return (int(number), kind), rest

    def paired(entries: Iterable[tuple[tuple[int, int], str]]) -> Iterator[str]:
        entries = iter(entries)
        for ((number, _), record), ((other, _), resolved) in zip(entries, entries, strict=True):
            if number != other:
                raise ValueError(f"article {number} has no entities, or {other} no record")
            yield f"{number}\t{record}\t{resolved}"

    # Neighbours stay together, as a worker makes one fragment of what they share.
    width = 128
    return (
        numbered.map(lambda line: keyed(0, line))
        .union(entities.map(lambda line: keyed(1, line)))
        .repartitionAndSortWithinPartitions(parts, lambda key: key[0] // width)
        .mapPartitions(paired)
    )


def _merged(fragments: RDD[str], copies: list[str], workers: Workers, parts: int) -> RDD[str]:
    """Join the fragments of each article, entity and statement."""

    def keyed(line: str) -> tuple[tuple[str, str, int], str]:
        group, key, number, fragment = line.split("\t")
        return (group, key, int(number)), fragment

    table = fragments.context.broadcast(copies)

    def merge(entries: Iterable[tuple[tuple[str, str, int], str]]) -> Iterator[str]:
        lines = (f"{key[0]}\t{key[1]}\t{fragment}" for key, fragment in entries)
        return _run(workers, "merge", lines, *(f"copies\t{line}" for line in table.value))

    return (
        fragments.map(keyed)
        .repartitionAndSortWithinPartitions(parts, lambda key: int(key[0][1:9], 16))
        .mapPartitions(merge)
    )


# Output


def _write_rejected(spark: SparkSession, rejected: RDD[_Rejection], path: str, mode: str) -> int:
    frame = spark.createDataFrame(rejected.map(tuple), "reason string, article string").cache()
    frame.write.mode(mode).json(path)
    rename_parts(spark, path, ".jsonl")
    count = frame.count()
    frame.unpersist()
    return count


def _write_quads(
    spark: SparkSession, lines: RDD[str], path: str, mode: str, compress: bool
) -> None:
    rows = lines.filter(lambda line: line.startswith("q\t")).map(lambda line: (line[2:],))
    # A line holds the quads of one node; no quad has a carriage return in it.
    quads = spark.createDataFrame(rows, "value string").select(
        sql.explode(sql.split("value", "\r")).alias("value")
    )
    writer = quads.sortWithinPartitions("value").write.mode(mode)
    writer.option("compression", "gzip" if compress else "none").text(path)
    rename_parts(spark, path, ".nq.gz" if compress else ".nq")


def _counts(lines: RDD[str], rejected: int) -> Counts:
    totals = {"rejected": rejected}
    for line in lines.filter(lambda line: line.startswith("c\t")).collect():
        for name, count in json.loads(line[2:]).items():
            totals[name] = totals.get(name, 0) + count
    return Counts(**totals)
