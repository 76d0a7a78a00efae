"""Writes the model file from a checkpoint and the splitter.

usage: export.py --out FILE [--weights average|last|untrained]
"""

import argparse
import datetime
import os
import pickle

import numpy as np
import torch

import int8
import lexicon
import model as network
import model_file
import pieces
import prepare
import shapes
import splitter

WORK = prepare.ROOT / "work"


def network_tensors(model):
    """The network's arrays in the file's order."""
    state = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    out = {}

    def rows(name, weight):
        out[name], out[name + ".scale"] = int8.rows_to_int8(weight)

    rows("embeddings.word", state["word.weight"])
    transition, start, end = (x.detach().float().numpy() for x in model.name_scores())
    state |= {"transition": transition, "start": start, "end": end}
    for ours, theirs in int8.PLAIN.items():
        out[theirs] = state[ours]
    for ours, theirs in int8.NORMS.items():
        out[theirs + ".weight"], out[theirs + ".bias"] = (
            state[ours + ".weight"],
            state[ours + ".bias"],
        )
    for ours, theirs in int8.PAIRS.items():
        rows(theirs, state[ours + ".weight"])
        out[theirs + ".bias"] = state[ours + ".bias"]
    return out


def splitter_tensors(state, table):
    out = {}
    out["splitter.piece"], out["splitter.piece.scale"] = int8.rows_to_int8(table)
    for ours, theirs in splitter.FILE_NAMES.items():
        out["splitter." + theirs] = state[ours].numpy()
    return out


def header(labels, threshold, lemmas):
    sections = network.sections(labels)
    return {
        "name": "NewsGraph English",
        "language": "en",
        "license": "CC-BY-SA-4.0 (see Training/MODEL_CARD.md)",
        "created": datetime.date.today().isoformat(),
        "hyperparameters": {
            "layers": network.LAYERS,
            "width": network.WIDTH,
            "attentionHeads": network.HEADS,
            "feedForward": network.FEED,
            "maxPositions": 512,
            "layerNormEpsilon": network.EPSILON,
            "arcWidth": network.ARC,
            "labelWidth": network.LABEL,
            "maxCharactersPerWord": 100,
            "maxPiecesPerWord": pieces.MAX_PIECES,
            "maxPiecesPerSegment": 510,
            "segmentOverlapWords": 32,
        },
        "special": {
            "pad": pieces.PAD,
            "unknown": pieces.UNKNOWN,
            "cls": pieces.CLS,
            "sep": pieces.SEP,
        },
        "shapes": shapes.NAMES,
        "labels": labels,
        "sections": [{"name": k, "begin": b, "end": e} for k, (b, e) in sections.items()],
        "splitter": {
            "before": splitter.WINDOW,
            "after": splitter.WINDOW,
            "threshold": threshold,
            "buckets": splitter.BUCKETS,
        },
        "lemmas": lemmas,
        "vocabulary": pieces.vocabulary(),
    }


def load_weights(labels, which):
    """The float model: averaged or last weights of the checkpoint, or the pretrained encoder
    with untrained heads."""
    model = network.Model(labels)
    model.load_pretrained()
    if which != "untrained":
        checkpoint = torch.load(WORK / "checkpoint.pt", weights_only=False)
        model.load_state_dict(checkpoint["model"])
        if which == "average":
            for name, value in checkpoint["average"].items():
                model.get_parameter(name).data = value
    return model.eval()


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", required=True)
    ap.add_argument("--weights", choices=["average", "last", "untrained"], default="average")
    a = ap.parse_args()
    with open(WORK / "data.pickle", "rb") as file:
        d = pickle.load(file)
    labels, bank = d["labels"], d["bank"]
    words = lexicon.build(bank["ewt-train"] + bank["gum-permissive-train"])
    torch.manual_seed(7)
    split = torch.load(WORK / "splitter.pt")
    tensors = network_tensors(load_weights(labels, a.weights))
    tensors |= splitter_tensors(split["model"], np.asarray(split["table"]))
    part = f"{a.out}.part"
    checksum = model_file.write(part, header(labels, split["threshold"], words), tensors)
    os.replace(part, a.out)
    print(f"{a.out}: {os.path.getsize(a.out)} bytes, CRC {checksum:08x}")


if __name__ == "__main__":
    main()
