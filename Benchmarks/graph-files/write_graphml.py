#!/usr/bin/env python3
"""Reads a GraphML file with a library and times how it writes the graph as GraphML again.

usage: write_graphml.py igraph|networkx IN OUT

Prints the seconds by the clock and of the processor, the latter without the reading.
"""

import sys
import time


def measured(write):
    wall, cpu = time.perf_counter(), time.process_time()
    write()
    print(f"{time.perf_counter() - wall:.3f} {time.process_time() - cpu:.3f}")


library, source, target = sys.argv[1:4]
if library == "igraph":
    import igraph

    graph = igraph.Graph.Read_GraphML(source)
    measured(lambda: graph.write_graphml(target))
else:
    import networkx

    graph = networkx.read_graphml(source, force_multigraph=True)
    measured(lambda: networkx.write_graphml(graph, target))
