"""regions.tsv: first-level subdivisions, and the regions and places that people added."""

import re

from .tables import NONE, TableError, fold, join, read, slug, split

CURATED = ["name", "qid", "class", "kind", "countries", "capital", "aliases", "adjectives",
           "people-singular", "people-plural", "ambiguous"]
COLUMNS = ["id", *CURATED]
COMMENT = """
First-level subdivisions of countries, disputed lands, macro-regions, seas, rivers and mountains.
  Made by Scripts/make-gazetteer, do not edit: additions belong in curated/regions.tsv.
`|` stands between several values, `-` for none. Names stand without a leading "the".
class: Region (land with a people or a government) or Place. kind: subdivision, state, province,
  disputed, macro-region, continent, sea, river ...
countries: ids of the countries it lies in, the claimants of a disputed one. aliases, adjectives,
  people-*, ambiguous: as in countries.tsv.
"""
GENERIC = re.compile(r" (?:Oblast'?|oblast|Province|Region|County|Department|District|State"
                     r"|Governorate|Republic|Krai|Kray|Rayon|Parish|Division|Municipality"
                     r"|Voivodeship|City)$")

VAGUE = set("""
    North South East West Northern Southern Eastern Western Central Upper Lower Middle New
    Northeastern Northwestern Southeastern Southwestern Northeast Northwest Southeast Southwest
    Federal Province Region District Division Department State Capital National Highlands
    Lowlands Coast River Bank Area Borders Islands Island Valley Free Far Grand Port Lake
    Territory Union City""".split())


class Countries:
    """Finds a country's id by the name that a source gives it."""

    SOURCE_NAMES = {"Bonaire, Sint Eustatius and Saba": "caribbean-netherlands",
                    "Congo": "republic-of-the-congo",
                    "Congo, The Democratic Republic of the": "democratic-republic-of-the-congo",
                    "Falkland Islands (Malvinas)": "falkland-islands",
                    "Holy See (Vatican City State)": "vatican-city",
                    "Korea, Democratic People's Republic of": "north-korea",
                    "Korea, Republic of": "south-korea",
                    "No country found for alpha-2 code: XK": "kosovo",
                    "Virgin Islands, British": "british-virgin-islands",
                    "Virgin Islands, U.S.": "united-states-virgin-islands"}

    def __init__(self, rows):
        self.rows = {row["id"]: row for row in rows}
        self.by_name = dict(self.SOURCE_NAMES)
        for row in rows:
            for name in [row["name"], *split(row["aliases"])]:
                self.by_name.setdefault(name, row["id"])

    def id_of(self, source_name):
        plain = re.sub(r", .*| \(.*", "", source_name)
        found = self.by_name.get(source_name) or self.by_name.get(plain)
        if not found:
            raise TableError(f"world-cities: no country is called '{source_name}'")
        return found


class Regions:
    """The rows of regions.tsv, and the id of the region that a source calls X in country Y."""

    def __init__(self, sources, curated_folder, countries):
        self.countries, self.rows, self.by_source = countries, [], {}
        self.curated = read(curated_folder / "regions.tsv", CURATED)
        self.taken = set(countries.rows)
        listed = read(curated_folder / "common-names.tsv", ["name"])
        self.common = {fold(row["name"]) for row in listed}
        by_key = self.keys_of_curated()
        self.names_of_countries = {fold(r["name"]) for r in countries.rows.values()}
        for row in self.curated:
            self.add(dict(row))
        cities = {(countries.id_of(c["country"]), fold(c["name"])) for c in sources.cities}
        for country, name in sorted({(countries.id_of(c["country"]), c["subcountry"])
                                     for c in sources.cities}):
            if name in ("", "N/A"):
                continue
            known = by_key.get((country, fold(name))) or by_key.get((country, short(name)))
            if known:
                self.complete(known, country, name)
            elif fold(name) not in self.names_of_countries:
                self.add_subdivision(country, name, cities)

    def keys_of_curated(self):
        keys = {}
        for index, row in enumerate(self.curated):
            if row["class"] != "Region":
                continue
            for country in row.values_of("countries"):
                if country not in self.countries.rows:
                    raise row.error(f"no country '{country}' in countries.tsv")
                for name in [row["name"], *row.values_of("aliases")]:
                    keys.setdefault((country, fold(name)), index)
        return keys

    def add(self, row):
        first = split(row["countries"])[:1]
        row["id"] = next(name for name in self.candidates(slug(row["name"]), first)
                         if name not in self.taken)
        self.taken.add(row["id"])
        folded = [fold(name) for name in [row["name"], *split(row["aliases"])]]
        names = {*split(row["aliases"]), *folded} - {row["name"]}
        row["aliases"] = join(sorted(names, key=lambda n: (fold(n), n)))
        self.rows.append(row)
        return row

    @staticmethod
    def candidates(base, country):
        yield base
        yield "-".join([base, *country])
        number = 2
        while True:
            yield "-".join([base, *country, str(number)])
            number += 1

    def add_subdivision(self, country, name, cities):
        short_name = short(name)
        names = {fold(name)} | ({short_name} if not self.is_vague(short_name) else set()) - {name}
        ambiguous = [n for n in sorted({name, *names})
                     if (country, fold(n)) in cities or self.is_vague(n)]
        row = {column: NONE for column in COLUMNS} | {
            "name": name, "class": "Region", "kind": "subdivision", "countries": country,
            "aliases": join(sorted(names - {name})), "ambiguous": join(ambiguous)}
        self.by_source[country, name] = self.add(row)["id"]

    def is_vague(self, name):
        """Whether the name says no more than 'Eastern Province', or is a word of another kind."""
        return fold(name) in self.common or VAGUE.issuperset(re.split("[ -]", fold(name)))

    def complete(self, index, country, name):
        """A source's subdivision is a row that people wrote already; keep the source's spelling."""
        row = self.rows[index]
        self.by_source[country, name] = row["id"]
        names = {*split(row["aliases"]), name} - {row["name"]}
        row["aliases"] = join(sorted(names, key=lambda n: (fold(n), n)))


def short(name):
    """The name without the word for its kind, folded: 'Omsk Oblast' is 'Omsk'."""
    return GENERIC.sub("", fold(name))
