"""Articles from the sources that Spark can read, as lines of JSON for workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql
from pyspark.sql.types import DateType, TimestampType

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import Column, DataFrame, SparkSession

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "url": ("url",),
    "title": ("title", "headline"),
    "date": ("date", "published"),
    "author": ("author", "authors"),
    "publisher": ("publisher", "source"),
    "text": ("text", "body"),
    "html": ("html",),
    "file": ("file",),
}
"""The fields of an article and the columns that give them, the first that is there."""


def articles_of(frame: DataFrame) -> RDD[str]:
    """Turn rows into lines of JSON, by the names of their columns (see `FIELDS`).

    Each article needs an id or a URL, by which it is known in every run; and a text or HTML.
    """
    by_name = {name.lower(): name for name in frame.columns}
    fields: list[Column] = []
    for field, columns in FIELDS.items():
        found = next((by_name[column] for column in columns if column in by_name), None)
        if found is not None:
            fields.append(_value(frame, found).alias(field))
    names = {name for name, columns in FIELDS.items() if any(c in by_name for c in columns)}
    if not names & {"text", "html"} or not names & {"id", "url", "file"}:
        raise ValueError(
            "articles need a column 'text' or 'html' and a column 'id' or 'url'; "
            f"found {', '.join(frame.columns)}"
        )
    lines = frame.select(sql.to_json(sql.struct(*fields)).alias("line"))
    return lines.rdd.map(lambda row: row.line)


def _value(frame: DataFrame, name: str) -> Column:
    kind = frame.schema[name].dataType
    column = frame[f"`{name}`"]
    if isinstance(kind, DateType):
        return sql.date_format(column, "yyyy-MM-dd")
    if isinstance(kind, TimestampType):
        return sql.date_format(column, "yyyy-MM-dd'T'HH:mm:ssXXX")
    return column


def read_articles(
    spark: SparkSession,
    paths: Sequence[str],
    source: str = "files",
    options: Mapping[str, str] | None = None,
) -> RDD[str]:
    """Read articles from paths.

    Args:
        spark: The session.
        paths: Files or folders, wherever Spark can read.
        source: `files` for folders of `.txt`, `.html` and `.jsonl` files in UTF-8, also packed with
            gzip; else a format of Spark's, such as `parquet`, `json` or `delta`.
        options: Options of the format.

    """
    if source != "files":
        return articles_of(spark.read.format(source).options(**(options or {})).load(list(paths)))
    lines = (
        _files(spark, paths, "text", "*.{txt,text,txt.gz,text.gz}")
        .union(_files(spark, paths, "html", "*.{html,htm,xhtml,html.gz,htm.gz}"))
        .union(_lines(spark, paths))
    )
    return lines.filter(lambda line: not line.isspace())


def _files(spark: SparkSession, paths: Sequence[str], field: str, glob: str) -> RDD[str]:
    frame = (
        spark.read.format("text")
        .option("wholetext", "true")
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", glob)
        .load(list(paths))
        .select(sql.col("value").alias(field), sql.col("_metadata.file_name").alias("file"))
    )
    return articles_of(frame)


def _lines(spark: SparkSession, paths: Sequence[str]) -> RDD[str]:
    frame = (
        spark.read.format("text")
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", "*.{jsonl,ndjson,jsonl.gz,ndjson.gz}")
        .load(list(paths))
    )
    return frame.rdd.map(lambda row: row.value)
