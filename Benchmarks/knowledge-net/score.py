#!/usr/bin/env python3
"""Score newsgraph's facts about persons and organizations against KnowledgeNet.

usage: score.py --newsgraph PATH [--mapping FILE] [--fold N] [--errors PROPERTY] FACTS.jsonl

FACTS.jsonl holds one annotated fact a line: document, passage with its offsets (ps, pe), offsets of
subject and object (ss, se, os, oe) in the document, property and the words of the passage. A line
with '-' for the offsets says that the annotators looked for the property there and found nothing.
Each passage is read as an article of its own. A claim that is read there and asserted counts
- as right, if its ends overlap the subject and the object of a fact of a property that
  the alignment gives for its predicate ('^' swaps the ends); a date must agree in its year,
- as wrong, if the annotators looked for that property in the passage and this is not among
  its facts. P counts it only where both ends are annotated mentions; 'strict' counts all,
- not at all, if they did not look for the property.
Recall is over all facts.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile

DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "Ontology/alignments/knowledge-net.json"


def passages(path, fold):
    """{passage name: (text, properties looked for, [(property, subject span, object span)])}."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start, end = int(row["ps"]), int(row["pe"])
        if (fold and row["fold"] != fold) or len(row["passage"]) != end - start:
            continue
        name = f"{row['doc']}-{start}"
        _, asked, facts = found.setdefault(name, (row["passage"], set(), []))
        asked.add(row["prop"])
        if row["ss"] != "-":
            spans = [int(row[key]) - start for key in ("ss", "se", "os", "oe")]
            facts.append((row["prop"], tuple(spans[:2]), tuple(spans[2:])))
    return found


def extract(program, texts):
    """{passage name: ({entity: [span]}, [claim])} of the texts."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        run = subprocess.run([program, "extract", folder, "--quiet", "--format", "jsonl"],
                             check=True, stdout=subprocess.PIPE)
    read = {name: ({}, []) for name in texts}
    for line in run.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "entity":
            read[record["article"]][0][record["id"]] = [
                (mention["begin"], mention["end"]) for mention in record["mentions"]]
        elif record["kind"] == "claim":
            read[record["article"]][1].append(record)
    return read


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def fits(end, entities, span, text):
    """Whether one end of a claim is what the text has at a span."""
    if "id" in end:
        return any(overlap(mention, span) for mention in entities.get(end["id"], []))
    year = re.match(r"\d{4}", str(end.get("value", "")))
    return bool(year) and year[0] in text[slice(*span)]


def judge(text, asked, facts, entities, claims, mapping):
    """(right facts, [(property, claim, whether both ends are annotated)] of wrong claims)."""
    mentions = {span for fact in facts for span in fact[1:]}
    right, wrong = set(), {}
    for claim in claims:
        if claim["modality"] != "asserted" or claim.get("basis") == "background":
            continue
        for name in mapping.get(claim["predicate"], []):
            ends = [claim["subject"], claim["object"]]
            if name.startswith("^"):
                name, ends = name[1:], ends[::-1]
            hits = {fact for fact in facts if fact[0] == name and all(
                fits(end, entities, span, text) for end, span in zip(ends, fact[1:]))}
            right |= hits
            if not hits and name in asked:
                annotated = all(
                    any(fits(end, entities, span, text) for span in mentions) for end in ends)
                wrong[name, json.dumps(ends)] = (name, claim, annotated)
    return right, list(wrong.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--newsgraph", required=True, help="the program")
    parser.add_argument("--mapping", type=pathlib.Path, default=DEFAULT)
    parser.add_argument("--fold", help="only this fold, 1 to 4")
    parser.add_argument("--errors", help="print wrong claims and missed facts of this property")
    parser.add_argument("facts", type=pathlib.Path)
    given = parser.parse_args()
    mapping = json.loads(given.mapping.read_text(encoding="utf-8"))
    gold = passages(given.facts, given.fold)
    read = extract(given.newsgraph, {name: passage[0] for name, passage in gold.items()})
    counts = collections.defaultdict(collections.Counter)
    for name, (text, asked, facts) in sorted(gold.items()):
        right, wrong = judge(text, asked, facts, *read[name], mapping)
        for fact in set(facts):
            counts[fact[0]]["gold"] += 1
            counts[fact[0]]["right"] += fact in right
            if given.errors == fact[0] and fact not in right:
                print("MISSED", text[slice(*fact[1])], "|", text[slice(*fact[2])], "|", text)
        for prop, claim, annotated in wrong:
            counts[prop]["stray"] += 1
            counts[prop]["wrong"] += annotated
            if given.errors == prop:
                kind = "WRONG" if annotated else "STRAY"
                print(kind, claim["predicate"], claim.get("rule"), "|", text)
    counts["all"] = sum(counts.values(), collections.Counter())
    for prop, count in sorted(counts.items(), key=lambda item: -item[1]["gold"]):
        right = count["right"]
        shares = (right / (whole or 1) for whole in (
            right + count["wrong"], right + count["stray"], count["gold"]))
        print("{:24} P {:.3f}  strict {:.3f}  R {:.3f}".format(prop, *shares),
              f"  (right {right}, wrong {count['wrong']}, strictly {count['stray']}, "
              f"annotated {count['gold']})")


if __name__ == "__main__":
    main()
