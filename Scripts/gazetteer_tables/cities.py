"""cities.tsv: the towns of the world with country, region, population and the names news use."""

import re

from .tables import NONE, fold, join, read, split

CURATED = ["name", "country", "region", "qid", "flags", "aliases"]
COLUMNS = ["name", "country", "region", "qid", "geonameid", "flags", "population", "aliases"]
COMMENT = """
Towns above 15,000 people and smaller ones in the news. Made by Scripts/make-gazetteer, do not
  edit: additions belong in curated/cities.tsv.
`|` stands between several values, `-` for none. country, region: ids in countries.tsv and
  regions.tsv. geonameid: the town's number at GeoNames.
flags: `capital` of its country; `common`: the name is as often an English word, a given name, a
  surname or a larger place, so that the program asks the context.
population: people of the urban area, where the factbook names it among the largest. aliases:
  other names, the one without diacritics among them.
"""
# A curated row with the flag `country` says that the town is the country itself; it is left out.
URBAN_ENTRY = re.compile(r"([\d.,]*\d)( million)? ([^,(;\d]+)")
URBAN = ("People and Society", "Major urban areas - population")


def make(sources, curated_folder, countries, regions, pages):
    """All rows of cities.tsv."""
    rows = [from_source(city, countries, regions) for city in sources.cities]
    by_name = {}
    for row in rows:
        by_name.setdefault((row["country"], fold(row["name"]).lower()), []).append(row)
    for curated in read(curated_folder / "cities.tsv", CURATED):
        apply(curated, rows, by_name, countries)
    add_populations(by_name, countries, pages)
    flag_capitals(by_name, countries)
    listed, likely = common_names(curated_folder, rows)
    lands = names_of_countries(countries)
    for row in rows:
        finish(row, listed | lands, likely, lands)
    return [row for row in rows if "country" not in split(row["flags"])]


def common_names(curated_folder, rows):
    """Names, folded and in lower case, that need a context: those listed, and those that a town of
    no great fame shares with a given name or with a famous town."""
    listed = [row["name"] for row in read(curated_folder / "common-names.tsv", ["name"])]
    given = read(curated_folder.parent / "given-names.tsv", ["name", "gender", "flags"])
    famous = [name for row in rows if well_known(row)
              for name in [row["name"], *split(row["aliases"])]]
    likely = [*(row["name"] for row in given), *famous]
    return {fold(name).lower() for name in listed}, {fold(name).lower() for name in likely}


def names_of_countries(countries):
    return {fold(name).lower() for row in countries.rows.values()
            for name in [row["name"], *split(row["aliases"])]}


def from_source(city, countries, regions):
    country = countries.id_of(city["country"])
    return {"name": city["name"].replace("’", "'"), "country": country,
            "region": regions.by_source.get((country, city["subcountry"]), NONE), "qid": NONE,
            "geonameid": city["geonameid"], "flags": NONE, "population": NONE, "aliases": NONE}


def apply(curated, rows, by_name, countries):
    """Completes the town of that name, one of its aliases included, or adds it."""
    if curated["country"] not in countries.rows:
        raise curated.error(f"no country '{curated['country']}' in countries.tsv")
    found = towns_called(curated, by_name, countries)
    if len(found) > 1:
        places = ", ".join(row["region"] for row in found)
        raise curated.error(f"{len(found)} towns of this name ({places}): name the region")
    if not found:
        found = [{column: NONE for column in COLUMNS} | {"name": curated["name"],
                                                         "region": curated["region"]}]
        rows.append(found[0])
    complete(found[0], curated)
    for name in [found[0]["name"], *split(found[0]["aliases"])]:
        entries = by_name.setdefault((curated["country"], fold(name).lower()), [])
        if found[0] not in entries:
            entries.insert(0, found[0])


def towns_called(curated, by_name, countries):
    """The towns that a curated row means; those of a disputed state stand under its claimant."""
    owners = [curated["country"], countries.rows[curated["country"]]["parent"]]
    for name in [curated["name"], *curated.values_of("aliases")]:
        for owner in owners:
            found = [row for row in by_name.get((owner, fold(name).lower()), [])
                     if curated["region"] in (NONE, row["region"])]
            if found:
                return found
    return []


def complete(row, curated):
    names = [] if row["name"] == curated["name"] else [row["name"]]
    row["aliases"] = join([*names, *split(row["aliases"]), *curated.values_of("aliases")])
    for column in ("name", "country", "qid", "flags"):
        row[column] = curated[column]


def add_populations(by_name, countries, pages):
    """Urban populations from '15.848 million Istanbul, 5.397 million ANKARA (capital) (2023)'."""
    ids = {row["alpha2"]: row["id"] for row in countries.rows.values()}
    for alpha2, page in pages.items():
        for number, million, name in URBAN_ENTRY.findall(page.text(*URBAN)):
            people = round(float(number.replace(",", "")) * (1_000_000 if million else 1))
            for row in by_name.get((ids[alpha2], fold(name).strip().lower()), [])[:1]:
                row["population"] = str(people)


def flag_capitals(by_name, countries):
    for country in countries.rows.values():
        if country["status"] == "former" or country["capital"] == NONE:
            continue
        name = split(country["capital"])[0]
        for row in by_name.get((country["id"], fold(name).lower()), [])[:1]:
            row["flags"] = join(["capital", *split(row["flags"])])


def finish(row, listed, likely, lands):
    """Adds the names in plain letters and the flag; a bare country name is no alias of a town."""
    dropped = {name[1:] for name in split(row["aliases"]) if name.startswith("!")} | {row["name"]}
    names = [name for name in split(row["aliases"]) if not name.startswith("!")]
    names = {*names, *(fold(name) for name in [row["name"], *names])} - dropped
    row["aliases"] = join(sorted((n for n in names if fold(n).lower() not in lands),
                                 key=lambda n: (fold(n), n)))
    name = fold(row["name"]).lower()
    if name in listed or name in likely and not well_known(row):
        row["flags"] = join([*split(row["flags"]), "common"])


def well_known(row):
    """Towns that a reader takes a bare name for, whoever else bears it."""
    populous = row["population"] != NONE and int(row["population"]) > 1_000_000
    return populous or row["qid"] != NONE or "capital" in split(row["flags"])
