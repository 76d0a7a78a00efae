"""Runs the float model over sentences whose tokens are given."""

import numpy as np
import torch

import batches
import decode

TAGS = ["upos", "xpos", "features", "lemma", "entity", "name"]


def outputs(model, out, lengths):
    """Scores of each sentence of a batch, from the heads' raw outputs [sentences, 1 + words,
    rows]."""
    arcs = model.arcs(out).float().numpy()
    parts = {k: model.part(out, k).float().numpy() for k in TAGS}
    found = []
    for i, n in enumerate(lengths):
        s = {k: parts[k][i, 1 : n + 1] for k in TAGS}
        s["arc"] = arcs[i, :n, : n + 1]
        s["heads"] = decode.tree(s["arc"])
        head = out[i][torch.as_tensor(s["heads"].astype(np.int64))]
        s["relation"] = model.relations(out[i, 1 : n + 1], head).float().numpy()
        found.append(s)
    return found


def annotate(model, labels, sentences, lexicon=None, words=1500):
    """Decoded annotation of sentences, in their order; the model is set to evaluation."""
    model.eval()
    encoder = batches.Encoder(labels)
    decoded = {}
    with torch.no_grad():
        names = [x.float().numpy() for x in model.name_scores()]
        for group in batches.grouped(sentences, words):
            batch = encoder.batch(group)
            scores = outputs(model, model(batch).float(), batch["lengths"].tolist())
            for s, x in zip(group, scores):
                decoded[id(s)] = decode.sentence(s.forms, x, labels, names, lexicon)
    return [decoded[id(s)] for s in sentences]
