"""Trains the sentence splitter: a window of tokens, one hidden layer (MODEL_FORMAT.md, section 9).

usage: splitter.py [--epochs N]     Reads work/data.pickle, writes work/splitter.pt.
"""

import argparse
import pickle
import random

import torch
from torch import nn
from torch.nn import functional as F

import conllu
import pieces
import prepare
import shapes
from model import fake_int8
from safetensors.torch import load_file

WINDOW, PIECE, SMALL, HIDDEN = 6, 32, 8, 64
BUCKETS = [0, 1, 2, 3, 4, 6, 9, 15, 30]
# What the parameters are called in the model file, behind "splitter.".
FILE_NAMES = {
    "shape.weight": "shape",
    "gap.weight": "gap",
    "from_start.weight": "fromStart",
    "to_end.weight": "toEnd",
    "hidden.weight": "hidden.weight",
    "hidden.bias": "hidden.bias",
    "output.weight": "output.weight",
    "output.bias": "output.bias",
}


class Splitter(nn.Module):
    """Scores each token for ending a sentence."""

    def __init__(self):
        super().__init__()
        self.piece = nn.Linear(384, PIECE, bias=False)
        self.own = nn.Embedding(30522, PIECE)
        self.shape = nn.Embedding(len(shapes.NAMES), SMALL)
        self.gap = nn.Embedding(4, SMALL)
        self.from_start = nn.Embedding(len(BUCKETS), SMALL)
        self.to_end = nn.Embedding(len(BUCKETS), SMALL)
        self.hidden = nn.Linear((2 * WINDOW + 1) * (PIECE + 2 * SMALL) + 2 * SMALL, HIDDEN)
        self.output = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.3)
        nn.init.zeros_(self.own.weight)

    def table(self, words, ids=slice(None)):
        """The vectors of pieces (all of them if not told): the pretrained embeddings projected,
        and a learned part."""
        return self.piece(words[ids]) + self.own.weight[ids]

    def forward(self, table, window, start, end):
        """Scores [n]; window [n, 13, 4] holds piece, shape, gap and whether there is a token."""
        p = F.embedding(window[..., 0], table)
        x = (
            torch.cat([p, self.shape(window[..., 1]), self.gap(window[..., 2])], -1)
            * window[..., 3:]
        )
        x = torch.cat([self.dropout(x.flatten(1)), self.from_start(start), self.to_end(end)], -1)
        return self.output(self.dropout(F.relu(self.hidden(x))))[:, 0]


def bucket(k):
    return max(i for i, least in enumerate(BUCKETS) if least <= k)


def paragraphs(sentences, chance=None):
    """Lists of (form, gap, ends sentence) for each paragraph; with a random source, varied as
    web text varies."""
    out, vary, quotes = [], {}, 0
    for s in sentences:
        if s.starts_paragraph or s.starts_document or not out:
            out.append([])
            quotes = 0
            vary = variant(chance) if chance and s.starts_document else vary
        last = len(s.forms) - 1
        for i, (form, gap) in enumerate(zip(s.forms, s.gaps)):
            if i == last and not (chance and chance.random() < 0.05):
                gap = conllu.BLANK
            if i == last and vary.get("lines"):
                gap = conllu.NEWLINE
            if vary.get("wrap") and gap == conllu.BLANK and chance.random() < 0.07:
                gap = conllu.NEWLINE
            if vary.get("curly") and '"' == form:
                form, quotes = "“”"[quotes % 2], quotes + 1
            elif vary.get("curly"):
                form = form.replace("'", "’")
            out[-1].append((form.lower() if vary.get("lower") else form, gap, i == last))
    for p in out:
        p[-1] = (p[-1][0], conllu.PARAGRAPH, True)
    return out


def variant(chance):
    x = chance.random()
    return {
        "wrap": x < 0.06,
        "lines": 0.06 <= x < 0.09,
        "lower": 0.09 <= x < 0.12,
        "curly": x > 0.6,
    }


def tensors(parts):
    """Window, start and end buckets, labels, and whether the token is the last of its paragraph."""
    rows, start, end, gold, last = [], [], [], [], []
    pad = [[0, 0, 0, 0]] * WINDOW
    index = []
    for p in parts:
        rows += pad
        for i, (form, gap, ends) in enumerate(p):
            index.append(len(rows))
            rows.append([pieces.pieces(form)[0], shapes.shape(form), gap, 1])
            start.append(bucket(i))
            end.append(bucket(len(p) - 1 - i))
            gold.append(ends)
            last.append(i == len(p) - 1)
    rows += pad
    at = torch.tensor(index)[:, None] + torch.arange(-WINDOW, WINDOW + 1)
    return (
        torch.tensor(rows),
        at,
        torch.tensor(start),
        torch.tensor(end),
        torch.tensor(gold).float(),
        torch.tensor(last),
    )


def scores(model, table, data):
    rows, at, start, end, _, _ = data
    model.eval()
    with torch.no_grad():
        return torch.cat(
            [
                model(table, rows[at[i : i + 8192]], start[i : i + 8192], end[i : i + 8192])
                for i in range(0, len(at), 8192)
            ]
        )


def f1(z, data, threshold):
    """Sentence-end F1 as eval_parse.py counts it: ends of documents and paragraphs included."""
    gold, last = data[4] > 0, data[5]
    found = (z > threshold) | last
    return 200 * (gold & found).sum().item() / (gold.sum() + found.sum()).item()


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--seed", type=int, default=7)
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    with open(prepare.ROOT / "work/data.pickle", "rb") as file:
        bank = pickle.load(file)["bank"]
    words = fake_int8(
        load_file(str(pieces.pretrained_folder() / "model.safetensors"))[
            "embeddings.word_embeddings.weight"
        ]
    )
    model = Splitter()
    opt = torch.optim.AdamW(
        [
            {"params": [p for n, p in model.named_parameters() if n != "own.weight"]},
            {"params": [model.own.weight], "weight_decay": 0.0, "lr": 4e-4},
        ],
        lr=1e-3,
        weight_decay=0.01,
    )
    chance = random.Random(a.seed)
    dev = {c: tensors(paragraphs(bank[f"{c}-dev"])) for c in ("ewt", "gum-permissive")}
    for epoch in range(a.epochs):
        train_epoch(
            model,
            opt,
            words,
            tensors(paragraphs(bank["ewt-train"] + bank["gum-permissive-train"], chance)),
            epoch,
            a.epochs,
        )
        table = model.table(words).detach()
        print(
            epoch,
            {
                c: [round(f1(scores(model, table, d), d, t), 2) for t in (-0.6, -0.3, 0.0, 0.3)]
                for c, d in dev.items()
            },
            flush=True,
        )
    z = {c: scores(model, table, d) for c, d in dev.items()}
    threshold = max(
        (t / 10 for t in range(-10, 11)), key=lambda t: sum(f1(z[c], dev[c], t) for c in dev)
    )
    print("threshold", threshold)
    torch.save(
        {"model": model.state_dict(), "table": table, "threshold": threshold},
        prepare.ROOT / "work/splitter.pt",
    )


def train_epoch(model, opt, words, data, epoch, epochs):
    rows, at, start, end, gold, last = data
    keep = torch.nonzero(~last)[:, 0]
    order = keep[torch.randperm(len(keep))]
    model.train()
    size = 1024
    for k, i in enumerate(range(0, len(order), size)):
        rate = 1 - (epoch + i / len(order)) / epochs
        for group, base in zip(opt.param_groups, (1e-3, 4e-4)):
            group["lr"] = base * max(rate, 0.01)
        pick = order[i : i + size]
        window = rows[at[pick]]
        used, where = torch.unique(window[..., 0], return_inverse=True)
        window = torch.cat([where[..., None], window[..., 1:]], -1)
        z = model(model.table(words, used), window, start[pick], end[pick])
        loss = F.binary_cross_entropy_with_logits(z, gold[pick])
        opt.zero_grad()
        loss.backward()
        opt.step()


if __name__ == "__main__":
    main()
