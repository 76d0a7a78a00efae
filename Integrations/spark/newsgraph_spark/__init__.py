"""Makes a knowledge graph of news articles on an Apache Spark cluster.

The rules are all in the program `newsgraph`, of which every task starts a worker; this package
reads articles from Spark's sources, sorts the workers' lines between the steps, and writes N-Quads.

    from newsgraph_spark import Workers, articles_of, extract

    counts = extract(spark, articles_of(frame), "graph", Workers("/opt/newsgraph/newsgraph"))
"""

from newsgraph_spark.articles import articles_of, read_articles
from newsgraph_spark.job import Counts, extract
from newsgraph_spark.workers import MixedVersionsError, WorkerDiedError, Workers

__all__ = [
    "Counts",
    "MixedVersionsError",
    "WorkerDiedError",
    "Workers",
    "articles_of",
    "extract",
    "read_articles",
]
