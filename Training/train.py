"""Fine-tunes the encoder and all heads together.

usage: train.py [--data FOLDER] [--epochs N] [--resume]
Writes Training/work/checkpoint.pt after each epoch and a line of figures on the development
parts to Training/work/log.txt.
"""

import argparse
import os
import pathlib
import pickle
import random
import time

import torch
from torch.nn import functional as F

import augment
import batches
import predict
import prepare
import scores
from model import Model

WORK = prepare.ROOT / "work"
WEIGHTS = {"upos": 1.0, "xpos": 1.0, "features": 0.6, "lemma": 0.6, "entity": 0.6}


def losses(model, batch):
    """Sum of all layers' losses; a layer counts only where it is annotated."""
    with torch.autocast("cpu", torch.bfloat16):
        out = model(batch)
    out = out.float()
    found = {}
    for k, w in WEIGHTS.items():
        found[k] = w * cross_entropy(model.part(out, k)[:, 1:].flatten(0, 1), batch[k].flatten())
    heads = batch["heads"]
    arcs = model.arcs(out)
    beyond = torch.arange(arcs.shape[2])[None, :] > batch["lengths"][:, None]
    own = torch.eye(arcs.shape[1], arcs.shape[2] - 1, dtype=torch.bool)
    arcs = arcs.masked_fill(beyond[:, None, :], -1e4)
    arcs = arcs.masked_fill(F.pad(own, (1, 0))[None], -1e4)
    found["arc"] = cross_entropy(arcs.flatten(0, 1), heads.flatten())
    i, w = torch.nonzero(heads >= 0, as_tuple=True)
    if len(i):
        with torch.autocast("cpu", torch.bfloat16):
            relation = model.relations(out[i, w + 1], out[i, heads[i, w]])
        found["relation"] = cross_entropy(relation.float(), batch["relation"][i, w])
    named = batch["has_names"]
    if named.any():
        emissions = model.part(out, "name")[named][:, 1:]
        nll = model.names_loss(emissions, batch["names"][named], batch["lengths"][named])
        found["name"] = 3.0 * nll.sum() / batch["lengths"][named].sum()
    return found


def cross_entropy(logits, gold):
    if not (gold >= 0).any():
        return logits.sum() * 0
    return F.cross_entropy(logits, gold, ignore_index=batches.NO_LABEL)


def optimizer(model, encoder_rate, head_rate):
    """AdamW with its own rate for the heads and no decay for norms and biases; the word
    embeddings are frozen."""
    model.word.weight.requires_grad = False
    head_names = ("heads.", "arc.", "label.", "transition", "start", "end", "shape.")
    groups = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            key = (
                head_rate if name.startswith(head_names) else encoder_rate,
                0.01 if p.dim() > 1 and "position" not in name else 0.0,
            )
            groups.setdefault(key, []).append(p)
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "weight_decay": d} for (r, d), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


class Average:
    """Exponential moving average of the trained parameters, updated every few steps."""

    def __init__(self, model, decay=0.99, every=4):
        self.values = {
            n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad
        }
        self.decay, self.every = decay, every

    def update(self, model, step):
        if step % self.every == 0:
            decay = min(self.decay, (1 + step) / (10 + step))
            for n, p in model.named_parameters():
                if n in self.values:
                    self.values[n].lerp_(p.detach(), 1 - decay)

    def swap(self, model):
        """Exchanges the averaged and the current values."""
        for n, p in model.named_parameters():
            if n in self.values:
                p.data, self.values[n] = self.values[n], p.data


def epoch_batches(bank, extra, data, words, epoch, seed):
    """The epoch's batches: every sentence once, as an augmented variant."""
    chance = random.Random(seed * 1000 + epoch)
    vary = augment.Augmenter(data, chance)
    sentences = [
        vary(s)
        for s in bank["ewt-train"] + bank["gum-permissive-train"] + extra
        if len(s.forms) <= 200
    ]
    return batches.grouped(sentences, words, seed * 1000 + epoch)


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", default=prepare.DEFAULT_DATA)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--words", type=int, default=1200, help="words a batch")
    ap.add_argument("--encoder-rate", type=float, default=1e-4)
    ap.add_argument("--head-rate", type=float, default=1.5e-3)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--resume", action="store_true")
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    with open(WORK / "data.pickle", "rb") as file:
        d = pickle.load(file)
    model = Model(d["labels"])
    model.load_pretrained()
    opt, average, first = optimizer(model, a.encoder_rate, a.head_rate), Average(model), 0
    per_epoch = len(epoch_batches(d["bank"], d["extra"], a.data, a.words, 0, a.seed))
    total, warm = per_epoch * a.epochs, int(0.06 * per_epoch * a.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: s / warm if s < warm else max(0.0, (total - s) / (total - warm))
    )
    if a.resume:
        c = torch.load(WORK / "checkpoint.pt", weights_only=False)
        model.load_state_dict(c["model"])
        opt.load_state_dict(c["optimizer"])
        schedule.load_state_dict(c["schedule"])
        average.values, first = c["average"], c["epoch"]
    note(f"epochs {a.epochs}, steps an epoch {per_epoch}, from epoch {first}")
    encoder, began, step = batches.Encoder(d["labels"]), time.time(), first * per_epoch
    for epoch in range(first, a.epochs):
        model.train()
        torch.manual_seed(a.seed * 1000 + epoch)
        for group in epoch_batches(d["bank"], d["extra"], a.data, a.words, epoch, a.seed)[
            :per_epoch
        ]:
            found = losses(model, encoder.batch(group))
            opt.zero_grad()
            sum(found.values()).backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            opt.step()
            schedule.step()
            average.update(model, step)
            if step % 50 == 0:
                note(
                    f"epoch {epoch} step {step}/{total} {time.time() - began:.0f} s "
                    + " ".join(f"{k} {v.item():.3f}" for k, v in found.items())
                )
            step += 1
        average.swap(model)
        report(model, d, epoch, began)
        average.swap(model)
        save(model, opt, schedule, average, epoch + 1, d["labels"])


def report(model, d, epoch, began):
    for name in ("ewt-dev", "gum-permissive-dev"):
        part = d["bank"][name]
        figures = scores.evaluate(part, predict.annotate(model, d["labels"], part))
        note(f"epoch {epoch} {time.time() - began:.0f} s {name} {figures}")


def save(model, opt, schedule, average, epoch, labels):
    """Writes the checkpoint under another name first, so that an interrupted run never leaves
    half a file."""
    state = {
        "model": model.state_dict(),
        "optimizer": opt.state_dict(),
        "schedule": schedule.state_dict(),
        "average": average.values,
        "epoch": epoch,
        "labels": labels,
    }
    torch.save(state, WORK / "checkpoint.new")
    os.replace(WORK / "checkpoint.new", WORK / "checkpoint.pt")


def note(text):
    print(text, flush=True)
    with open(pathlib.Path(WORK, "log.txt"), "a", encoding="utf-8") as file:
        file.write(text + "\n")


if __name__ == "__main__":
    main()
