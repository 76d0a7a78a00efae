"""Lemmas of inflected words seen in training, by tag: they come before the edit rules
(MODEL_FORMAT.md, section 8).

An uncased piece often does not tell 'flew' from 'few' to the rule classifier; the word list does.
"""

import collections

import lemmas

INFLECTED = {
    "VBD",
    "VBN",
    "VBG",
    "VBZ",
    "VBP",
    "NNS",
    "JJR",
    "JJS",
    "RBR",
    "RBS",
    "MD",
    "PRP",
    "PRP$",
    "WP",
    "WP$",
    "POS",
}
PROPER = {
    "NNP",
    "NNPS",
    "ADD",
    "FW",
    "LS",
    "SYM",
    "CD",
    "GW",
    "AFX",
    "NFP",
    "-LRB-",
    "-RRB-",
    "``",
    "''",
    ":",
    ",",
    ".",
    "HYPH",
}
SHARE = 0.8


def build(sentences):
    """{xpos: {lower-case form: lemma}}, for tags that inflect and for other words whose lemma
    is not the form."""
    seen = collections.defaultdict(collections.Counter)
    for s in sentences:
        for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
            if xpos not in PROPER:
                seen[xpos, lemmas.lower(form)][lemma] += 1
    out = {}
    for (xpos, form), counts in sorted(seen.items()):
        lemma, n = max(counts.items(), key=lambda x: (x[1], x[0]))
        if n / counts.total() >= SHARE and (xpos in INFLECTED or lemma != form):
            out.setdefault(xpos, {})[form] = lemma
    return out
