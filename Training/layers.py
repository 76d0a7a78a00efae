"""What the words of a sentence are annotated with: the layers, and the attribute of each."""

LAYERS = {
    "upos": "upos",
    "xpos": "xpos",
    "features": "features",
    "lemma": "lemma_rules",
    "entity": "entities",
    "relation": "relations",
}
