#!/usr/bin/env python3
"""Score coreference within articles on documents of the GUM corpus (CoNLL-U with `Entity=` in MISC).

usage: score.py --newsgraph PROGRAM [--genre news] [--pronouns] [--singletons] [--show] FILE.conllu...

The scorer is the public `scorch` (PyPI), which gives MUC, B-cubed, CEAF-e and their mean, the CoNLL
score, as the reference implementation of Pradhan et al. (2014) does: `pip install scorch`.

What counts, on both sides:
- Entities of GUM's types person, place and organization; the program's types are folded to these.
- Mentions that are names or nominals: their head is a noun or proper noun in the gold tree.
  `--pronouns` adds the mentions whose head is a pronoun or possessive.
- Mentions are the same where their head words are, as in head match of the CorefUD scorer: GUM marks
  whole phrases with relative clauses and titles, the program names without them and short phrases.
  The words of a name and the title before it (`flat`) have one head, the first.
- Chains of one mention are left out, as by the default of the CorefUD scorer; `--singletons` keeps them.
- What the program takes for one of these types and GUM for an event or an abstract thing is an error.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TYPES = {"person", "place", "organization"}
FOLDED = {"Person", "Group", "Office", "Country", "Region", "City", "Place", "Facility", "Organization"}
NOMINAL, PRONOUN = {"NOUN", "PROPN"}, {"PRON", "DET"}


class Document:
    """The text of a document, its tokens with offsets, and the gold mentions by head token."""

    def __init__(self, name):
        self.name, self.text = name, ""
        self.tokens = []  # [begin, end, upos, index of head token or None, relation]
        self.mentions = []  # (head token, entity, type)
        self.open = []

    def add(self, sentence, starts_paragraph):
        if self.text:
            self.text = self.text.rstrip(" ") + ("\n\n" if starts_paragraph else " ")
        first = len(self.tokens)
        index = {}
        rows = [r for r in sentence if r[0].isdigit()]
        for row in rows:
            index[row[0]] = len(self.tokens)
            begin = len(self.text)
            self.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            self.tokens.append([begin, begin + len(row[1]), row[3], row[6], row[7]])
        for token in self.tokens[first:]:
            token[3] = index.get(token[3])
        for row in rows:
            self.brackets(row, index[row[0]])

    def brackets(self, row, token):
        misc = dict(p.split("=", 1) for p in row[9].split("|") if "=" in p)
        for opening, body, closing in re.findall(r"(\()?([^()]+)(\))?", misc.get("Entity", "")):
            fields = body.split("-")
            if opening:
                self.open.append((fields[0], fields[1] if len(fields) > 1 else "", token))
            if closing:
                at = max(i for i, o in enumerate(self.open) if o[0] == fields[0])
                entity, kind, begin = self.open.pop(at)
                self.mentions.append((self.head(begin, token), entity, kind))

    def head(self, first, last):
        """The token of a stretch that hangs on a token outside of it."""
        outer = [t for t in range(first, last + 1) if not (self.tokens[t][3] is not None and first <= self.tokens[t][3] <= last)]
        head = next((t for t in outer if self.tokens[t][2] not in ("PUNCT", "ADP")), outer[0] if outer else last)
        while self.tokens[head][4].startswith("flat") and self.tokens[head][3] is not None:
            head = self.tokens[head][3]
        return head

    def head_of_span(self, begin, end):
        inside = [i for i, t in enumerate(self.tokens) if t[0] < end and begin < t[1]]
        return self.head(inside[0], inside[-1]) if inside else None


def documents(paths, genre):
    found = []
    for path in paths:
        sentence, paragraph, document = [], False, None
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() + [""]:
            if line.startswith("# newdoc id = "):
                name = line.removeprefix("# newdoc id = ").strip()
                document = Document(name) if genre in ("", name.split("_")[1]) else None
                if document:
                    found.append(document)
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and not line.startswith("#"):
                sentence.append(line.split("\t"))
            elif not line and sentence:
                if document:
                    document.add(sentence, paragraph)
                sentence, paragraph = [], False
    return found


def gold_clusters(document, heads):
    kinds, clusters = collections.defaultdict(collections.Counter), collections.defaultdict(set)
    for head, entity, kind in document.mentions:
        kinds[entity][kind] += 1
        if document.tokens[head][2] in heads:
            clusters[entity].add(head)
    return {e: c for e, c in clusters.items() if kinds[e].most_common(1)[0][0] in TYPES}


def system_clusters(document, entities, heads):
    clusters, taken = collections.defaultdict(set), set()
    rank = {"name": 0, "nominal": 1, "adjective": 2, "pronoun": 3}
    mentions = [(rank[m["form"]], m["begin"], e["id"], m) for e in entities if e["type"] in FOLDED for m in e["mentions"]]
    for _, _, entity, mention in sorted(mentions, key=lambda m: m[:3]):
        head = document.head_of_span(mention["begin"], mention["end"])
        # One word is one mention: of 'both sides' the first side counts.
        if head is not None and head not in taken and document.tokens[head][2] in heads:
            taken.add(head)
            clusters[entity].add(head)
    return dict(clusters)


def run(program, texts):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        output = subprocess.run([program, "extract", folder, "--format", "jsonl"], check=True, stdout=subprocess.PIPE).stdout
    entities = collections.defaultdict(list)
    for line in output.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "entity":
            entities[record["article"]].append(record)
    return entities


def show(document, gold, system):
    """Print each gold chain with the chains that the program puts its mentions into."""
    owner = {h: e for e, c in system.items() for h in c}
    word = lambda h: document.text[document.tokens[h][0]:document.tokens[h][1]]
    for entity, heads in sorted(gold.items(), key=lambda c: min(c[1])):
        parts = collections.Counter(owner.get(h, "-").rsplit("/", 1)[-1] for h in heads)
        print(f"  {document.name} {entity}: {[word(h) for h in sorted(heads)]} -> {dict(parts)}")
    known = {h for c in gold.values() for h in c}
    for entity, heads in sorted(system.items(), key=lambda c: min(c[1])):
        if not heads & known:
            print(f"  {document.name} spurious {entity.rsplit('/', 1)[-1]}: {[word(h) for h in sorted(heads)]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newsgraph", required=True)
    parser.add_argument("--genre", default="news", help="GUM's genre, or '' for all")
    parser.add_argument("--pronouns", action="store_true")
    parser.add_argument("--singletons", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    try:
        from scorch import scores
    except ImportError:
        sys.exit("score.py: the scorer is not installed; run: pip install scorch")
    heads = NOMINAL | (PRONOUN if options.pronouns else set())
    read = documents(options.files, options.genre)
    if not read:
        sys.exit(f"score.py: no document of genre {options.genre!r} in {', '.join(options.files)}")
    entities = run(options.newsgraph, {d.name: d.text for d in read})
    gold_all, system_all = [], []
    for document in read:
        keep = lambda clusters: {e: c for e, c in clusters.items() if len(c) > 1 or options.singletons and c}
        gold = keep(gold_clusters(document, heads))
        system = keep(system_clusters(document, entities[document.name], heads))
        if options.show:
            show(document, gold, system)
        gold_all += [{(document.name, h) for h in c} for c in gold.values()]
        system_all += [{(document.name, h) for h in c} for c in system.values()]
    results = []
    for name, metric in (("MUC", scores.muc), ("B-cubed", scores.b_cubed), ("CEAF-e", scores.ceaf_e)):
        recall, precision, f1 = metric(gold_all, system_all)
        results.append(f1)
        print(f"{name:8} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}")
    print(f"CoNLL    {100 * sum(results) / 3:5.1f}   ({len(read)} documents, {len(gold_all)} chains of "
          f"{sum(map(len, gold_all))} mentions in the gold, {len(system_all)} of {sum(map(len, system_all))} found)")


if __name__ == "__main__":
    main()
