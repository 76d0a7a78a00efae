#!/usr/bin/env python3
"""Precision of the Wikidata links that the program writes, on documents with links to Wikipedia (DWIE's format).

usage: score.py --newsgraph PROGRAM [--gazetteer Ontology/gazetteer] [--all] [--details] DOCS.json

DOCS.json: a list of {id, sents: [[token]], vertexSet: [[{sent_id, pos, name, type, link}]]}; `link` is the title
of a Wikipedia article. The identifiers of such files are often wrong, so titles are compared: a title is looked
up among the names and aliases of the gazetteer's rows, and of the row with the program's identifier.

An entity of the program that has a link is, by the gold entity that most of its mentions overlap:
  right    the title is a name of the row with this identifier
  wrong    the title is a name of other rows alone
  unknown  the title names no row; these are listed, to be judged by hand
A state is not told from its seat of government: `Beijing` for China is not a wrong link (metonymy), nor is an
adjective (`German`) whose title is a language or a people of the country; such are counted apart.
Counted are countries, capitals and international organizations; --all takes every link.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile
import unicodedata

NO_SPACE_BEFORE = set(".,;:!?%)]}") | {"'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "..."}
NO_SPACE_AFTER = set("([{$#")


def norm(text):
    text = unicodedata.normalize("NFKD", text.replace("_", " ")).lower()
    text = "".join(c for c in text if c.isalnum() or c == " ").strip()
    return text.removeprefix("the ").replace(" and ", " ")


def rows(folder):
    """Yield (identifier, names, sort) of each row of the gazetteer's tables that has an identifier."""
    for name in ("countries", "regions", "cities", "organizations", "metonyms"):
        header = None
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                header = line.lstrip("# ").split("\t") if "\t" in line else header
                continue
            cells = dict(zip(header, line.split("\t")))
            names = [cells.get("name") or cells.get("metonym", "")]
            for column in ("acronyms", "aliases", "adjectives", "people-singular", "people-plural", "formal"):
                names += [n for n in cells.get(column, "-").split("|") if n != "-"]
            sort = ("country" if name == "countries" else "capital" if name == "cities" and "capital" in cells.get("flags", "")
                    else "international" if cells.get("kind") in ("international", "military alliance") else name)
            yield cells.get("qid", "-"), {norm(n) for n in names}, sort


def detokenise(sentences):
    text, spans = "", []
    for tokens in sentences:
        row, glue, open_quote = [], True, False
        for token in tokens:
            token = token.strip() or "_"
            closing = token == '"' and open_quote
            text += "" if glue or token in NO_SPACE_BEFORE or closing else " "
            row.append((len(text), len(text) + len(token)))
            text += token
            glue = token in NO_SPACE_AFTER or (token == '"' and not open_quote)
            open_quote ^= token == '"'
        text += "\n"
        spans.append(row)
    return text, spans


def extract(program, texts):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        output = subprocess.run([program, "extract", folder, "--format", "jsonl"], check=True, stdout=subprocess.PIPE).stdout
    for line in output.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "entity" and record.get("link"):
            yield record


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newsgraph", required=True)
    parser.add_argument("--gazetteer", default=pathlib.Path(__file__).resolve().parents[2] / "Ontology/gazetteer", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("docs")
    options = parser.parse_args()
    of_identifier, of_name, sorts = collections.defaultdict(set), collections.defaultdict(set), {}
    for identifier, names, sort in rows(options.gazetteer):
        if identifier != "-":
            of_identifier[identifier] |= names
            sorts.setdefault(identifier, sort)
            for name in names:
                of_name[name].add(identifier)
    documents = {d["id"]: d for d in json.load(open(options.docs, encoding="utf-8"))}
    texts, owners = {}, {}
    for name, document in documents.items():
        texts[name], positions = detokenise(document["sents"])
        owners[name] = {}
        for vertex in document["vertexSet"]:
            for mention in vertex:
                title = mention.get("link") or vertex[0].get("link")
                if not title or title in ("BLANK", "NILL", "NIL"):
                    continue
                at = positions[mention["sent_id"]]
                for c in range(at[mention["pos"][0]][0], at[mention["pos"][1] - 1][1]):
                    owners[name][c] = title
    counts, listed = collections.defaultdict(collections.Counter), collections.Counter()
    for entity in extract(options.newsgraph, texts):
        identifier = entity["link"]
        sort = sorts.get(identifier, "other")
        if not options.all and sort not in ("country", "capital", "international"):
            continue
        owner = owners[entity["article"]]
        titles = collections.Counter(owner[c] for m in entity["mentions"] if m["form"] in ("name", "adjective")
                                     for c in range(m["begin"], m["end"]) if c in owner)
        if not titles:
            counts[sort]["no gold link"] += 1
            continue
        title = titles.most_common(1)[0][0]
        known = of_name.get(norm(title), set()) | of_name.get(norm(title.split("(")[0]), set()) if "(" not in title else of_name.get(norm(title), set())
        metonym = any(sorts.get(k) == "capital" for k in known) and sort == "country"
        verdict = ("right" if norm(title) in of_identifier[identifier] else "seat for state" if metonym else "wrong" if known else "unknown")
        counts[sort][verdict] += 1
        if verdict in ("wrong", "unknown", "seat for state"):
            listed[(verdict, sort, identifier, entity["name"], title)] += 1
    for sort, count in sorted(counts.items()):
        judged = count["right"] + count["wrong"]
        print(f"{sort:14} right {count['right']:5}  wrong {count['wrong']:3}  unknown {count['unknown']:4}  seat for state {count['seat for state']:3}  "
              f"no gold link {count['no gold link']:4}  precision of judged {count['right'] / judged if judged else 0:.4f}")
    if options.details:
        for (verdict, sort, identifier, name, title), count in sorted(listed.items()):
            print(f"{verdict}\t{sort}\t{identifier}\t{name}\t{title}\t{count}")


if __name__ == "__main__":
    main()
