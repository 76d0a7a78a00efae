"""Writes the intermediate and final values of a model file for sentences of our own, so that
another runtime can check itself.

usage: parity.py --model FILE --out FILE     (MODEL_FORMAT.md, section 10)
"""

import argparse
import json

import numpy as np
import torch

import batches
import conllu
import decode
import int8
import pieces
import predict
import shapes
import splitter

SENTENCES = [
    "The minister flew to Yerevan on Friday .",
    "Officials in the Azerbaijani capital say that the ceasefire did n't hold , Interfax "
    "reported .",
    "“ We ’re not leaving , ” Ms. Ibáñez-Ruiz told the U.N. envoy at 10:30 a.m. .",
    "PRESIDENT VISITS FLOODED COAST",
    "prices of 1,250 barrels rose 3.5 % in Q3 / 2019 , see https://example.org/oil?y=2019 or "
    "mail press@example.org",
    "Yes",
    "iPhone sales in Côte d' Ivoire , where 東京 Corp. and O'Neill & Sons compete , fell by half",
    "He was going , she had gone , they went and the children 's cities were better ;-)",
]
WORDS = [
    "don",
    "n't",
    "Ibáñez",
    "É",
    "İstanbul",
    "ﬁne",
    "東京",
    "a\u00adb",
    "\u200b",
    "x" * 101,
    "https://www.example.org/a/b?c=d&e=f",
    "WWW.Example.org",
    "e\u0301te\u0301",
    "U.S.",
    "J.",
    "A",
    "1990s",
    "COVID-19",
    "McDonald",
    "...",
    "…",
    "’s",
    "€5",
    "½",
    "№",
    "😀",
    "-",
    "@",
    "a@b",
    "\u00a0",
    "straße",
    "ǅ",
    "Ⅳ",
    "५",
    "…”",
    "e.g.",
    "N.A.T.O",
    "#tag",
    "mid-1990s",
    "Ω",
    "ϐ",
    "ß",
    "Σίσυφος",
]
PARAGRAPHS = [
    "Prime Minister J. Doe met Dr. Roe . They spoke for two hours \n no statement was made . “ "
    "It went well , ” he said . |s",
    "Contact : |g Sales team \n Opening hours 9 a.m. to 5 p.m. Please call ahead",
]
KEPT = {"embedding": "norm", "layer0": "layers.0", "layer5": "layers.5"}


def rounded(x):
    return [[float(f"{v:.6g}") for v in row] for row in np.asarray(x, np.float64)]


def run(model, labels, lexicon, forms):
    """All values of one sentence."""
    seen, hooks = {}, []
    for name, module in KEPT.items():
        hooks.append(
            model.get_submodule(module).register_forward_hook(
                lambda m, i, o, name=name: seen.__setitem__(name, o[0])
            )
        )
    with torch.no_grad():
        out = model(batches.Encoder(labels).batch([conllu.Sentence(forms)]))
        s = predict.outputs(model, out, [len(forms)])[0]
        names = [x.numpy() for x in model.name_scores()]
    for hook in hooks:
        hook.remove()
    d = decode.sentence(forms, s, labels, names, lexicon)
    values = {k: rounded(v[[0, 1, len(v) - 1]]) for k, v in seen.items()}
    values["heads"] = {k: rounded(s[k]) for k in predict.TAGS}
    values["arcScores"], values["relationScores"] = rounded(s["arc"]), rounded(s["relation"])
    values["decoded"] = {
        "upos": d["upos"],
        "xpos": d["xpos"],
        "features": d["features"],
        "lemmas": d["lemma"],
        "entities": d["entity"],
        "names": d["name"],
        "heads": d["heads"],
        "relations": d["relation"],
    }
    return values


def sentence(whole, exact, header, text):
    forms = text.split(" ")
    ids, kinds, first = batches.sentence_pieces(forms)
    return {
        "words": forms,
        "pieces": list(ids),
        "firstPiece": first,
        "shapes": list(kinds),
        "f32": run(exact, header["labels"], header["lemmas"], forms),
        "int8": run(whole, header["labels"], header["lemmas"], forms),
    }


def split_model(header, arrays):
    """The splitter as the file holds it."""
    model = splitter.Splitter()
    for ours, theirs in splitter.FILE_NAMES.items():
        model.get_parameter(ours).data = torch.tensor(arrays["splitter." + theirs])
    table = arrays["splitter.piece"].astype(np.float32) * arrays["splitter.piece.scale"][:, None]
    return model.eval(), torch.tensor(table), header["splitter"]["threshold"]


def paragraph(model, table, threshold, text):
    tokens, gaps = [], []
    for part in text.split(" "):
        if part == "\n":
            gaps[-1] = conllu.NEWLINE
            continue
        glued = part.startswith("|")
        if glued and gaps:
            gaps[-1] = conllu.GLUED
        tokens.append(part.lstrip("|"))
        gaps.append(conllu.BLANK)
    gaps[-1] = conllu.PARAGRAPH
    data = splitter.tensors([[(t, g, False) for t, g in zip(tokens, gaps)]])
    z = splitter.scores(model, table, data)
    ends = [bool(v) for v in (z > threshold) | data[5]]
    return {"tokens": tokens, "gaps": gaps, "scores": [float(f"{v:.6g}") for v in z], "ends": ends}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    header, whole, arrays, checksum = int8.load(a.model)
    _, exact, _, _ = int8.load(a.model, int8.FloatLinear)
    vocabulary = header["vocabulary"]
    split = split_model(header, arrays)
    words = [
        {
            "form": w,
            "ids": list(pieces.pieces(w)),
            "pieces": [vocabulary[i] for i in pieces.pieces(w)],
            "shape": shapes.shape(w),
            "shapeName": shapes.NAMES[shapes.shape(w)],
        }
        for w in WORDS
    ]
    out = {
        "model": f"{checksum:08x}",
        "words": words,
        "sentences": [sentence(whole, exact, header, t) for t in SENTENCES],
        "paragraphs": [paragraph(*split, t) for t in PARAGRAPHS],
    }
    with open(a.out, "w", encoding="utf-8") as file:
        json.dump(out, file, ensure_ascii=False)
    print(a.out, len(out["sentences"]), "sentences")


if __name__ == "__main__":
    main()
