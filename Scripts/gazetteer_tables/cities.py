"""cities.tsv: the towns of the world with country, region, population and the names news use."""

import re

from .tables import NONE, fold, join, read, split

CURATED = ["name", "country", "region", "qid", "flags", "aliases"]
COLUMNS = ["name", "country", "region", "qid", "geonameid", "flags", "population", "aliases"]
COMMENT = """
Towns above 15,000 people and smaller ones in the news. Made by Scripts/make-gazetteer, do not edit: additions belong in curated/cities.tsv.
`|` stands between several values, `-` for none. country, region: ids in countries.tsv and regions.tsv. geonameid: the town's number at GeoNames.
flags: `capital` of its country; `common`: the name is as often an English word, a given name, a surname or a larger place, so that the program asks the context.
population: people of the urban area, where the factbook names it among the largest. aliases: other names, the one without diacritics among them.
"""
URBAN = ("People and Society", "Major urban areas - population")


def make(sources, curated_folder, countries, regions, pages):
    """All rows of cities.tsv."""
    rows = [from_source(city, countries, regions) for city in sources.cities]
    by_name = {}
    for row in rows:
        by_name.setdefault((row["country"], fold(row["name"]).lower()), []).append(row)
    for curated in read(curated_folder / "cities.tsv", CURATED):
        apply(curated, rows, by_name)
    add_populations(by_name, countries, pages)
    flag_capitals(by_name, countries)
    common = {fold(r["name"]).lower() for r in read(curated_folder / "common-names.tsv", ["name"])}
    common |= {fold(r["name"]).lower() for r in read(curated_folder.parent / "given-names.tsv",
                                                   ["name", "gender"])}
    for row in rows:
        finish(row, common)
    return rows


def from_source(city, countries, regions):
    country = countries.id_of(city["country"])
    return {"name": city["name"].replace("’", "'"), "country": country,
            "region": regions.by_source.get((country, city["subcountry"]), NONE), "qid": NONE,
            "geonameid": city["geonameid"], "flags": NONE, "population": NONE, "aliases": NONE}


def apply(curated, rows, by_name):
    """Completes the town of that name, the first alias included, or adds it."""
    names = [curated["name"], *curated.values_of("aliases")]
    found = []
    for name in names:
        found = [row for row in by_name.get((curated["country"], fold(name).lower()), [])
                 if curated["region"] in (NONE, row["region"])]
        if found:
            break
    if len(found) > 1:
        places = ", ".join(row["region"] for row in found)
        raise curated.error(f"{len(found)} towns of this name ({places}): name the region")
    row = found[0] if found else {column: NONE for column in COLUMNS} | {
        "country": curated["country"], "region": curated["region"]}
    if not found:
        rows.append(row)
    old = row.get("name", NONE)
    row["name"] = curated["name"]
    row["qid"] = curated["qid"]
    row["flags"] = curated["flags"]
    row["aliases"] = join([*([] if old in (NONE, row["name"]) else [old]), *names[1:]])
    for name in {row["name"], *split(row["aliases"])}:
        entries = by_name.setdefault((row["country"], fold(name).lower()), [])
        if row not in entries:
            entries.insert(0, row)


def add_populations(by_name, countries, pages):
    """Urban populations from '15.848 million Istanbul, 5.397 million ANKARA (capital) (2023)'."""
    ids = {row["alpha2"]: row["id"] for row in countries.rows.values()}
    for alpha2, page in pages.items():
        for number, million, name in re.findall(r"([\d.,]*\d)( million)? ([^,(;\d]+)", page.text(*URBAN)):
            people = round(float(number.replace(",", "")) * (1_000_000 if million else 1))
            for row in by_name.get((ids[alpha2], fold(name).strip().lower()), [])[:1]:
                row["population"] = str(people)


def flag_capitals(by_name, countries):
    for country in countries.rows.values():
        if country["status"] == "former" or country["capital"] == NONE:
            continue
        name = split(country["capital"])[0]
        owners = [country["id"], country["parent"]]
        for row in [r for owner in owners for r in by_name.get((owner, fold(name).lower()), [])][:1]:
            row["flags"] = join(["capital", *split(row["flags"])])


def finish(row, common):
    names = split(row["aliases"])
    folded = [fold(name) for name in [row["name"], *names]]
    row["aliases"] = join(sorted({*names, *folded} - {row["name"]}, key=lambda n: (fold(n), n)))
    if fold(row["name"]).lower() in common and "common" not in split(row["flags"]):
        row["flags"] = join([*split(row["flags"]), "common"])
