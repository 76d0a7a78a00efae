#!/usr/bin/env python3
"""Writes an N-Triples file of generated statements about people, places and events.

usage: generate.py TRIPLES FILE [--seed N]

Subjects have ten statements each, in a row; a sixth of the objects are strings, some in a language,
some with escapes and letters beyond ASCII; one in fifty nodes is blank. The same seed gives the same
bytes.
"""

import argparse
import random

BASE = "https://example.org/news/"
VOCABULARY = "https://example.org/vocabulary#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
WORDS = ("harbour treaty minister talks vote river border price strike court café Zürich Malmö "
         "delegation ceasefire budget reactor summit orchard Кыргызстан bridge").split()
CLASSES = ["Person", "Country", "City", "Organization", "Event"]
LINKS = ["met", "accused", "supports", "memberOf", "locatedIn", "travelledTo", "signedWith"]


def text(choose):
    words = " ".join(choose.choice(WORDS) for _ in range(choose.randint(2, 9)))
    if choose.random() < 0.1:
        words += " \\\"" + choose.choice(WORDS) + "\\\""
    if choose.random() < 0.03:
        words += "\\n" + choose.choice(WORDS)
    return words


def node(choose, nodes):
    number = choose.randrange(nodes)
    if number % 50 == 0:
        return f"_:b{number}"
    return f"<{BASE}{CLASSES[number % 5].lower()}/{WORDS[number % 5]}-{number}>"


def value(choose, nodes):
    kind = choose.randrange(12)
    if kind == 0:
        return f'"{text(choose)}"'
    if kind == 1:
        return f'"{text(choose)}"@{choose.choice(["en", "de", "fr-CA"])}'
    if kind == 2:
        return f'"{choose.randint(0, 10 ** 6)}"^^<{XSD}integer>'
    if kind == 3:
        return f'"20{choose.randint(10, 25)}-0{choose.randint(1, 9)}-1{choose.randint(0, 9)}"^^<{XSD}date>'
    return node(choose, nodes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("triples", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    choose = random.Random(arguments.seed)
    nodes = max(1, arguments.triples // 10)
    written = 0
    with open(arguments.file, "w", encoding="utf-8", newline="\n") as out:
        for number in range(nodes):
            subject = (f"_:b{number}" if number % 50 == 0 else
                       f"<{BASE}{CLASSES[number % 5].lower()}/{WORDS[number % 5]}-{number}>")
            lines = [f"{subject} {TYPE} <{VOCABULARY}{CLASSES[number % 5]}> .\n",
                     f'{subject} {LABEL} "{text(choose)}"@en .\n']
            while len(lines) < 10:
                lines.append(f"{subject} <{VOCABULARY}{choose.choice(LINKS)}> "
                             f"{value(choose, nodes)} .\n")
            out.writelines(lines[: arguments.triples - written])
            written += len(lines)


if __name__ == "__main__":
    main()
