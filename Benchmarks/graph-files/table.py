#!/usr/bin/env python3
"""Prints the table of one hyperfine run. usage: table.py TIMES.json"""

import json
import sys

results = json.load(open(sys.argv[1]))["results"]
ours = results[0]
print("\n| program | wall s | ± | cpu s | newsgraph is faster by (cpu) |\n|---|---:|---:|---:|---:|")
for result in results:
    cpu = result["user"] + result["system"]
    factor = cpu / (ours["user"] + ours["system"])
    print(f"| {result['command']} | {result['mean']:.2f} | {result['stddev'] or 0:.2f} | {cpu:.2f} "
          f"| {factor:.2f} |")
print()
