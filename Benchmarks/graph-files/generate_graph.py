#!/usr/bin/env python3
"""Writes a knowledge graph as the JSON Lines of `newsgraph extract`, for the writers of GraphML.

usage: generate_graph.py NODES EDGES FILE [--seed N]

NODES entities in a hundredth as many articles, EDGES statements between them with one claim each; a
third of the claims have a claimant, a third a date, a sixth a place. The same seed gives the same
bytes.
"""

import argparse
import json
import random

BASE = "https://example.org/news/"
ONTOLOGY_TYPES = ["Person", "Country", "City", "Organization", "Event", "Office"]
PREDICATES = ["met", "accused", "backs", "memberOf", "locatedIn", "visited", "signedWith", "criticized"]
MODALITIES = ["asserted", "asserted", "asserted", "alleged", "denied", "planned", "conditional"]
GIVEN = "Alma Boris Chen Dilara Edvin Farah Goran Hélène Ivo Jelena Kofi Łukasz Mina".split()
FAMILY = "Vanter Orlić Stone & Sons|Quist Baptiste Ferro O'Neill Žukov Halder Imran".split("|")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nodes", type=int)
    parser.add_argument("edges", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    choose = random.Random(arguments.seed)
    articles = max(1, arguments.nodes // 100)
    entities = [(f"{BASE}id/{(kind := ONTOLOGY_TYPES[number % 6]).lower()}/e-{number}", kind)
                for number in range(arguments.nodes)]
    with open(arguments.file, "w", encoding="utf-8", newline="\n") as out:
        def write(**record):
            out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")

        for number in range(articles):
            write(kind="article", article=f"a{number}", title=f"Report {number}", published="2021-03-04",
                  publisher="Example Press", characters=4000, iri=f"{BASE}article/a{number}", authors=[],
                  language="en")
        for number, (iri, kind) in enumerate(entities):
            name = f"{choose.choice(GIVEN)} {choose.choice(FAMILY)} {number}"
            begin = choose.randrange(3900)
            write(kind="entity", article=f"a{number % articles}", id=iri, name=name, type=kind,
                  link=f"Q{number + 1}" if number % 4 == 0 else None,
                  mentions=[{"begin": begin, "end": begin + 20, "form": "name"}],
                  aliases=[name.split()[0]] if number % 3 == 0 else [])
        known, number = set(), 0
        while number < arguments.edges:
            triple = (choose.randrange(arguments.nodes), choose.choice(PREDICATES),
                      choose.randrange(arguments.nodes))
            if triple in known:
                continue
            known.add(triple)
            begin = choose.randrange(3900)
            claimant = choose.randrange(3) == 0
            write(kind="claim", article=f"a{triple[0] % articles}", subject={"id": entities[triple[0]][0]},
                  predicate=triple[1], object={"id": entities[triple[2]][0]},
                  modality=choose.choice(MODALITIES),
                  attributedTo=[choose.choice(entities)[0]] if claimant else [],
                  date=f"2020-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
                  if choose.randrange(3) == 0 else None,
                  begin=begin, end=begin + 60, confidence=round(choose.uniform(0.3, 1), 2),
                  place=choose.choice(entities)[0] if choose.randrange(6) == 0 else None,
                  rule="verb:example", basis="read", sentence=[max(0, begin - 10), begin + 80],
                  statement=f"{BASE}id/statement/{number:024x}", id=f"{BASE}id/claim/{number:024x}")
            number += 1


if __name__ == "__main__":
    main()
