"""Figures of decoded annotation against gold, on gold tokens."""

import names_data


def spans(tags, kinds=("PER", "LOC", "ORG")):
    return {x for x in names_data.bio_spans(tags) if x[2] in kinds}


def gold_tags(s):
    """BIO tags of a sentence whose label sets hold one label each; `O` for the others."""
    return [names_data.LABELS[min(a)] if len(a) == 1 else "O" for a in s.names]


def evaluate(sentences, decoded):
    """Percentages: tags, attachment, lemmas, phrase types, names (PER, LOC, ORG, exact)."""
    n, right = 0, dict.fromkeys(["upos", "xpos", "features", "lemma", "uas", "las", "entity"], 0)
    hit = got = gold = typed = 0
    for s, d in zip(sentences, decoded):
        n += len(s.forms)
        for k, values in (
            ("upos", s.upos),
            ("xpos", s.xpos),
            ("features", s.features),
            ("lemma", s.lemmas),
        ):
            right[k] += sum(a == b for a, b in zip(values, d[k]))
        for a, b, r, q in zip(s.heads, d["heads"], s.relations, d["relation"]):
            right["uas"] += a == b
            right["las"] += a == b and r == q
        if s.entities:
            typed += len(s.forms)
            right["entity"] += sum(a == b for a, b in zip(s.entities, d["entity"]))
        if s.names:
            mine, theirs = spans(d["name"]), spans(gold_tags(s))
            hit, got, gold = hit + len(mine & theirs), got + len(mine), gold + len(theirs)
    out = {k: round(100 * v / max(n, 1), 2) for k, v in right.items() if k != "entity"}
    if typed:
        out["entity"] = round(100 * right["entity"] / typed, 2)
    if gold:
        out |= {
            "names P": round(100 * hit / max(got, 1), 2),
            "names R": round(100 * hit / gold, 2),
            "names F1": round(200 * hit / (got + gold), 2),
        }
    return out
