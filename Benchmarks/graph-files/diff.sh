#!/usr/bin/env bash
# Compares `newsgraph diff` with `sort -u` of both files and `comm`, in turn in one run.
#
# usage: Benchmarks/graph-files/diff.sh [TRIPLES]        1,000,000 where nothing is said
#
# The files are ground N-Triples (no blank nodes), the second one with one line of a hundred changed
# and in another order. Needs hyperfine (Debian) and GNU time; prints a table in Markdown. sort and
# comm run in the C locale, which is their fastest.
set -euo pipefail
cd "$(dirname "$0")/../.."
triples=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v hyperfine > /dev/null || {
  echo "hyperfine is missing: apt-get install hyperfine" >&2
  exit 2
}
if [ -z "${NEWSGRAPH:-}" ]; then
  swift build -c release --product newsgraph >&2
  NEWSGRAPH="$(swift build -c release --show-bin-path)/newsgraph"
fi

python3 Benchmarks/graph-files/generate.py "$triples" "$work/generated.nt"
# Blank nodes become IRIs; every hundredth line another object; the order is another one.
sed 's/_:b\([0-9]*\)/<https:\/\/example.org\/blank\/\1>/g' "$work/generated.nt" > "$work/old.nt"
awk 'NR % 100 == 0 { sub(/ \.$/, ""); n = split($0, parts, " ");
     print parts[1], parts[2], "\"changed in line " NR "\" ."; next } { print }' "$work/old.nt" |
  shuf --random-source=<(yes) > "$work/new.nt"
wc -lc "$work/old.nt" "$work/new.nt" >&2

export LC_ALL=C
unix="sort -u -o $work/old.sorted $work/old.nt && sort -u -o $work/new.sorted $work/new.nt &&
  comm -3 $work/old.sorted $work/new.sorted > $work/unix.txt"
diff="$NEWSGRAPH diff $work/old.nt $work/new.nt"
hyperfine --warmup 1 --runs "${RUNS:-5}" -i --export-json "$work/times.json" \
  --command-name "newsgraph diff --format rdfpatch" "$diff --format rdfpatch -o $work/out.rdfp" \
  --command-name "newsgraph diff (text)" "$diff -o $work/out.txt" \
  --command-name "sort -u, sort -u, comm" "$unix" \
  --command-name "the same on one core" "taskset -c 0 sh -c '$unix'" \
  --command-name "newsgraph diff on one core" \
  "taskset -c 0 $diff --format rdfpatch -o $work/out.rdfp" > /dev/null 2>&1
python3 Benchmarks/graph-files/table.py "$work/times.json"
echo "lines that differ: $(grep -c '^[AD] ' "$work/out.rdfp") by newsgraph," \
  "$(wc -l < "$work/unix.txt") by comm"
for format in rdfpatch text; do
  peak=$({ /usr/bin/time -q -f %M $diff --format $format -o "$work/out" 2>&1 > /dev/null || true; } | tail -1)
  echo "memory of newsgraph, $format: $((peak / 1024)) MB"
done
