#!/usr/bin/env python3
"""How well entities of different articles become one node, against gold links.

    Benchmarks/cross-articles/measure.py [--newsgraph PROGRAM] [--errors N] DOCS.json
    Benchmarks/cross-articles/measure.py [--newsgraph PROGRAM] --meantime FOLDER

DOCS.json is a list of documents as DWIE has them: {id, sents: [[token]], vertexSet: [[{sent_id, pos,
name, type, link}]], labels: [{r, h, t}]}. FOLDER holds files of MEANTIME, whose entities have an
instance_id across documents.

A gold entity with a link stands for the node with which it shares most characters of its mentions.
Pairs: of two gold entities in different articles, precision is how many that share a node share
the link, recall how many that share the link share a node. Large countries make most of the pairs,
so B-cubed counts every gold entity once, and classes are shown apart. Gold entities without a node
count against recall in "all", not in "found". Exit status 1 where the program fails.
"""
import argparse
import collections
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as XML

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMING = ("name", "adjective")
NO_SPACE_BEFORE = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'m", "'d"}
NO_SPACE_AFTER = set("([{$“‘")


def detokenise(sentences):
    """The text of tokens, one sentence a line, with the range of every token."""
    text, length, ranges = [], 0, []
    for tokens in sentences:
        row = []
        for index, token in enumerate(tokens):
            glued = index == 0 or token in NO_SPACE_BEFORE or tokens[index - 1] in NO_SPACE_AFTER
            if not glued:
                text.append(" ")
                length += 1
            row.append((length, length + len(token)))
            text.append(token)
            length += len(token)
        ranges.append(row)
        text.append("\n")
        length += 1
    return "".join(text), ranges


def dwie(path):
    """Texts by id, and gold entities: (article, class, link, spans)."""
    texts, gold = {}, []
    for document in json.load(open(path, encoding="utf-8")):
        name = document["id"]
        texts[name], ranges = detokenise(document["sents"])
        country = {l["h"]: l["t"] for l in document["labels"] if l["r"] == "gpe0"}
        merged = collections.defaultdict(list)
        for index, vertex in enumerate(document["vertexSet"]):
            merged[country.get(index, index)] += vertex
        for mentions in merged.values():
            link = next((m.get("link") for m in mentions if m.get("link")), None)
            if not link or link == "NILL":
                continue
            spans = []
            for mention in mentions:
                row = ranges[mention["sent_id"]]
                spans.append((row[mention["pos"][0]][0], row[mention["pos"][1] - 1][1]))
            gold.append((name, mentions[0]["type"].removeprefix("type_"), link, spans))
    return texts, gold


def meantime(folder):
    """The same of MEANTIME's XML; nominal mentions are left out."""
    texts, gold = {}, []
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        root = XML.parse(path).getroot()
        name, sentences, place = path.stem, [], {}
        for token in root.iter("token"):
            number = int(token.get("sentence"))
            while len(sentences) <= number:
                sentences.append([])
            place[token.get("t_id")] = (number, len(sentences[number]))
            sentences[number].append(token.text)
        texts[name], ranges = detokenise(sentences)
        markables = root.find("Markables")
        spans, instances = {}, {}
        for element in markables:
            identifier = element.get("m_id")
            anchors = [place[a.get("t_id")] for a in element.findall("token_anchor")]
            if element.tag == "ENTITY_MENTION" and anchors and element.get("syntactic_type") in (
                    "NAM", "PRE.NAM", "APP"):
                places = [ranges[s][t] for s, t in anchors]
                spans[identifier] = (places[0][0], places[-1][1])
            elif element.tag == "ENTITY":
                instances[identifier] = (element.get("ent_type") or "?", element.get("instance_id"))
        found = collections.defaultdict(list)
        for relation in root.iter("REFERS_TO"):
            target = relation.find("target").get("m_id")
            for source in relation.findall("source"):
                if source.get("m_id") in spans and target in instances:
                    found[target].append(spans[source.get("m_id")])
        for target, places in found.items():
            kind, link = instances[target]
            if link:
                gold.append((name, kind, link, places))
    return texts, gold


def nodes(program, texts, options):
    """For each article, the node and its class and name of each mention: (begin, end, id, name)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            pathlib.Path(folder, name + ".txt").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [program, "extract", folder, "--format", "jsonl", "--quiet", *options],
            capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{program} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if record["kind"] == "entity":
            for mention in record["mentions"]:
                if mention["form"] in NAMING:
                    found[record["article"]].append(
                        (mention["begin"], mention["end"], record["id"], record["name"]))
    return found


def node_of(spans, mentions):
    votes = collections.Counter()
    for begin, end in spans:
        for other_begin, other_end, identifier, _ in mentions:
            votes[identifier] += max(0, min(end, other_end) - max(begin, other_begin))
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=(None, 0))
    return best[0] if best[1] > 0 else None


def pair_counts(rows):
    """True positives, node pairs, link pairs, over entities of different articles."""
    def pairs(key):
        groups = collections.defaultdict(collections.Counter)
        for row in rows:
            if key(row) is not None:
                groups[key(row)][row[0]] += 1
        total = 0
        for articles in groups.values():
            size = sum(articles.values())
            total += (size * size - sum(n * n for n in articles.values())) // 2
        return total
    both = pairs(lambda r: (r[2], r[3]) if r[3] is not None else None)
    return both, pairs(lambda r: r[3]), pairs(lambda r: r[2])


def b_cubed(rows):
    """B-cubed precision and recall over the gold entities that have a node."""
    by_link, by_node = collections.defaultdict(set), collections.defaultdict(set)
    for index, row in enumerate(rows):
        by_link[row[2]].add(index)
        by_node[row[3]].add(index)
    precision = recall = 0.0
    for row in rows:
        both = len(by_link[row[2]] & by_node[row[3]])
        precision += both / len(by_node[row[3]])
        recall += both / len(by_link[row[2]])
    count = max(len(rows), 1)
    return precision / count, recall / count


def share(part, whole):
    return f"{part / whole:6.3f}" if whole else "     –"


def show(title, rows):
    found = [row for row in rows if row[3] is not None]
    right, together, linked = pair_counts(rows)
    _, _, linked_found = pair_counts(found)
    precision, recall = b_cubed(found)
    print(f"{title:14}{len(rows):6}{len(found):7}  {share(right, together)} {share(right, linked_found)}"
          f" {share(right, linked)}   {right:7}{together:8}{linked:8}   {precision:.3f} {recall:.3f}")


def errors(rows, names, limit):
    """The nodes that hold several links and the links that are spread over several nodes."""
    by_node, by_link = collections.defaultdict(collections.Counter), collections.defaultdict(
        collections.Counter)
    for article, _, link, node in rows:
        if node is not None:
            by_node[node][link] += 1
            by_link[link][node] += 1
    print("\nseveral links in one node")
    mixed = sorted(((len(c), n, c) for n, c in by_node.items() if len(c) > 1), key=lambda x: (-x[0], x[1]))
    for _, node, counts in mixed[:limit]:
        print("  ", node.split("/id/")[-1], dict(counts.most_common(6)))
    print("\none link in several nodes")
    split = sorted(((sum(c.values()), l, c) for l, c in by_link.items() if len(c) > 1),
                   key=lambda x: (-x[0], x[1]))
    for _, link, counts in split[:limit]:
        print("  ", link, {n.split("/id/")[-1]: k for n, k in counts.most_common(6)})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--newsgraph", default=str(ROOT / ".build/release/newsgraph"))
    parser.add_argument("--meantime", help="a folder with files of MEANTIME")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each kind")
    parser.add_argument("--threads", default="2")
    parser.add_argument("docs", nargs="?")
    arguments = parser.parse_args()
    if (arguments.docs is None) == (arguments.meantime is None):
        parser.error("give DOCS.json or --meantime FOLDER")
    texts, gold = dwie(arguments.docs) if arguments.docs else meantime(arguments.meantime)
    mentions = nodes(arguments.newsgraph, texts, ["--threads", arguments.threads])
    rows = [(article, kind, link, node_of(spans, mentions[article]))
            for article, kind, link, spans in gold]
    print(f"{len(texts)} articles, {len(rows)} gold entities with a link\n")
    print(f"{'':14}{'gold':>6}{'found':>7}   pairs: P  R found  R all     right    node    link   B3: P     R")
    show("all", rows)
    for kind in sorted({row[1] for row in rows}):
        show(kind, [row for row in rows if row[1] == kind])
    if arguments.errors:
        errors(rows, mentions, arguments.errors)


if __name__ == "__main__":
    main()
