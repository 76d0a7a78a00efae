"""Reads the data folder and writes the training examples and label sets to one file.

usage: prepare.py [--data FOLDER] [--out FILE]
"""

import argparse
import collections
import pathlib
import pickle

import conllu
import demonyms
import lemmas
import names_data
from layers import LAYERS

ROOT = pathlib.Path(__file__).resolve().parent
DEFAULT_DATA = ROOT.parent.parent / "shared/data"


def label_sets(sentences):
    """Sorted labels of each layer; rare feature strings and lemma rules (seen once) are left
    out."""
    sets = {}
    for layer, attribute in LAYERS.items():
        counts = collections.Counter(
            v for s in sentences for v in (getattr(s, attribute, None) or [])
        )
        least = {"features": 2, "lemma": 2}.get(layer, 1)
        sets[layer] = sorted(k for k, n in counts.items() if n >= least)
    sets["relation"].sort(key=lambda r: (r != "root", r))
    sets["entity"].sort(key=lambda e: (e != "none", e))
    sets["name"] = names_data.LABELS
    return sets


def groups(sentences, tags_by_forms, data):
    """Words for nationalities and groups: the factbook's, and UNER's single 'other' adjectives
    and plurals."""
    found = demonyms.demonyms(data)
    for s in sentences:
        for a, b, t in names_data.bio_spans(tags_by_forms.get(tuple(s.forms), [])):
            if (
                t == "OTH"
                and b == a + 1
                and (s.upos[a] == "ADJ" or s.xpos[a] == "NNPS")
                and s.forms[a][0].isupper()
            ):
                found.add(s.forms[a])
    return found


def load(data):
    """All examples by split."""
    data = pathlib.Path(data)
    bank = {
        f"{c}-{part}": conllu.read(data / f"treebank/{c}-{part}.conllu")
        for c in ("ewt", "gum-permissive")
        for part in ("train", "dev", "test")
    }
    train_tags = names_data.uner(data / "ner/uner-ewt-train-old.iob2")
    known = groups(bank["ewt-train"], train_tags, data)
    print(
        "names matched",
        names_data.add_uner(bank["ewt-train"], train_tags, known),
        "of",
        len(bank["ewt-train"]),
    )
    dev_tags = names_data.uner(data / "ner/uner-ewt-dev.iob2")
    print(
        "names matched, dev",
        names_data.add_uner(bank["ewt-dev"], dev_tags, set()),
        "of",
        len(bank["ewt-dev"]),
    )
    extra = names_data.bio_source(
        data / "ner/wikigold/CONLL-format/data/wikigold.conll.txt", 1, known, {}
    )
    for part in ("train", "dev"):
        extra += names_data.bio_source(
            data / f"ner/crossner-politics/{part}.txt", 1, known, names_data.CROSSNER
        )
    extra += names_data.re3d(data / "ner/re3d", known)
    for s in [s for corpus in bank if corpus.startswith("gum") for s in bank[corpus]]:
        s.entities = s.entities or ["none"] * len(s.forms)
    for s in [s for sentences in bank.values() for s in sentences]:
        s.lemma_rules = [lemmas.rule(f, m) for f, m in zip(s.forms, s.lemmas)]
    return bank, extra


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", default=DEFAULT_DATA)
    ap.add_argument("--out", default=ROOT / "work/data.pickle")
    a = ap.parse_args()
    bank, extra = load(a.data)
    sets = label_sets(bank["ewt-train"] + bank["gum-permissive-train"])
    pathlib.Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    with open(a.out, "wb") as file:
        pickle.dump({"bank": bank, "extra": extra, "labels": sets}, file)
    print({k: len(v) for k, v in sets.items()}, "extra sentences", len(extra))


if __name__ == "__main__":
    main()
