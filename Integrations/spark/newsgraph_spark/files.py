"""Names of the part files that Spark writes, on every file system that it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def rename_parts(spark: SparkSession, path: str, ending: str) -> None:
    """Give the part files of a folder short names with an ending that loaders know.

    Spark's own writer for texts calls all `part-00000-<32 digits>-c000.txt`.
    """
    context = spark.sparkContext
    hadoop = context._jvm.org.apache.hadoop.fs  # noqa: SLF001 - there is no public way
    folder = hadoop.Path(path)
    system = folder.getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001
    for status in system.listStatus(folder):
        name = status.getPath().getName()
        if found := re.match(r"part-(\d+)-", name):
            system.rename(status.getPath(), hadoop.Path(path, f"part-{found[1]}{ending}"))
