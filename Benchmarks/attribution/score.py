#!/usr/bin/env python3
"""Score who says what, how surely and when, on forty made-up articles with a hand-written gold.

usage: score.py --newsgraph PATH [--part dev|held-out|all] [--details]

articles.jsonl holds the articles, each with its part: dev guides the work, held-out is the part to look at
last. entities.tsv holds the names that the gold uses with other forms of them, gold.tsv a claim a line:

  article, subject, object, predicate in free words, claimant, modality, date, first words of the sentence

The words must be found once in the article. For a number they go as far as the number, or from the clause
that holds it, since a sentence may hold several.

In a cell, | separates what is right as well. An object '=quote' is the words of a quotation, '=number'
a number. A claimant '-' is the article's own voice, 'unspecified' somebody whom the text does not
name, '*' is not judged. A date '-' is not judged; a/b is an interval, and its beginning is enough.

A row is linked if the program claims anything between its two ends, either way round. Modality,
claimant and date of a linked row are right if one claim has them; of claims that stand in the row's own
sentence only these count. What the program adds from its gazetteer does not count. A pair of which no row
is the article's own assertion leaks if the program writes a bare fact of it. Precision is over pairs of
entities that the gold names.

Exit status: 0 scored, 2 the program or a table could not be read, or the tables do not agree
(each fault is named with its file and line).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ["dev", "held-out"]
MODALITIES = {"asserted", "denied", "alleged", "planned", "conditional"}


def norm(text):
    text = unicodedata.normalize("NFKC", text).replace("’", "'").strip().strip('"').lower()
    text = text.removesuffix("'s").removesuffix("'")
    for article in ("the ", "a ", "an "):
        text = text.removeprefix(article)
    return text.strip()


def table(name, columns):
    """[(file and line, cells)]"""
    rows = []
    with open(HERE / name, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if len(cells) != columns:
                raise ValueError(f"{name}:{number}: expected {columns} columns, found {len(cells)}")
            rows.append((f"{name}:{number}", cells))
    return rows


def read_articles(name):
    articles = {}
    with open(HERE / name, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                article = json.loads(line)
                id, part = article["id"], article["part"]
            except (ValueError, KeyError, TypeError) as problem:
                raise ValueError(f"{name}:{number}: expected a record with id and part, found {problem!r}") from None
            if part not in PARTS or id in articles or not isinstance(article.get("text"), str):
                raise ValueError(f"{name}:{number}: expected an article with an id of its own, a text "
                                 f"and one of the parts {', '.join(PARTS)}")
            articles[id] = article
    return articles


def check(articles, entities, gold):
    """Raise an error that names every row which cannot be right whatever the program writes."""
    faults, names = [], collections.defaultdict(set)
    texts = {id: norm(article["text"]) for id, article in articles.items()}
    for place, (id, name, others) in entities:
        if id not in texts:
            faults.append(f"{place}: no article {id!r}")
        elif not any(norm(form) in texts[id] for form in [name, *filter(None, others.split("|"))]):
            faults.append(f"{place}: no form of {name!r} stands in {id}")
        elif name in names[id]:
            faults.append(f"{place}: {name!r} stands a second time for {id}")
        names[id].add(name)
    for place, (id, subject, object, _, who, modality, _, first) in gold:
        if id not in articles:
            faults.append(f"{place}: no article {id!r}")
            continue
        used = alternatives(subject)
        used |= set() if object in ("=quote", "=number") else alternatives(object)
        used |= set() if who in ("-", "*", "unspecified") else alternatives(who)
        faults += [f"{place}: {name!r} is not in entities.tsv for {id}" for name in sorted(used - names[id])]
        faults += [f"{place}: {word!r} is no modality" for word in sorted(alternatives(modality) - MODALITIES)]
        if articles[id]["text"].count(first) != 1:
            faults.append(f"{place}: expected {first!r} once in {id}, found {articles[id]['text'].count(first)}")
    if faults:
        raise ValueError("the tables do not agree\n" + "\n".join(faults))


def extract(program, articles):
    """{article: ([entity], [claim])} as the program reads them."""
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    run = subprocess.run([program, "extract", "-", "--quiet", "--format", "jsonl"], check=True,
                         input=lines.encode("utf-8"), stdout=subprocess.PIPE)
    read = {article["id"]: ([], []) for article in articles}
    for line in run.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "entity" or record["kind"] == "claim" and record.get("basis") != "background":
            read[record["article"]][record["kind"] == "claim"].append(record)
    return read


def alternatives(cell):
    return set(cell.split("|"))


def same_date(found, wanted):
    """Whether an ISO date or interval is one of the wanted ones, or begins with one."""
    return found is not None and any(
        found == date or not date.startswith("..") and found.split("/")[0] == date.split("/")[0]
        for date in alternatives(wanted))


def date_of(claim):
    """The date of a claim, with both ends where it is an interval."""
    return claim.get("interval") or claim.get("date")


def is_bare(claim):
    return claim["modality"] == "asserted" and not claim.get("attributedTo")


def written(claim, names):
    who = ",".join(names.get(w) or w.rsplit("/", 1)[-1] for w in claim.get("attributedTo", [])) or "-"
    return f"{claim['predicate']} {who} {claim['modality']} {date_of(claim) or '-'}"


class Reading:
    """What the program read in one article, in the names of the gold."""

    def __init__(self, text, entities, claims, forms):
        self.names = {}
        for entity in entities:
            said = [entity["name"], *(text[m["begin"]:m["end"]] for m in entity["mentions"])]
            votes = collections.Counter(forms[norm(form)] for form in said if norm(form) in forms)
            self.names[entity["id"]] = votes.most_common(1)[0][0] if votes else None
        self.claims = claims
        self.pairs = collections.defaultdict(list)
        for claim in claims:
            ends = [self.names.get(claim[side].get("id")) for side in ("subject", "object")]
            if all(ends) and ends[0] != ends[1]:
                self.pairs[frozenset(ends)].append(claim)

    def of(self, subject, object, sentence):
        """The claims of a row: those that stand in its sentence, or else all."""
        if object.startswith("="):
            kind = "string" if object == "=quote" else "integer"
            return [c for c in self.claims if c["object"].get("datatype", "").endswith(kind)
                    and (self.names.get(c["subject"].get("id")) in alternatives(subject) or kind == "integer")
                    and c["begin"] < sentence[1] and sentence[0] < c["end"]]
        found = [c for s in sorted(alternatives(subject)) for o in sorted(alternatives(object))
                 for c in self.pairs.get(frozenset((s, o)), [])]
        here = [c for c in found if c["begin"] < sentence[1] and sentence[0] < c["end"]]
        return here or found


def score(articles, read, gold, forms):
    count, details = collections.Counter(), []
    for article in articles:
        id, text = article["id"], article["text"]
        reading = Reading(text, *read[id], forms[id])
        rows = [row[1:] for row in gold if row[0] == id]
        known, plain = set(), set()
        for subject, object, _, who, modality, date, first in rows:
            begin = text.index(first)
            claims = reading.of(subject, object, (begin, begin + len(first)))
            pairs = {frozenset((s, o)) for s in alternatives(subject) for o in alternatives(object)}
            known |= pairs
            if who == "-" and "asserted" in alternatives(modality):
                plain |= pairs
            count["rows"] += 1
            row = (id, subject, object, who, modality, date)
            if not claims:
                details.append(("missed", *row, first))
                continue
            count["rows linked"] += 1
            right = any(c["modality"] in alternatives(modality) for c in claims)
            count["modality right"] += right
            wrong = [] if right else ["modality"]
            if who == "-":
                right = any(not c.get("attributedTo") for c in claims)
                count["own voice"] += 1
                count["own voice right"] += right
                wrong += [] if right else ["own voice"]
            elif who != "*":
                right = any(reading.names.get(w) in alternatives(who) for c in claims for w in c.get("attributedTo", []))
                if who == "unspecified":
                    right = not any(is_bare(c) for c in claims)
                count["attributed"] += 1
                count["claimant right"] += right
                wrong += [] if right else ["claimant"]
            if date != "-":
                right = any(same_date(date_of(c), date) for c in claims)
                count["dated"] += 1
                count["date right"] += right
                wrong += [] if right else ["date"]
            if wrong:
                shown = "; ".join(sorted({written(c, reading.names) for c in claims}))
                details.append((" ".join(wrong), *row, first, shown))
        for pair, claims in reading.pairs.items():
            count["pairs predicted"] += 1
            count["pairs right"] += pair in known
            bare = [c for c in claims if is_bare(c)]
            if pair in known and pair not in plain:
                count["reported pairs"] += 1
                count["leaked"] += bool(bare)
                if bare:
                    details.append(("leaked", id, *sorted(pair), written(bare[0], reading.names),
                                    text[bare[0]["begin"]:bare[0]["end"]][:80].replace("\n", " ")))
            if pair not in known:
                shown = "; ".join(sorted({written(c, reading.names) for c in claims}))
                details.append(("not in gold", id, *sorted(pair), shown))
    return count, details


def share(right, of):
    return f"{right:4} of {of:4}   {right / of if of else 0:.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newsgraph", required=True, help="the program to score")
    parser.add_argument("--part", choices=[*PARTS, "all"], default="dev")
    parser.add_argument("--details", action="store_true", help="list each wrong row with what was written")
    arguments = parser.parse_args()
    try:
        articles, entities, gold = read_articles("articles.jsonl"), table("entities.tsv", 3), table("gold.tsv", 8)
        check(articles, entities, gold)
        gold, forms = [row for _, row in gold], collections.defaultdict(dict)
        for _, (id, name, others) in entities:
            for form in [name, *filter(None, others.split("|"))]:
                forms[id].setdefault(norm(form), name)
        articles = [a for a in articles.values() if arguments.part in ("all", a["part"])]
        read = extract(arguments.newsgraph, articles)
        count, details = score(articles, read, gold, forms)
    except (OSError, ValueError, KeyError, subprocess.CalledProcessError) as problem:
        print(f"score.py: {problem}", file=sys.stderr)
        return 2
    print("rows linked                 ", share(count["rows linked"], count["rows"]))
    print("pairs of entities: precision", share(count["pairs right"], count["pairs predicted"]))
    print("modality right, linked rows ", share(count["modality right"], count["rows linked"]))
    print("claimant right, attributed  ", share(count["claimant right"], count["attributed"]))
    print("own voice kept as own       ", share(count["own voice right"], count["own voice"]))
    print("date right, dated           ", share(count["date right"], count["dated"]))
    print("leaked as bare fact         ", share(count["leaked"], count["reported pairs"]))
    if arguments.details:
        for row in details:
            print(*row, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
