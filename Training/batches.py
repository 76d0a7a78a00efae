"""Sentences to padded tensors, grouped by length."""

import random

import torch

import pieces
import shapes
from layers import LAYERS

NO_LABEL = -100


class Encoder:
    """Turns sentences into tensors with the label sets given."""

    def __init__(self, labels):
        self.index = {k: {v: i for i, v in enumerate(labels[k])} for k in LAYERS}
        self.names = len(labels["name"])

    def batch(self, sentences):
        """A dict of tensors; words that a layer does not annotate hold NO_LABEL."""
        rows = [sentence_pieces(s.forms) for s in sentences]
        b, t, n = len(rows), max(len(r[0]) for r in rows), max(len(s.forms) for s in sentences)
        out = {
            "ids": torch.zeros(b, t, dtype=torch.long),
            "kinds": torch.zeros(b, t, dtype=torch.long),
            "mask": torch.zeros(b, t, dtype=torch.bool),
            "first": torch.zeros(b, n + 1, dtype=torch.long),
            "lengths": torch.tensor([len(s.forms) for s in sentences]),
            "heads": torch.full((b, n), NO_LABEL),
            "has_names": torch.tensor([bool(s.names) for s in sentences]),
            "names": torch.ones(b, n, self.names, dtype=torch.bool),
        }
        for k in LAYERS:
            out[k] = torch.full((b, n), NO_LABEL)
        for i, (s, (ids, kinds, first)) in enumerate(zip(sentences, rows)):
            out["ids"][i, : len(ids)] = torch.tensor(ids)
            out["kinds"][i, : len(ids)] = torch.tensor(kinds)
            out["mask"][i, : len(ids)] = True
            out["first"][i, 1 : len(first) + 1] = torch.tensor(first)
            self.labels(out, i, s)
        return out

    def labels(self, out, i, s):
        m = len(s.forms)
        for k, attribute in LAYERS.items():
            values = getattr(s, attribute, None)
            if values:
                out[k][i, :m] = torch.tensor([self.index[k].get(v, NO_LABEL) for v in values])
        if s.heads:
            out["heads"][i, :m] = torch.tensor(s.heads)
        if s.names:
            for w, allowed in enumerate(s.names):
                if len(allowed) < self.names:
                    out["names"][i, w] = False
                    out["names"][i, w, list(allowed)] = True


def sentence_pieces(forms):
    """Piece ids, shape classes, and the position of each word's first piece."""
    ids, kinds, first = [pieces.CLS], [0], []
    for form in forms:
        first.append(len(ids))
        own = pieces.pieces(form)
        ids += own
        kinds += [shapes.shape(form)] * len(own)
    return ids + [pieces.SEP], kinds + [0], first


def grouped(sentences, words, seed=None):
    """Lists of sentences of similar length with about `words` padded words; shuffled if a seed
    is given."""
    chance = random.Random(seed)
    jitter = (lambda: chance.uniform(-1.5, 1.5)) if seed is not None else (lambda: 0)
    order = sorted(sentences, key=lambda s: len(s.forms) + jitter())
    out, current = [], []
    for s in order:
        if current and (len(current) + 1) * len(s.forms) > words:
            out.append(current)
            current = []
        current.append(s)
    if current:
        out.append(current)
    if seed is not None:
        chance.shuffle(out)
    return out
