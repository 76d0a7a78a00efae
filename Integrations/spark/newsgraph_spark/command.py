"""The command line of the job."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from pyspark.sql import SparkSession

from newsgraph_spark.articles import read_articles
from newsgraph_spark.job import extract
from newsgraph_spark.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the job and print its counts; 0 done, 1 done with rejected articles."""
    options = _parser().parse_args(arguments)
    spark = SparkSession.builder.appName("newsgraph").getOrCreate()
    try:
        source_options = dict(option.split("=", 1) for option in options.option)
        counts = extract(
            spark,
            read_articles(spark, options.articles, options.source, source_options),
            options.output,
            Workers(options.newsgraph, _worker_arguments(options)),
            partitions=options.partitions,
            compress=not options.plain,
            overwrite=options.overwrite,
        )
    finally:
        spark.stop()
    print(json.dumps(asdict(counts)))
    return 1 if counts.rejected else 0


def _worker_arguments(options: argparse.Namespace) -> tuple[str, ...]:
    arguments: list[str] = []
    for name in ("ontology", "base", "relations", "min_confidence", "size_limit"):
        value = getattr(options, name)
        if value is not None:
            arguments += [f"--{name.replace('_', '-')}", str(value)]
    for name in ("lexicon", "gazetteer"):
        for path in getattr(options, name):
            arguments += [f"--{name}", path]
    return tuple(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsgraph-spark",
        description="Makes a knowledge graph of news articles on an Apache Spark cluster.",
    )
    parser.add_argument("articles", nargs="+", help="files or folders, wherever Spark can read")
    parser.add_argument("--output", required=True, help="a folder for the results")
    parser.add_argument("--newsgraph", default="newsgraph", help="the program, on every machine")
    parser.add_argument(
        "--source",
        default="files",
        help="files: .txt, .html and .jsonl; else a format of Spark's, such as parquet or json",
    )
    parser.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE", help="an option of --source"
    )
    parser.add_argument("--partitions", type=int, help="parts; three a processor without it")
    parser.add_argument("--plain", action="store_true", help="no gzip")
    parser.add_argument("--overwrite", action="store_true", help="replace a folder that is there")
    group = parser.add_argument_group("as for newsgraph extract; paths are those of the executors")
    group.add_argument("--ontology")
    group.add_argument("--lexicon", action="append", default=[])
    group.add_argument("--gazetteer", action="append", default=[])
    group.add_argument("--base")
    group.add_argument("--relations", choices=["schema", "open", "all"])
    group.add_argument("--min-confidence", type=float)
    group.add_argument("--size-limit", type=int, help="the longest article, in MiB")
    return parser


if __name__ == "__main__":
    sys.exit(main())
