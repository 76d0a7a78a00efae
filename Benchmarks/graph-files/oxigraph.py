#!/usr/bin/env python3
"""Converts a graph file with pyoxigraph. usage: oxigraph.py IN OUT"""

import sys

import pyoxigraph


def format_of(path):
    return pyoxigraph.RdfFormat.from_extension(path.rsplit(".", 1)[1])


source, target = sys.argv[1:3]
pyoxigraph.serialize(pyoxigraph.parse(path=source, format=format_of(source)),
                     output=target, format=format_of(target))
