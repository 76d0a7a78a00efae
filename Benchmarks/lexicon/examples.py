#!/usr/bin/env python3
"""Counts the rows of the lexicon whose example sentence is read as the row says.

usage: examples.py [--newsgraph PROGRAM] [--missed]

Each example in Ontology/lexicon/{verbs,nouns,predicates}.tsv marks its subject and its object with
brackets. The sentence is read as an article of its own; the row counts as read if a claim has the row's
property between entities whose mentions overlap the brackets, or a value where the second one holds a
value. Many examples fail for their names, not for the row: 'Helio' alone is no company to anybody.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BRACKET = re.compile(r"\[(?:(s|o):)?([^\]]*)\]")


def sentence(example):
    """The sentence without brackets, and the spans of subject and object in it."""
    text, spans, position = "", [], 0
    for match in BRACKET.finditer(example):
        text += example[position:match.start()]
        spans.append((match.group(1), len(text), len(text) + len(match.group(2))))
        text += match.group(2)
        position = match.end()
    text += example[position:]
    if len(spans) < 2:
        return None
    subject = next((s for s in spans if s[0] == "s"), None)
    thing = next((s for s in spans if s[0] == "o"), None)
    subject = subject or next(s for s in spans if s is not thing)
    thing = thing or next(s for s in spans if s is not subject)
    return text, subject[1:], thing[1:]


def rows():
    for table in ("verbs", "nouns", "predicates"):
        path = ROOT / "Ontology" / "lexicon" / f"{table}.tsv"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            found = sentence(cells[-1])
            if found:
                mutual = "symmetric" in cells[-2] or "each" in cells[2:4]
                yield table, number, cells[0], cells[1], mutual, *found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--newsgraph", default=str(ROOT / ".build/release/newsgraph"))
    arguments.add_argument("--missed", action="store_true", help="list the rows that are not read")
    arguments = arguments.parse_args()
    table_rows = list(rows())
    with tempfile.TemporaryDirectory() as folder:
        articles = pathlib.Path(folder) / "examples.jsonl"
        with articles.open("w", encoding="utf-8") as file:
            for index, row in enumerate(table_rows):
                file.write(json.dumps({"id": f"r{index}", "text": row[5], "published": "2020-10-09"}) + "\n")
        output = subprocess.run(
            [arguments.newsgraph, "extract", str(articles), "--format", "jsonl", "--quiet"],
            stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    mentions, claims = collections.defaultdict(dict), collections.defaultdict(list)
    for line in output.splitlines():
        record = json.loads(line)
        if record["kind"] == "entity":
            mentions[record["article"]][record["id"]] = [(m["begin"], m["end"]) for m in record["mentions"]]
        elif record["kind"] == "claim":
            claims[record["article"]].append(record)
    read, total = collections.Counter(), collections.Counter()
    for index, (table, number, name, word, mutual, text, subject, thing) in enumerate(table_rows):
        article = f"r{index}"

        def stands_for(end, span):
            return any(b < span[1] and span[0] < e for b, e in mentions[article].get(end.get("id"), []))

        def says(claim):
            ends = claim["subject"], claim["object"]
            if claim["predicate"] != name:
                return False
            if stands_for(ends[0], subject) and ("value" in ends[1] or stands_for(ends[1], thing)):
                return True
            return mutual and stands_for(ends[0], thing) and stands_for(ends[1], subject)

        total[table] += 1
        if any(says(claim) for claim in claims[article]):
            read[table] += 1
        elif arguments.missed:
            print(f"{table}.tsv:{number}: {name} {word}: {text}")
    for table, count in total.items():
        print(f"{table:12} {read[table]:5} of {count:5}   {read[table] / count:.3f}")


if __name__ == "__main__":
    main()
