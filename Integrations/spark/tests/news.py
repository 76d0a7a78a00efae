"""Made-up news, as much as one likes and always the same: work for everything that joins articles.

    python tests/news.py 5000 > news.jsonl

All words are in this file. The same persons, bodies and events come back in many articles, under
full names, surnames, initials and other spellings; some persons share a name; states have two
presidents, numbers of dead differ, and what one article says another denies; every tenth article is
nearly a copy of an earlier one; some lines are no articles.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

COUNTRIES = [
    ("Norway", "Norwegian", "Oslo"),
    ("Chile", "Chilean", "Santiago"),
    ("Latvia", "Latvian", "Riga"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Portugal", "Portuguese", "Lisbon"),
    ("Armenia", "Armenian", "Yerevan"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Peru", "Peruvian", "Lima"),
    ("Serbia", "Serbian", "Belgrade"),
    ("Ghana", "Ghanaian", "Accra"),
    ("Canada", "Canadian", "Ottawa"),
    ("Ireland", "Irish", "Dublin"),
]
CITIES = ["Geneva", "Bergen", "Porto", "Mombasa", "Cork", "Gyumri", "Vienna", "Kumasi", "Liepaja"]
GIVEN = [
    ("Elena", "Yelena"),
    ("Sergey", "Sergei"),
    ("Catherine", "Katherine"),
    ("Ana", "Anna"),
    ("John", "John"),
    ("Mikhail", "Mihail"),
    ("Ingrid", "Ingrid"),
    ("Samuel", "Sam"),
    ("Joseph", "Joe"),
    ("Grace", "Grace"),
]
SURNAMES = [
    ("Tarkhanova", "Tarhanova"),
    ("Solheim", "Solheim"),
    ("Okoro", "Okoro"),
    ("Petrosyan", "Petrossian"),
    ("Brandt", "Brandt"),
    ("Rojas", "Rojas"),
    ("Smith", "Smith"),
    ("Kalnins", "Kalniņš"),
    ("Markovic", "Marković"),
    ("Mensah", "Mensah"),
    ("Duarte", "Duarte"),
    ("Fitzgerald", "Fitzgerald"),
    ("Nguyen", "Nguyen"),
    ("Lindqvist", "Lindqvist"),
]
OFFICES = ["President", "Prime Minister", "Foreign Minister", "Defence Minister", "Mayor"]
BODIES = ["Foreign Ministry", "Defence Ministry", "parliament", "central bank"]
COMPANIES = [
    ("Norvik Lines", "Norvik"),
    ("Balta Ports", "Balta Ports"),
    ("Amber Bay Mining Corporation", "Amber Bay Mining"),
    ("Southern Harbour Bank", "SHB"),
    ("Lakeside Dairy Cooperative", "Lakeside Dairy"),
    ("International Coastal Relief Agency", "ICRA"),
]
PUBLISHERS = ["Coastal Wire", "The Morning Ledger", "Northern Press Agency", "Lakeside Herald"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
GROUPS = ["the Green Alliance", "the Harbour Front", "the River Brigade"]


@dataclass(frozen=True)
class Person:
    """Somebody of whom articles speak."""

    given: tuple[str, str]
    surname: tuple[str, str]
    country: tuple[str, str, str]
    office: str

    def full(self, random: Random) -> str:
        """Return the name in one of its forms."""
        other = random.random() < 0.2
        given = self.given[int(other and random.random() < 0.7)]
        surname = self.surname[int(other and random.random() < 0.7)]
        return f"{given[0]}. {surname}" if random.random() < 0.07 else f"{given} {surname}"

    def introduced(self, random: Random) -> str:
        """Return the name, mostly with the office."""
        country, demonym, _ = self.country
        return random.choice(
            [
                f"{demonym} {self.office} {self.full(random)}",
                f"{self.full(random)}, the {self.office.lower()} of {country},",
                f"{self.office} {self.full(random)} of {country}",
                self.full(random),
            ]
        )


@dataclass(frozen=True)
class Happening:
    """An event that several articles tell of."""

    kind: str
    city: str
    day: date
    sides: tuple[tuple[str, str, str], tuple[str, str, str]]
    dead: int


class News:
    """The world that the articles are about."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        pick = self._random.choice
        self.people = [
            Person(pick(GIVEN), pick(SURNAMES), pick(COUNTRIES), pick(OFFICES)) for _ in range(160)
        ]
        first = date(2021, 3, 1)
        self.happenings = [
            Happening(
                pick(["talks", "earthquake", "attack", "summit"]),
                pick(CITIES + [country[2] for country in COUNTRIES]),
                first + timedelta(days=self._random.randrange(60)),
                tuple(self._random.sample(COUNTRIES, 2)),
                self._random.randrange(3, 90),
            )
            for _ in range(120)
        ]

    def articles(self, count: int) -> Iterator[dict[str, Any]]:
        """Make articles, of which each tenth is nearly a copy of an earlier one."""
        recent: list[dict[str, Any]] = []
        for number in range(count):
            if recent and self._random.random() < 0.1:
                article = self._copy(self._random.choice(recent), number)
            else:
                article = self._article(number)
                recent = [*recent[-200:], article]
            yield article

    def _article(self, number: int) -> dict[str, Any]:
        random = self._random
        happening = random.choice(self.happenings)
        published = happening.day + timedelta(days=random.randrange(3))
        people = random.sample(self.people, 2)
        sentences = self._lead(happening, published)
        while len(sentences) < random.randrange(3, 9):
            sentences.append(self._sentence(people, happening, published))
        publisher = random.choice(PUBLISHERS)
        return {
            "id": f"{publisher.split()[-1].lower()}-{number * 7919 % 100_003:06d}",
            "title": f"{happening.kind.capitalize()} in {happening.city}",
            "date": published.isoformat(),
            "publisher": publisher,
            "text": f"{' '.join(sentences[:2])}\n\n{' '.join(sentences[2:])}\n",
        }

    def _copy(self, article: dict[str, Any], number: int) -> dict[str, Any]:
        publisher = self._random.choice(PUBLISHERS)
        text = article["text"].rstrip("\n")
        if self._random.random() < 0.5:
            text += f" The {self._random.choice(COUNTRIES)[1]} embassy had no comment."
        return article | {
            "id": f"copy-{number:06d}",
            "publisher": publisher,
            "text": f"{text}\n\nSource: {article['publisher']}\n",
        }

    def _lead(self, happening: Happening, published: date) -> list[str]:
        (one, _, _), (other, demonym, _) = happening.sides
        when = f"on {DAYS[happening.day.weekday()]}"
        if self._random.random() < 0.4:
            when = f"on {happening.day.day} {happening.day:%B %Y}"
        dead = happening.dead + (self._random.randrange(1, 9) if self._random.random() < 0.3 else 0)
        if happening.kind in ("talks", "summit"):
            return [
                f"{one} and {other} held {happening.kind} in {happening.city} {when}.",
                f"The {demonym} delegation left the {happening.kind} in {happening.city} {when}.",
            ]
        if happening.kind == "earthquake":
            return [
                f"An earthquake killed {dead} people in {happening.city} {when}.",
                f"{one} sent rescuers to {happening.city}.",
            ]
        return [
            f"{one} attacked {happening.city} {when}, and {dead} people were killed.",
            f"{other} accused {one} of the attack.",
        ]

    def _sentence(self, people: list[Person], happening: Happening, published: date) -> str:
        random = self._random
        one, other = people if random.random() < 0.5 else people[::-1]
        name, short = random.choice(COMPANIES)
        country, demonym, capital = random.choice(COUNTRIES)
        day = DAYS[(published - timedelta(days=random.randrange(4))).weekday()]
        templates = [
            f"{one.introduced(random)} met {other.introduced(random)} in {capital} on {day}.",
            f"{other.surname[0]} denied that {country} had attacked {happening.city}.",
            f"{one.surname[0]} said that {demonym} troops had shelled {happening.city}.",
            f"{happening.sides[0][0]} denied attacking {happening.city}.",
            f"{one.full(random)} was elected president of {country} on {day}.",
            f"{one.introduced(random)} criticised {other.introduced(random)}.",
            f"The {demonym} {random.choice(BODIES)} condemned the {happening.kind}.",
            f"{name}, which is based in {capital}, bought {random.choice(COMPANIES)[0]}.",
            f"{one.full(random)}, the chief executive of {short}, flew to {happening.city}.",
            f"{random.choice(GROUPS).capitalize()} may support {one.introduced(random)}, he said.",
            f"Police arrested {other.full(random)} in {happening.city} on {day}.",
            f"According to {one.introduced(random)}, {name} plans to leave {country}.",
            f"{name} ({short}) is a partner of {random.choice(COMPANIES)[1]}.",
            f'"We agreed on nothing," {one.surname[1]} told reporters in {capital}.',
            f"{other.introduced(random)} succeeded {one.full(random)} in May.",
        ]
        return random.choice(templates)


def lines(count: int, seed: int = 1) -> Iterator[str]:
    """Make lines of JSON; every five hundredth is no article."""
    for number, article in enumerate(News(seed).articles(count)):
        if number % 500 == 250:
            yield json.dumps({"id": f"empty-{number}", "text": " "})
        yield json.dumps(article, ensure_ascii=number % 2 == 0)


if __name__ == "__main__":
    for text in lines(int(sys.argv[1])):
        print(text)
