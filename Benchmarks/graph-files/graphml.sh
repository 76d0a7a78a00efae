#!/usr/bin/env bash
# Compares the writing of GraphML with igraph and networkx, in turn in one run.
#
# usage: Benchmarks/graph-files/graphml.sh [NODES [EDGES]]     100,000 and 500,000 where nothing is said
#
# The programs write the same graphs with the same columns: igraph and networkx read what newsgraph
# wrote. For all three only the writing counts, from the graph in memory to the closed file; for
# newsgraph that includes putting nodes and edges in order. The first graph is one of articles (10
# columns of nodes, 22 of edges), the second one any RDF. RUNS rounds (3), after one that does not
# count; each program runs on one core. Needs python3-venv; igraph and networkx are installed into
# .venv beside this file. Prints tables in Markdown.
set -euo pipefail
cd "$(dirname "$0")/../.."
nodes=${1:-100000}
edges=${2:-500000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

here=Benchmarks/graph-files
[ -x $here/.venv/bin/python ] || python3 -m venv $here/.venv
$here/.venv/bin/python -c 'import igraph, networkx' 2> /dev/null ||
  $here/.venv/bin/pip -q install igraph networkx
python=$PWD/$here/.venv/bin/python

if [ -z "${NEWSGRAPH:-}" ]; then
  swift build -c release --product newsgraph >&2
  NEWSGRAPH="$(swift build -c release --show-bin-path)/newsgraph"
fi

python3 $here/generate_graph.py "$nodes" "$edges" "$work/articles.jsonl"
python3 $here/generate.py "$((nodes * 10))" "$work/rdf.nt"

# The seconds that newsgraph took to write, by the clock and of the processor.
newsgraph_times() {
  taskset -c 0 "$NEWSGRAPH" convert "$1" -o "$2" --timings 2>&1 |
    sed -n 's/.*written in \([0-9.]*\) s (processor \([0-9.]*\) s).*/\1 \2/p'
}

for input in articles.jsonl rdf.nt; do
  graph=$work/${input%.*}
  newsgraph_times "$work/$input" "$graph.graphml" > /dev/null
  for round in $(seq 0 "${RUNS:-3}"); do
    for program in newsgraph igraph networkx; do
      if [ $program = newsgraph ]; then
        times=$(newsgraph_times "$work/$input" "$graph.newsgraph.graphml")
      else
        times=$(taskset -c 0 "$python" $here/write_graphml.py $program \
          "$graph.graphml" "$graph.$program.graphml")
      fi
      [ "$round" = 0 ] || echo "$program $times $(stat -c %s "$graph.$program.graphml")"
    done
  done > "$graph.times"
  grep -om1 'parse.nodes=.*"' "$graph.graphml" | sed "s/^/## ${input%.*}: /"
  python3 - "$graph.times" << 'TABLE'
import collections
import statistics
import sys

rounds = collections.defaultdict(list)
for line in open(sys.argv[1]):
    program, *numbers = line.split()
    rounds[program].append([float(number) for number in numbers])
means = {name: [statistics.mean(column) for column in zip(*rows)] for name, rows in rounds.items()}
print("\n| program | MB | wall s | cpu s | ± | newsgraph is faster by (cpu) |\n|---|---:|---:|---:|---:|---:|")
for name, (wall, cpu, size) in means.items():
    spread = statistics.stdev([row[1] for row in rounds[name]]) if len(rounds[name]) > 1 else 0
    print(f"| {name} | {size / 1e6:.0f} | {wall:.2f} | {cpu:.2f} | {spread:.2f} "
          f"| {cpu / means['newsgraph'][1]:.2f} |")
print()
TABLE
done
