"""From scores to one tree, one label path and one set of tags a sentence."""

import numpy as np

import lemmas

ROOT_PENALTY = 10_000.0


def tree(scores):
    """Heads (0 is the root) of the best tree with a single word on the root; scores [n, n + 1]."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores.astype(np.float64)
    full[1:, 0] -= ROOT_PENALTY
    np.fill_diagonal(full, -np.inf)
    return chu_liu_edmonds(full)[1:]


def chu_liu_edmonds(scores):
    """Best head of each node (node 0 is the root) by contracting cycles; scores [dependent,
    head]."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(scores)) if i not in set(cycle)]
    inner = scores[cycle, heads[cycle]]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - inner[:, None]
    enter = into.argmax(0)
    small[-1, :-1] = into.max(0)
    out = scores[np.ix_(rest, cycle)]
    leave = out.argmax(1)
    small[:-1, -1] = out.max(1)
    solved = chu_liu_edmonds(small)
    result = np.zeros(len(scores), dtype=int)
    for k, i in enumerate(rest):
        result[i] = cycle[leave[k]] if solved[k] == len(rest) else rest[solved[k]]
    result[cycle] = heads[cycle]
    broken = solved[-1]
    result[cycle[enter[broken]]] = rest[broken]
    result[0] = 0
    return result


def find_cycle(heads):
    state = np.zeros(len(heads), dtype=int)
    state[0] = 2
    for start in range(1, len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return path[path.index(i) :]
        state[path] = 2
    return None


def viterbi(emissions, transition, start, end):
    """Best label path of [n, K] emissions."""
    best, back = start + emissions[0], []
    for e in emissions[1:]:
        through = best[:, None] + transition
        back.append(through.argmax(0))
        best = through.max(0) + e
    y = int((best + end).argmax())
    path = [y]
    for b in reversed(back):
        y = int(b[y])
        path.append(y)
    return path[::-1]


def relation_choice(scores, heads, root):
    """Relation index of each word; `root` if and only if the head is 0."""
    scores = scores.copy()
    on_root = np.asarray(heads) == 0
    scores[:, root] = -np.inf
    chosen = scores.argmax(1)
    chosen[on_root] = root
    return chosen


def sentence(forms, scores, labels, names, lexicon=None):
    """Decoded annotation; `scores` as given by predict.py, `names` the transition, start and
    end scores.

    `lexicon` is as lexicon.py builds it.
    """
    heads = [int(h) for h in scores["heads"]]
    rules = [labels["lemma"][i] for i in scores["lemma"].argmax(1)]
    relation = relation_choice(scores["relation"], heads, labels["relation"].index("root"))
    out = {
        k: [labels[k][i] for i in scores[k].argmax(1)]
        for k in ("upos", "xpos", "features", "entity")
    }
    listed = [(lexicon or {}).get(x, {}).get(lemmas.lower(f)) for f, x in zip(forms, out["xpos"])]
    out["lemma"] = [known or lemmas.apply(r, f) for known, r, f in zip(listed, rules, forms)]
    out["name"] = [labels["name"][i] for i in viterbi(scores["name"], *names)]
    out["heads"] = heads
    out["relation"] = [labels["relation"][i] for i in relation]
    return out
