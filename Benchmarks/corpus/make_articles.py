#!/usr/bin/env python3
"""Writes made-up articles of about 500 words as JSON lines, the same ones for the same numbers.

    Benchmarks/corpus/make_articles.py FIRST COUNT [--corrected] [--dense] > articles.jsonl

Article N is the same whatever FIRST is. --corrected writes each with another last paragraph; --dense
leaves out the sentences that tell nothing, so that about 130 words give as many statements. People are
named often or seldom as in the news: a few in very many articles, most in one or two.
"""
import json
import random
import sys

SYLLABLES = "ba bel cor da del fen gar hol is ka lan mar mon nor o per ra san tal u ver vi wen zor".split()
GIVEN = "Alma Bero Carla David Elena Felix Greta Hugo Irene Jonas Karin Leon Maria Nadia Oscar Paula Ruth Samuel Tessa Victor".split()
COUNTRIES = "France Germany Chile Peru Kenya Japan Norway Turkey Armenia Georgia Canada Brazil India Egypt Poland Spain".split()
CITIES = "Paris Berlin Santiago Lima Nairobi Tokyo Oslo Ankara Yerevan Tbilisi Ottawa Delhi Cairo Warsaw Madrid Geneva".split()
BODIES = ["the European Union", "the United Nations", "NATO", "the World Bank", "the Red Cross", "UNESCO"]
OFFICES = ["president", "foreign minister", "prime minister", "spokesman", "ambassador", "mayor", "lawyer", "trainer"]
NOUNS = "agreement bridge budget company court crisis delay election factory figure forecast harbour hospital law market meeting ministry network opinion plan price programme project railway reform report request result rule school season storm strike study summer tax team test trade traffic treaty tunnel union visit vote wage water winter year".split()
ADJECTIVES = "average better busy careful cheap cold common dark early famous final foreign free great hard heavy high large late local long low modern narrow new old open poor public quiet quick recent rich safe sharp short slow small steady strong sudden usual warm weak wide young".split()
VERBS = "begin change close decide end fail fall follow grow help hold improve join lead leave lose move open pass pay plan raise reach rest rise run sell send start stay stop test turn wait win work".split()
FACTS = [
    "{p}, the {o} of {c}, met {q} in {t} on {d}.",
    "{s} said that {c} would support {e}.",
    "{s} criticized {q} after the {n}.",
    "{c} accused {e} of blocking the {n}.",
    "{p} visited {t} and spoke with {q} about the {a} {n}.",
    "{q} denied that the {n} in {t} had failed.",
    "“The {n} is {a}, and we shall {v},” {s} told reporters in {t}.",
    "{b} called on {c} to {v} the {a} {n}.",
    "{p} founded a {n} in {t} in {y}.",
]
FILLERS = [
    "The {a} {n} did not {v} before the {m}, and few had thought that it would.",
    "For a {a} {n} of that kind there is no {b2} way to {v} without a {m}.",
    "Nobody could {v} while the {n} was {a}, as the {m} had shown the year before.",
    "In the end, the {a} {n} and the {m} will {v} or they will not.",
    "It was the {a} part of a {n} that had begun to {v} long before the {m}.",
    "Whether a {n} can {v} depends on how {a} the next {m} turns out to be.",
    "Some of the {n} was {a}, but most of the {m} had to {v} again.",
    "What the {m} needs, many think, is a {a} {n} that does not {v} at once.",
]
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def surname(chance):
    """A name of a pool of some thousand; those first in it are met with most."""
    maker = random.Random(int(6000 * chance.random() ** 3))
    return "".join(maker.choice(SYLLABLES) for _ in range(maker.choice([2, 3, 3]))).capitalize()


def paragraph(chance, people, words, dense):
    sentences = []
    share = 1 if dense else 0.3
    while sum(len(s.split()) for s in sentences) < words:
        (p, s), (q, _) = chance.choice(people), chance.choice(people)
        template = chance.choice(FACTS if chance.random() < share else FILLERS)
        sentences.append(template.format(
            p=p, s=s, q=q, o=chance.choice(OFFICES), c=chance.choice(COUNTRIES),
            e=chance.choice(COUNTRIES), t=chance.choice(CITIES), d=chance.choice(DAYS),
            n=chance.choice(NOUNS), m=chance.choice(NOUNS), a=chance.choice(ADJECTIVES),
            b2=chance.choice(ADJECTIVES), b=chance.choice(BODIES), v=chance.choice(VERBS),
            y=chance.randint(1980, 2020)))
    return " ".join(s[0].upper() + s[1:] for s in sentences)


def article(number, corrected, dense):
    words = 20 if dense else 80
    chance = random.Random(number)
    people = []
    for _ in range(6):
        last = surname(chance)
        given = GIVEN[sum(map(ord, last)) % len(GIVEN)]
        people.append((f"{given} {last}", last))
    paragraphs = [paragraph(chance, people, words, dense) for _ in range(6)]
    if corrected:
        paragraphs[-1] = paragraph(
            random.Random(f"corrected {number}"), people, words, dense)
    title = " ".join(chance.choice(ADJECTIVES + NOUNS) for _ in range(4)).capitalize()
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    return {"id": f"made-{number:06}", "title": title, "date": day,
            "publisher": f"Paper {number % 40}", "text": "\n\n".join(paragraphs)}


def main():
    options = {w for w in sys.argv[1:] if w.startswith("--")}
    words = [w for w in sys.argv[1:] if w not in options]
    if len(words) != 2 or options - {"--corrected", "--dense"}:
        sys.exit(__doc__)
    first, count = map(int, words)
    for number in range(first, first + count):
        record = article(number, "--corrected" in options, "--dense" in options)
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
