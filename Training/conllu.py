"""Reading CoNLL-U: words, trees, paragraph breaks and the gap after each word."""

import re
from dataclasses import dataclass, field

GLUED, BLANK, NEWLINE, PARAGRAPH = 0, 1, 2, 3


@dataclass
class Sentence:
    """One sentence; every list has one item a word, None where the source has no such layer."""

    forms: list
    upos: list = None
    xpos: list = None
    features: list = None
    lemmas: list = None
    heads: list = None
    relations: list = None
    entities: list = None
    names: list = None  # per word: the set of name labels that the annotation allows
    gaps: list = field(default_factory=list)
    starts_paragraph: bool = False
    starts_document: bool = False
    id: str = ""


def blocks(path):
    """Yields the lines of each sentence, without the blank line."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                lines.append(line)
            elif lines:
                yield lines
                lines = []
    if lines:
        yield lines


def read(path):
    """All sentences of a CoNLL-U file."""
    return [sentence(lines) for lines in blocks(path)]


def sentence(lines):
    """One sentence from its lines; empty nodes are left out, multiword tokens give only their
    gaps."""
    s = Sentence([], [], [], [], [], [], [])
    inside, range_gap, range_end, misc = False, BLANK, 0, []
    for line in lines:
        if line.startswith("#"):
            s.starts_paragraph |= line.startswith("# newpar ") or line == "# newpar"
            s.starts_document |= line.startswith("# newdoc")
            if line.startswith("# sent_id"):
                s.id = line.split("=", 1)[1].strip()
            continue
        c = line.split("\t")
        gap = GLUED if "SpaceAfter=No" in c[9] else BLANK
        if "-" in c[0]:
            range_end, range_gap, inside = int(c[0].split("-")[1]), gap, True
            continue
        if not c[0].isdigit():
            continue
        if inside:
            last = int(c[0]) == range_end
            gap, inside = (range_gap, False) if last else (GLUED, True)
        s.forms.append(c[1])
        s.lemmas.append(c[2])
        s.upos.append(c[3])
        s.xpos.append(c[4])
        s.features.append(c[5])
        s.heads.append(int(c[6]))
        s.relations.append(c[7])
        s.gaps.append(gap)
        misc.append(c[9])
    if any("Entity=" in m for m in misc):
        s.entities = phrase_types(misc, s.heads)
    return s


def phrase_types(misc, heads):
    """GUM's entity type of the innermost mention that each word heads, `none` for the other words.

    The Entity column opens a mention as `(id-type-…` and closes it as `id)`, or `(id-type-…)`
    for one word.
    """
    types, open_mentions, spans = ["none"] * len(misc), {}, []
    for i, m in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", m)
        if not found:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", found.group(1)):
            key = re.match(r"\(?([^-()]*)", part).group(1)
            if part.startswith("("):
                kind = part.strip("()").split("-")[1]
                open_mentions.setdefault(key, []).append((i, kind))
            if part.endswith(")") and open_mentions.get(key):
                start, kind = open_mentions[key].pop()
                spans.append((i - start, start, i, kind))
    for _, start, end, kind in sorted(spans, reverse=True):
        inside = range(start + 1, end + 2)
        for w in inside:
            if heads[w - 1] not in inside:
                types[w - 1] = kind
                break
    return types
