"""Scores the model on gold tokens: the file's integer forward pass, and the float weights it
came from.

usage: evaluate.py [--model FILE] [--float average|last] [--parts NAME,…]
Prints a Markdown table. Names are scored on EWT dev against UNER (PER, LOC, ORG; exact spans).
"""

import argparse
import pickle

import export
import int8
import parity
import predict
import prepare
import scores
import splitter

PARTS = ["ewt-dev", "ewt-test", "gum-permissive-dev", "gum-permissive-test"]
COLUMNS = [
    "upos",
    "xpos",
    "features",
    "lemma",
    "uas",
    "las",
    "entity",
    "names P",
    "names R",
    "names F1",
    "sentences F1",
]
DEFAULT_MODEL = prepare.ROOT.parent / "Sources/CLanguageModel/en.ngmodel"


def rows(model, header, bank, parts, ends=None):
    """A dict of figures for each part."""
    for name in parts:
        figures = scores.evaluate(
            bank[name], predict.annotate(model, header["labels"], bank[name], header["lemmas"])
        )
        if ends:
            figures["sentences F1"] = round(ends(bank[name]), 2)
        yield name, figures


def sentence_ends(header, arrays):
    """A function that scores the splitter on a part's gold tokens."""
    model, table, threshold = parity.split_model(header, arrays)

    def score(sentences):
        data = splitter.tensors(splitter.paragraphs(sentences))
        return splitter.f1(splitter.scores(model, table, data), data, threshold)

    return score


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", default=DEFAULT_MODEL)
    ap.add_argument("--float", choices=["average", "last", "none"], default="average")
    ap.add_argument("--parts", default=",".join(PARTS))
    a = ap.parse_args()
    with open(export.WORK / "data.pickle", "rb") as file:
        bank = pickle.load(file)["bank"]
    header, model, arrays, checksum = int8.load(a.model)
    parts = a.parts.split(",")
    print(f"Model file with checksum {checksum:08x}.\n")
    print("| weights | part | " + " | ".join(COLUMNS) + " |")
    print("| --- " * (len(COLUMNS) + 2) + "|")
    for name, figures in rows(model, header, bank, parts, sentence_ends(header, arrays)):
        show("int8", name, figures)
    if a.float != "none":
        for name, figures in rows(
            export.load_weights(header["labels"], a.float), header, bank, parts
        ):
            show("float", name, figures)


def show(weights, name, figures):
    cells = [str(figures.get(c, "")) for c in COLUMNS]
    print(f"| {weights} | {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
