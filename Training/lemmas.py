"""Lemma edit rules (MODEL_FORMAT.md, section 8)."""

CASES = {
    "l": lambda w: lower(w),
    "k": lambda w: w,
    "t": lambda w: upper(w[:1]) + lower(w[1:]),
    "u": lambda w: upper(w),
}


def lower(word):
    """Lower case code point by code point; a code point whose mapping is longer stays."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def upper(word):
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in word)


def rule(form, lemma):
    """The canonical rule that turns a form into its lemma."""
    for case in "lktu":
        if CASES[case](form) == lemma:
            return f"{case}|0|"
    best = None
    for case in "lktu":
        base = CASES[case](form)
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        drop, add = len(base) - common, lemma[common:]
        if common and (best is None or drop + len(add) < best[0]):
            best = (drop + len(add), f"{case}|{drop}|{add}")
    return best[1] if best and best[0] <= 8 else "=" + lemma


def apply(rule, form):
    """The lemma that a rule gives for a form."""
    if rule.startswith("="):
        return rule[1:]
    case, drop, add = rule.split("|", 2)
    base, n = CASES[case](form), int(drop)
    return base if n >= len(base) else base[: len(base) - n] + add
