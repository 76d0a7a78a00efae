"""The class of a word's shape, which gives casing back to the uncased encoder (MODEL_FORMAT.md,
section 3)."""

import functools
import unicodedata

NAMES = [
    "special",
    "lower",
    "title",
    "upper",
    "one-upper",
    "initial",
    "dotted-upper",
    "mixed",
    "digits",
    "number",
    "alphanumeric-upper",
    "alphanumeric",
    "end",
    "quote",
    "bracket",
    "pause",
    "other",
    "address",
]
INDEX = {name: i for i, name in enumerate(NAMES)}
SETS = [("end", ".?!…"), ("quote", "\"'`´‘’‚“”„«»"), ("bracket", "()[]{}<>"), ("pause", ",;:-–—/")]


@functools.lru_cache(maxsize=200_000)
def shape(word):
    """Class index of a word."""
    return INDEX[name(word)]


def name(word):
    kinds = [unicodedata.category(c) for c in word]
    letters = [k for k in kinds if k[0] == "L"]
    uppers = sum(k in ("Lu", "Lt") for k in letters)
    digits = sum(k == "Nd" for k in kinds)
    if ("@" in word and len(word) > 1) or "://" in word or word.lower().startswith("www."):
        return "address"
    if letters and not digits:
        return letters_only(word, kinds, letters, uppers)
    if letters:
        return "alphanumeric-upper" if uppers else "alphanumeric"
    if digits:
        return "digits" if digits == len(word) else "number"
    for kind, members in SETS:
        if word and all(c in members for c in word):
            return kind
    return "other"


def letters_only(word, kinds, letters, uppers):
    if not uppers:
        return "lower"
    if len(word) == 2 and kinds[0] in ("Lu", "Lt") and word[1] == ".":
        return "initial"
    if len(letters) == 1:
        return "one-upper"
    if uppers == len(letters):
        return "dotted-upper" if "." in word else "upper"
    return "title" if uppers == 1 and letters[0] in ("Lu", "Lt") else "mixed"
