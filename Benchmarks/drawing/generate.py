#!/usr/bin/env python3
"""Writes a knowledge graph of made-up news as JSON Lines, as `newsgraph extract` writes them.

usage: generate.py STATEMENTS FILE [--seed N]

There is no text behind it: names are put together from syllables. What makes it like the graph of
a real corpus is its shape: stories with casts of their own, a few countries and statesmen that
appear in most of them, a long tail that is named once, statements that several articles bear out,
and a tenth that somebody only claims or denies. The same seed gives the same bytes.
"""

import argparse
import hashlib
import json
import random

BASE = "https://example.org/news/id/"
ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v z".split()
VOWELS = "a e i o u a e o ai ia".split()
CODAS = ["", "", "", "n", "r", "l", "s", "m"]
ENDINGS = {"Country": ["ia", "land", "stan", "ova"], "City": ["grad", "burg", "port", "ville", "", ""],
           "Region": [" Coast", " Highlands", " Valley"]}
BODIES = ["Ministry of Trade", "Ministry of Defence", "Parliament", "Central Bank", "Border Guard",
          "Electricity Board", "Rail Company", "Red Cross", "Farmers' Union", "Press Agency",
          "Supreme Court", "Steelworks", "University", "Green Party", "National Front"]
EVENTS = ["talks", "summit", "election", "flood", "strike", "ceasefire", "trial", "attack", "vote"]
BETWEEN = {
    ("Person", "Person"): ["met", "criticised", "accused", "heldTalksWith", "congratulated"],
    ("Person", "Country"): ["arrivedIn", "criticised", "accused", "warned"],
    ("Person", "Organization"): ["criticised", "worksFor", "memberOf", "accused"],
    ("Country", "Country"): ["backs", "accused", "heldTalksWith", "criticised", "attacked", "sanctioned"],
    ("Organization", "Organization"): ["worksWith", "accused", "partOf", "criticised"],
    ("Organization", "Country"): ["calledOn", "criticised", "basedIn"],
    ("Country", "Organization"): ["memberOf", "sanctioned", "backs"],
    ("Person", "Event"): ["participatedIn", "calledFor"],
    ("Country", "Event"): ["participatedIn", "mediates"],
    ("Organization", "Event"): ["participatedIn", "mediates"],
    ("Person", "City"): ["arrivedIn", "residesIn"],
    ("Event", "City"): ["tookPlaceIn"],
}
MODALITIES = ["asserted"] * 82 + ["alleged"] * 8 + ["planned"] * 5 + ["denied"] * 3 + ["conditional"] * 2


class Names:
    """Names that are given once."""

    def __init__(self, choose):
        self.choose, self.given = choose, set()

    def word(self, syllables):
        parts = [self.choose.choice(ONSETS) + self.choose.choice(VOWELS) for _ in range(syllables)]
        return ("".join(parts) + self.choose.choice(CODAS)).capitalize()

    def new(self, make):
        while True:
            name = make()
            if name not in self.given:
                self.given.add(name)
                return name

    def of(self, kind):
        choose = self.choose
        if kind == "Person":
            return self.new(lambda: f"{self.word(2)} {self.word(choose.randint(2, 3))}")
        return self.new(lambda: self.word(2 if kind == "Country" else choose.randint(1, 2))
                        + choose.choice(ENDINGS[kind]))


class Entity:
    def __init__(self, name, kind, country=None):
        self.name, self.kind, self.country = name, kind, country
        slug = "".join(c if c.isalnum() else "-" for c in name.lower())
        self.iri = f"{BASE}{kind.lower()}/{slug}"


def digest(kind, *parts):
    return f"{BASE}{kind}/" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


class World:
    """All entities, and the casts of the stories."""

    def __init__(self, choose, size):
        self.choose = choose
        names = Names(choose)
        self.countries = [Entity(names.of("Country"), "Country") for _ in range(max(6, size // 200))]
        self.leaders, self.cities, self.bodies = {}, {}, {}
        for country in self.countries:
            self.leaders[country] = [Entity(names.of("Person"), "Person", country) for _ in range(3)]
            self.cities[country] = [Entity(names.of("City"), "City", country) for _ in range(5)]
            self.bodies[country] = [
                Entity(f"{body} of {country.name}", "Organization", country)
                for body in choose.sample(BODIES, 4)]
        self.unions = [Entity(names.new(lambda: f"{names.word(2)} {kind}"), "Organization")
                       for kind in ["League", "Union", "Alliance", "Council", "Bank"] * 2]
        self.stories = [self.story(names) for _ in range(max(3, size // 40))]

    def heavy(self, things, exponent=0.9):
        """One of some things, the first ones far more often than the last."""
        place = int(self.choose.paretovariate(exponent)) - 1
        return things[place] if place < len(things) else self.choose.choice(things)

    def story(self, names):
        choose = self.choose
        home = self.heavy(self.countries)
        other = self.heavy(self.countries)
        city = choose.choice(self.cities[home])
        event = Entity(names.new(lambda: f"{city.name} {choose.choice(EVENTS)} {choose.randint(1, 28)} May"),
                       "Event", home)
        cast = [home, other, event, city, self.heavy(self.leaders[home]), self.heavy(self.leaders[other]),
                choose.choice(self.bodies[home]), self.heavy(self.unions)]
        for _ in range(choose.randint(6, 30)):
            kind = choose.choice(["Person", "Person", "Person", "Organization", "City"])
            name = names.of(kind) if kind != "Organization" else names.new(
                lambda: f"{names.word(2)} {choose.choice(BODIES)}")
            cast.append(Entity(name, kind, home))
        return list(dict.fromkeys(cast))


class Writer:
    def __init__(self, out, choose):
        self.out, self.choose = out, choose
        self.statements = set()

    def record(self, **fields):
        self.out.write(json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n")

    def article(self, number, title):
        name = f"article-{number:05}"
        day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        self.record(kind="article", article=name, title=title, published=day, publisher=None,
                    characters=2400, iri=f"{BASE}article/{name}", authors=[], language="en")
        return name, day

    def entity(self, article, entity, count):
        mentions = [{"begin": 40 * k, "end": 40 * k + len(entity.name), "form": "name"} for k in range(count)]
        self.record(kind="entity", article=article, id=entity.iri, name=entity.name, type=entity.kind,
                    link=None, mentions=mentions, aliases=[])

    def claim(self, article, day, begin, subject, predicate, target, modality="asserted", by=(),
              basis="read"):
        value = {"id": target.iri} if isinstance(target, Entity) else {"value": target}
        statement = digest("statement", subject.iri, predicate, json.dumps(value))
        self.statements.add(statement)
        self.record(
            kind="claim", article=article, subject={"id": subject.iri}, predicate=predicate,
            object=value, modality=modality, attributedTo=[entity.iri for entity in by], date=day,
            begin=begin, end=begin + 60, confidence=self.choose.choice([0.62, 0.74, 0.81, 0.9]),
            rule="generated", basis=basis, sentence=[begin, begin + 80], statement=statement,
            id=digest("claim", article, str(begin), statement, modality))


def write_article(number, world, writer, limit):
    choose = world.choose
    cast = world.heavy(world.stories, 0.35)
    article, day = writer.article(number, f"Dispatch {number} on {cast[2].name}")
    present = list(dict.fromkeys(cast[:3] + [world.heavy(cast, 0.5) for _ in range(choose.randint(4, 12))]))
    for entity in present:
        writer.entity(article, entity, 1 + int(choose.paretovariate(1.5)) % 9)
    begin = 0
    for entity in present:
        if entity.country in present and choose.random() < 0.3 and len(writer.statements) < limit:
            predicate = {"Person": "citizenOf", "City": "locatedIn", "Event": "tookPlaceIn"}.get(entity.kind, "basedIn")
            writer.claim(article, None, begin, entity, predicate, entity.country, basis="background")
            begin += 5
    for _ in range(choose.randint(6, 18)):
        if len(writer.statements) >= limit:
            return
        first, second = choose.sample(present, 2)
        predicates = BETWEEN.get((first.kind, second.kind))
        if not predicates:
            continue
        modality = choose.choice(MODALITIES)
        by = [choose.choice(present)] if modality in ("alleged", "denied") or choose.random() < 0.1 else []
        begin += 90
        writer.claim(article, day, begin, first, world.heavy(predicates), second, modality, by)
        if first.kind == "Person" and choose.random() < 0.1 and len(writer.statements) < limit:
            begin += 90
            writer.claim(article, day, begin, first, "stated", f"Statement {number}.{begin}", "asserted", [first])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("statements", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    choose = random.Random(arguments.seed)
    world = World(choose, arguments.statements)
    with open(arguments.file, "w", encoding="utf-8", newline="\n") as out:
        writer = Writer(out, choose)
        number = 0
        while len(writer.statements) < arguments.statements:
            number += 1
            write_article(number, world, writer, arguments.statements)


if __name__ == "__main__":
    main()
