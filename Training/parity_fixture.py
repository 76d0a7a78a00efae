"""Cuts parity.json down to what the tests of the Swift module compare.

usage: parity_fixture.py PARITY.json OUT.json     (run after parity.py, when the model changes)
"""

import json
import sys

COLUMNS = 16


def sentence(s):
    """The int8 run's result, and the first columns of its vectors of `[CLS]` and the first word."""
    rows = [[round(v, 4) for v in row[:COLUMNS]] for row in s["int8"]["layer5"][:2]]
    kept = {k: s[k] for k in ("words", "pieces", "firstPiece", "shapes")}
    return kept | {"vectors": rows, "decoded": s["int8"]["decoded"]}


def main():
    source, out = sys.argv[1:]
    with open(source, encoding="utf-8") as f:
        whole = json.load(f)
    small = {
        "model": whole["model"],
        "words": [{k: w[k] for k in ("form", "ids", "shape")} for w in whole["words"]],
        "sentences": [sentence(s) for s in whole["sentences"]],
        "paragraphs": whole["paragraphs"],
    }
    with open(out, "w", encoding="utf-8") as f:
        json.dump(small, f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
