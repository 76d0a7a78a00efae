"""What `spark-submit` is given; the package comes with `--py-files newsgraph_spark.zip`."""

import sys

from newsgraph_spark.command import main

if __name__ == "__main__":
    sys.exit(main())
