"""Name annotation of the four sources as sets of allowed labels per word.

Guidelines differ, so a word's annotation is a set: one label where the source is clear, several
where it leaves a choice
(UNER's old `OTH` may be a group, an event or another name), all where it says nothing that
fits. The loss sums over them.
"""

import json
import pathlib
import re

from conllu import Sentence

TYPES = ["PER", "LOC", "ORG", "NORP", "EVENT", "MISC"]
LABELS = ["O"] + [f"{b}-{t}" for t in TYPES for b in "BI"]
INDEX = {label: i for i, label in enumerate(LABELS)}
ANY = frozenset(range(len(LABELS)))
OUTSIDE = frozenset([0])
OPEN = ["NORP", "EVENT", "MISC"]
CROSSNER = {
    "politician": "PER",
    "person": "PER",
    "country": "LOC",
    "location": "LOC",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "election": "EVENT",
    "event": "EVENT",
    "misc": None,
}


def labels_of(spans, n):
    """Allowed label sets of n words from spans (start, end, list of types), end exclusive."""
    out = [OUTSIDE] * n
    for start, end, types in spans:
        for i in range(start, end):
            out[i] = frozenset(INDEX[("B-" if i == start else "I-") + t] for t in types)
    return out


def bio_spans(tags):
    """Spans (start, end, type) of BIO or IOB1 tags."""
    found, start = [], None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag[:2] != "I-" or tag[2:] != tags[start][2:]):
            found.append((start, i, tags[start][2:]))
            start = None
        if tag != "O" and start is None:
            start = i
    return found


def columns(path, token, tag, separator=None):
    """Sentences of a token-per-line file as (forms, tags)."""
    forms, tags = [], []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("# ") or line.startswith("-DOCSTART-"):
            continue
        fields = line.split(separator) if line.strip() else []
        if fields:
            forms.append(fields[token])
            tags.append(fields[tag])
        elif forms:
            yield forms, tags
            forms, tags = [], []


def open_types(forms, groups):
    """The types that an 'other' span may have."""
    if len(forms) == 1 and forms[0] in groups:
        return ["NORP"]
    return OPEN if len(forms) == 1 else ["EVENT", "MISC", "NORP"]


def uner(path):
    """UNER sentences by their words: {forms: tags}; `B-O` is O."""
    found = {}
    for forms, tags in columns(path, 1, 2, "\t"):
        found[tuple(forms)] = ["O" if t in ("B-O", "I-O") else t for t in tags]
    return found


def add_uner(sentences, tags_by_forms, groups):
    """Gives EWT's sentences their UNER labels; returns how many matched word for word."""
    matched = 0
    for s in sentences:
        tags = tags_by_forms.get(tuple(s.forms))
        if tags is None:
            continue
        matched += 1
        spans = [
            (a, b, open_types(s.forms[a:b], groups) if t == "OTH" else [t])
            for a, b, t in bio_spans(tags)
        ]
        s.names = labels_of(spans, len(s.forms))
        for i, form in enumerate(s.forms):
            if s.names[i] == OUTSIDE and form in groups and s.xpos[i] in ("JJ", "NNPS", "NNP"):
                s.names[i] = frozenset(
                    [INDEX["B-NORP"]] if s.xpos[i] != "NNP" else [0, INDEX["B-NORP"]]
                )
    return matched


def split_hyphens(forms, tags):
    """Cuts hyphenated words as the treebanks do."""
    out_forms, out_tags = [], []
    for form, tag in zip(forms, tags):
        form = {"``": '"', "''": '"'}.get(form, form)
        parts = re.findall(r"-|[^-]+", form) if re.fullmatch(r"\w{2,}(-\w{2,})+", form) else [form]
        for k, part in enumerate(parts):
            out_forms.append(part)
            out_tags.append(tag if k == 0 or tag == "O" else "I-" + tag[2:])
    return out_forms, out_tags


def bio_source(path, tag_column, groups, fold):
    """Sentences of wikigold or CrossNER."""
    out = []
    for forms, tags in columns(path, 0, tag_column):
        forms, tags = split_hyphens(forms, tags)
        spans = []
        for a, b, t in bio_spans(tags):
            kind = fold.get(t, t)
            spans.append(
                (a, b, [kind] if kind in TYPES[:3] + ["EVENT"] else open_types(forms[a:b], groups))
            )
        out.append(Sentence(forms, names=labels_of(spans, len(forms))))
    return out


TITLES = set(
    "Mr Mrs Ms Dr Sir President Minister Secretary General Ambassador Foreign Prime Gen Col Maj "
    "Lt Capt Sgt Spokesperson "
    "Colonel Major Special Envoy Representative Assistant State Defense Defence Deputy Press "
    "Chairman Senator King".split()
)
SMALL = {"of", "the", "and", "for", "in", "al", "-", "'s", "&", "bin", "on", "to"}
TOKEN = re.compile(
    r"https?://\S+|(?:[A-Z]\.){2,}|[A-Za-z]\.(?= [A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|St|Sgt|Capt)\.|\d+(?:[.,]\d+)*"
    r"|['’]s\b|\w+?(?=n['’]t\b)|n['’]t\b|\w+|\S"
)


def re3d(folder, groups):
    """Sentences of re3d: its phrases are names only where they are written as names; elsewhere
    the labels are left open."""
    out = []
    for path in sorted(pathlib.Path(folder).glob("*/documents.json")):
        entities = {}
        for line in path.with_name("entities.json").read_text(encoding="utf-8").splitlines():
            e = json.loads(line)
            if e["confidence"] >= 0.5:
                entities.setdefault(e["documentId"], []).append(e)
        for line in path.read_text(encoding="utf-8").splitlines():
            d = json.loads(line)
            out += document(d["text"], entities.get(d["_id"], []), groups)
    return out


def document(text, entities, groups):
    tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]
    names = [OUTSIDE] * len(tokens)
    for e in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        inside = [i for i, t in enumerate(tokens) if t[0] >= e["begin"] and t[1] <= e["end"]]
        if inside:
            mark(e["type"], inside, [t[2] for t in tokens], names, groups)
    for i, t in enumerate(tokens):
        if names[i] == OUTSIDE and t[2] in groups:
            names[i] = frozenset([0, INDEX["B-NORP"]])
    out, start = [], 0
    for i, t in enumerate(tokens):
        following = text[t[1] : tokens[i + 1][0]] if i + 1 < len(tokens) else "\n"
        if "\n" in following or (t[2] in ".!?" and following.strip() == "" and following):
            if i - start >= 2:
                out.append(
                    Sentence([x[2] for x in tokens[start : i + 1]], names=names[start : i + 1])
                )
            start = i + 1
    return out


def mark(kind, inside, forms, names, groups):
    """Labels one re3d phrase."""
    fold = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}.get(
        kind
    )
    written = [i for i in inside if not (forms[i].lower() in SMALL or forms[i] == ".")]
    proper = written and all(forms[i][0].isupper() for i in written)
    if fold is None or not proper or kind == "Person" and forms[written[0]] in TITLES:
        for i in inside:
            if forms[i][0].isupper() and fold:
                names[i] = ANY
        return
    first, last = written[0], written[-1]
    for i in range(first, last + 1):
        one = len(written) == 1 and forms[first] in groups
        names[i] = frozenset([INDEX[("B-" if i == first else "I-") + ("NORP" if one else fold)]])
